//! `cargo xtask picture`: the README's pictures of the page, light and dark.

mod host;

use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::dist;
use crate::process;
use crate::provision::{Need, chromium, provide};
use crate::workspace::Workspace;
use host::Host;

/// The name, and what the page is told of the reader's preference: 0 is dark and 1 light, in Blink's settings.
const PICTURES: [(&str, u8); 2] = [("docs/page.png", 1), ("docs/page-dark.png", 0)];

pub(crate) fn picture(workspace: &Workspace) -> Result<()> {
    let toolbox = provide(workspace, Need::Browser)?;
    dist::build(workspace, &toolbox)?;
    let chromium = chromium().context("Chromium is not to be found, and takes the pictures")?;
    let host = Host::start(workspace.join("dist"))?;
    // A profile of its own: a browser that is open meanwhile would take the address for itself.
    let profile = workspace.target().join("picture-profile");
    for (name, scheme) in PICTURES {
        let file = workspace.join(name);
        if file.exists() {
            std::fs::remove_file(&file)?;
        }
        process::run(
            Command::new(&chromium)
                .args(["--headless", "--no-sandbox", "--disable-gpu"])
                .args(["--hide-scrollbars", "--force-device-scale-factor=1"])
                .args(["--window-size=1280,800", "--force-prefers-reduced-motion"])
                // Nothing is drawn half: Chromium has been seen to leave out what it had not got to.
                .arg("--run-all-compositor-stages-before-draw")
                // Time for the module to load and the first computation to stand.
                .args(["--virtual-time-budget=10000", "--timeout=30000"])
                .arg(format!("--blink-settings=preferredColorScheme={scheme}"))
                .arg(format!("--user-data-dir={}", profile.display()))
                .arg(format!("--screenshot={}", file.display()))
                .arg(host.address()),
        )?;
        ensure!(file.is_file(), "Chromium has written no {}", file.display());
        println!("{name}");
    }
    Ok(())
}
