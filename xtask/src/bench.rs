//! `cargo xtask bench`: what the page costs, beside what it could cost at the least, and the mathematics, beside its
//! rivals, natively and in a browser.

mod native;
mod rivals;

use anyhow::Result;

use crate::process::{self, cargo};
use crate::provision::{Need, browsers, chromium, provide};
use crate::workspace::Workspace;
use crate::{dist, suite};

pub(crate) fn bench(workspace: &Workspace) -> Result<()> {
    let toolbox = provide(workspace, Need::Browser)?;
    dist::build(workspace, &toolbox)?;
    // What is measured runs in the browser: optimising what drives it would take longer than it all.
    let mut command = cargo();
    command.current_dir(workspace.root()).args([
        "run",
        "--package",
        "attention-tests",
        "--bin",
        "bench",
    ]);
    suite::hand_over(&mut command, workspace, &toolbox)?;
    for browser in browsers(&toolbox) {
        // What the benchmark lacks, it says itself.
        command.envs(browser.variables().unwrap_or_default());
    }
    // Measured is what visitors have.
    command.envs(chromium().map(|chromium| ("ATTENTION_CHROMIUM", chromium)));
    process::run(&mut command)?;
    native::run(workspace)?;
    rivals::run(workspace)
}
