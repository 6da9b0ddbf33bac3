//! The step that Trunk calls before a build.

use std::process::Command;

use anyhow::{Context, Result};

use crate::process;
use crate::small_std;
use crate::style;
use crate::workspace::Workspace;

/// Renders the page's first view natively, for Trunk to put into the page, and bundles what the workshop brings.
pub(crate) fn first_view(workspace: &Workspace) -> Result<()> {
    let mut cargo = Command::new("cargo");
    // What Trunk builds the module with is not for the machine's own programs.
    small_std::remove_from(&mut cargo);
    process::run(
        cargo
            .current_dir(workspace.root())
            .args(["run", "--quiet", "--package", "attention-web"])
            .args(["--bin", "first_view", "--features", "ssr", "--"])
            .arg("target/first-view"),
    )?;
    let styles = workspace.join("target/first-view/workshop.css");
    std::fs::write(&styles, style::of_the_workshop(workspace)?)
        .with_context(|| format!("cannot write {}", styles.display()))
}
