//! What each engine is asked for when a session opens.

use anyhow::Result;
use serde_json::json;
use thirtyfour::Capabilities;

use super::engine::Engine;
use super::programs::Programs;

/// A quiet browser: no first-run pages, no updates, nothing that talks to the world by itself, so
/// that what the tests see on the network is the page's. Drivers give each session a profile of
/// its own.
const CHROMIUM: [&str; 11] = [
    "--headless=new",
    // Root, as in a container, can't have Chromium's sandbox.
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-color-profile=srgb",
    "--window-size=1280,900",
];

pub(super) fn of(engine: Engine, programs: &Programs) -> Result<Capabilities> {
    let browser = &programs.browser;
    let mut capabilities = Capabilities::new();
    match engine {
        Engine::Chromium => {
            capabilities.set("browserName", "chrome")?;
            capabilities.set(
                "goog:chromeOptions",
                json!({"binary": browser, "args": CHROMIUM}),
            )?;
            capabilities.set("goog:loggingPrefs", json!({"browser": "ALL"}))?;
        }
        Engine::Firefox => {
            capabilities.set("browserName", "firefox")?;
            capabilities.set(
                "moz:firefoxOptions",
                json!({"binary": browser, "args": ["-headless", "--width=1280", "--height=900"]}),
            )?;
        }
        Engine::WebKit => {
            capabilities.set("browserName", "MiniBrowser")?;
            capabilities.set(
                "webkitgtk:browserOptions",
                json!({"binary": browser, "args": ["--automation"]}),
            )?;
        }
    }
    Ok(capabilities)
}
