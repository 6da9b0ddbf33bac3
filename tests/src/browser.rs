//! One engine, driven over WebDriver.

mod capabilities;
mod display;
mod engine;
mod process;
mod programs;

use std::future::Future;
use std::time::Duration;

use anyhow::{Context, Result};
use thirtyfour::{TimeoutConfiguration, WebDriver};
use tokio::runtime::Runtime;

use display::Display;
pub use engine::Engine;
use process::Driver;
pub use programs::Missing;

/// A running browser with its driver and, where it has no headless mode, its display. Dropping it
/// ends all three.
pub struct Browser {
    engine: Engine,
    // In the order in which they end: the session, then the driver, then the display under it.
    session: Option<WebDriver>,
    _driver: Driver,
    _display: Option<Display>,
    runtime: Runtime,
}

impl Browser {
    /// Starts an engine's driver and, through it, the browser.
    ///
    /// # Errors
    ///
    /// When a program is [`Missing`] or one of them doesn't start.
    pub fn start(engine: Engine) -> Result<Self> {
        let programs = engine.programs()?;
        let display = programs.display_server.as_deref();
        let display = display.map(Display::start).transpose()?;
        let driver = Driver::start(engine, &programs, display.as_ref())?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let capabilities = capabilities::of(engine, &programs)?;
        let session = runtime
            .block_on(open(&driver, capabilities))
            .with_context(|| format!("{engine} can't be driven"))?;
        Ok(Self {
            engine,
            session: Some(session),
            _driver: driver,
            _display: display,
            runtime,
        })
    }

    /// Which engine it is.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Runs what is done in the browser to its end.
    ///
    /// # Errors
    ///
    /// As what is done, and when the browser has ended before.
    pub fn run<'a, Work, Output>(
        &'a self,
        work: impl FnOnce(&'a WebDriver) -> Work,
    ) -> Result<Output>
    where
        Work: Future<Output = Result<Output>>,
    {
        let session = self.session.as_ref().context("the browser has ended")?;
        self.runtime.block_on(work(session))
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(session) = self.session.take() {
            // The driver, ended next, takes along a browser that doesn't quit.
            let _ = self.runtime.block_on(session.quit());
        }
    }
}

async fn open(driver: &Driver, capabilities: thirtyfour::Capabilities) -> Result<WebDriver> {
    let session = WebDriver::builder(driver.address(), capabilities)
        .request_timeout(Duration::from_secs(60))
        .await?;
    let timeouts = TimeoutConfiguration::new(
        Some(Duration::from_secs(30)),
        Some(Duration::from_secs(30)),
        // Nothing is waited for in silence: what takes time says so.
        Some(Duration::ZERO),
    );
    session.update_timeouts(timeouts).await?;
    Ok(session)
}
