//! A driver as a child process.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::display::Display;
use super::engine::Engine;
use super::programs::Programs;

/// A running WebDriver server, ended when dropped.
pub(super) struct Driver {
    child: Child,
    port: u16,
}

/// A driver answers in a fraction of a second, except on a machine that is busy building.
const PATIENCE: Duration = Duration::from_secs(20);

impl Driver {
    pub(super) fn start(
        engine: Engine,
        programs: &Programs,
        display: Option<&Display>,
    ) -> Result<Self> {
        let port = free_port()?;
        let mut command = Command::new(&programs.driver);
        // Each spells the same argument in its own way.
        match engine {
            Engine::Chromium => {
                command.args([format!("--port={port}"), "--log-level=SEVERE".to_owned()])
            }
            Engine::Firefox => command.args(["--port", &port.to_string(), "--log", "fatal"]),
            Engine::WebKit => command.arg(format!("--port={port}")),
        };
        if let Some(display) = display {
            command.env("DISPLAY", display.name());
            // Without a graphics card, every layer would be put together by a simulated one: a third of the time.
            command.env("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
        }
        let child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("{} doesn't start", programs.driver.display()))?;
        let mut driver = Self { child, port };
        driver.wait_for_answer()?;
        Ok(driver)
    }

    pub(super) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn wait_for_answer(&mut self) -> Result<()> {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if let Some(status) = self.child.try_wait()? {
                bail!("the driver ended at once, with {status}");
            }
            if TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_ok() {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        bail!("the driver doesn't answer within {} s", PATIENCE.as_secs())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Either it has ended already, or it ends now.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A port that is free now, and will be for the moment that it takes to start a driver.
fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
        .local_addr()?
        .port())
}
