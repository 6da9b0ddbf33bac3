//! Coming to the page, and coming back to it.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use thirtyfour::By;

use super::Page;
use crate::Variant;

/// How long a page may take to come alive on a machine that does other things too.
const PATIENCE: Duration = Duration::from_secs(15);
/// How long to wait before looking again.
const GLANCE: Duration = Duration::from_millis(10);

impl Page<'_> {
    /// Opens the page with its workshop, with a link's fragment or without, and waits until it is
    /// alive.
    ///
    /// # Errors
    ///
    /// When it doesn't come alive.
    pub async fn open(self, fragment: &str) -> Result<()> {
        self.open_variant(Variant::AsBuilt, fragment).await
    }

    /// Opens a variant of the page and waits until it is alive.
    ///
    /// # Errors
    ///
    /// When it doesn't come alive.
    pub async fn open_variant(self, variant: Variant, fragment: &str) -> Result<()> {
        self.forget_earlier_visits().await?;
        let wish = if self.is_bare { "" } else { "workshop&" };
        self.visit(variant, wish, fragment).await?;
        self.until_alive().await
    }

    /// Opens the page as a visitor first sees it.
    ///
    /// # Errors
    ///
    /// When it doesn't come alive.
    pub async fn open_first_view(self, variant: Variant, fragment: &str) -> Result<()> {
        self.at_first().open_variant(variant, fragment).await
    }

    /// Comes back to the bare page in a browser that remembers earlier visits.
    ///
    /// # Errors
    ///
    /// When it doesn't come alive.
    pub async fn come_back(self) -> Result<()> {
        self.go_to(Variant::AsBuilt, "").await?;
        self.until_alive().await
    }

    /// Empties what the browser keeps for the site. A document that stands there keeps nothing more as it is left; where
    /// there are several, or another site's, one that keeps nothing takes their place first.
    async fn forget_earlier_visits(self) -> Result<()> {
        self.driver.enter_default_frame().await?;
        let stands_alone = "return location.origin === arguments[0] && frames.length === 0";
        let origin = vec![self.site.origin().into()];
        if !self.script::<bool>(stands_alone, origin).await? {
            let script = format!("{}/watch.js", self.site.origin());
            self.driver.goto(script).await?;
            self.until("return location.pathname === '/watch.js'")
                .await?;
        }
        let forgets =
            "Storage.prototype.setItem = () => {}; localStorage.clear(); sessionStorage.clear()";
        self.script(forgets, vec![]).await
    }

    /// Opens the page in a frame of so many CSS pixels, and goes on inside it.
    ///
    /// # Errors
    ///
    /// When it doesn't come alive.
    pub async fn open_framed(self, width: u32, fragment: &str) -> Result<()> {
        self.forget_earlier_visits().await?;
        self.visit(
            Variant::Framed,
            "workshop&",
            &format!("width={width}&{fragment}"),
        )
        .await?;
        let start = Instant::now();
        loop {
            // The frame's first, empty document gives way to the page's.
            let entered = match self.driver.find(By::Tag("iframe")).await {
                Ok(frame) => frame.enter_frame().await,
                Err(missing) => Err(missing),
            };
            match entered {
                Ok(()) => return self.until_alive().await,
                Err(failure) if start.elapsed() > PATIENCE => return Err(failure.into()),
                Err(_) => tokio::time::sleep(GLANCE).await,
            }
        }
    }

    /// Opens a variant of the page that may not come alive.
    ///
    /// # Errors
    ///
    /// When the browser doesn't get there.
    pub async fn go_to(self, variant: Variant, fragment: &str) -> Result<()> {
        self.visit(variant, "", fragment).await
    }

    async fn visit(self, variant: Variant, wish: &str, fragment: &str) -> Result<()> {
        static VISITS: AtomicU32 = AtomicU32::new(0);
        // Another address each time: one that differs in its fragment alone loads nothing.
        let visit = VISITS.fetch_add(1, Ordering::Relaxed);
        let address = self.site.address(variant);
        // A frame that the last visit entered is no place to go on from.
        self.driver.enter_default_frame().await?;
        let hash = if fragment.is_empty() { "" } else { "#" };
        self.driver
            .goto(format!("{address}?{wish}visit={visit}{hash}{fragment}"))
            .await?;
        // Drivers have been seen to answer while the last document still stands.
        self.until(&format!(
            "return document.readyState === 'complete' && location.search === '?{wish}visit={visit}'"
        ))
        .await
        .context("the browser doesn't get to the page")
    }

    /// Waits until the first computation is on screen.
    ///
    /// # Errors
    ///
    /// When it isn't in time; with the notices that the page shows instead.
    pub async fn until_alive(self) -> Result<()> {
        let ready = "return document.documentElement?.dataset.ready === 'true'";
        if self.until(ready).await.is_ok() {
            return self.after_frame().await;
        }
        let text: String = self
            .script(
                "return `${document.documentElement.dataset.reason}: ${document.body.innerText.slice(0, 1000)}`",
                vec![],
            )
            .await?;
        bail!("the page doesn't come alive; it says: {text}")
    }

    /// Loads the page again at the address that it has come to.
    ///
    /// # Errors
    ///
    /// When it doesn't come alive.
    pub async fn reload(self) -> Result<()> {
        self.to_another_document(async || Ok(self.driver.refresh().await?))
            .await?;
        self.until_alive().await
    }

    /// Does what leaves the document, and waits until another has come. What leaves it may lose its
    /// answer with it: WebKit's driver then reports an error, which counts where the document stays.
    ///
    /// # Errors
    ///
    /// As what is done, when the document stays.
    pub async fn to_another_document(self, leave: impl AsyncFnOnce() -> Result<()>) -> Result<()> {
        self.script::<()>("window.isLeft = true", vec![]).await?;
        let answer = leave().await;
        let left = "return !window.isLeft && document.readyState === 'complete'";
        match self.until(left).await {
            Ok(()) => Ok(()),
            Err(stays) => answer.and(Err(stays.context("the document isn't left"))),
        }
    }

    /// Waits until a script answers true.
    ///
    /// # Errors
    ///
    /// When it doesn't in time.
    pub async fn until(self, script: &str) -> Result<()> {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            // Between two documents there is none to ask, and asking may be an error.
            if matches!(self.script(script, vec![]).await, Ok(Some(true))) {
                return Ok(());
            }
            tokio::time::sleep(GLANCE).await;
        }
        bail!("waited {PATIENCE:?} for: {script}")
    }

    /// Waits until the address's fragment says this, too: it is written in time, not at once.
    ///
    /// # Errors
    ///
    /// When it doesn't in time.
    pub async fn until_address_says(self, part: &str) -> Result<String> {
        let says = format!("return location.hash.slice(1).split('&').includes({part:?})");
        self.until(&says).await?;
        self.fragment().await
    }

    /// Puts a fragment into the address of the page as it stands, as who pastes a link or follows
    /// one.
    ///
    /// # Errors
    ///
    /// When the browser doesn't answer.
    pub async fn paste(self, fragment: &str) -> Result<()> {
        let body =
            "addEventListener('hashchange', () => setTimeout(() => done(null)), { once: true });
            location.hash = arguments[0];";
        self.script_until_done(body, vec![serde_json::json!(fragment)])
            .await
    }

    /// The address's fragment, without its `#`.
    ///
    /// # Errors
    ///
    /// When the browser doesn't say.
    pub async fn fragment(self) -> Result<String> {
        self.script("return location.hash.slice(1)", vec![]).await
    }
}
