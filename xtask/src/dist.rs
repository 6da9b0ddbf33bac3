//! `cargo xtask dist`: the release, compressed, and measured against its budgets.

mod budgets;
mod compress;
mod site;

use anyhow::Result;

use crate::process;
use crate::provision::{Need, Toolbox, provide};
use crate::workspace::Workspace;

/// Builds every output of a release into `dist/`.
pub(crate) fn dist(workspace: &Workspace) -> Result<()> {
    build(workspace, &provide(workspace, Need::Release)?)
}

/// With the tools at hand. An output that is added here gets its line in `budgets.rs`.
pub(crate) fn build(workspace: &Workspace, toolbox: &Toolbox) -> Result<()> {
    let folder = workspace.join("dist");
    process::run(
        toolbox
            .command("trunk")?
            .current_dir(workspace.root())
            .args(["build", "--release", "--dist"])
            .arg(&folder),
    )?;
    let files = compress::compress(site::files(&folder)?)?;
    budgets::check(&files)
}
