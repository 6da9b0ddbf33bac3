//! `cargo xtask dist`: the release, compressed, and measured against its budgets.

mod budgets;
mod card;
mod compress;
mod element;
mod module;
mod npm;
mod one_file;
mod shrink;
mod site;
mod worker;

use anyhow::Result;

use crate::process;
use crate::provision::{Need, Toolbox, provide};
use crate::small_std;
use crate::workspace::Workspace;

pub(crate) use compress::Weighed;

/// Writes every output of a release into `dist/` and holds it to its budget.
pub(crate) fn dist(workspace: &Workspace) -> Result<()> {
    budgets::check(&build(workspace, &provide(workspace, Need::Release)?)?)
}

/// Builds with the tools at hand. An output that is added here gets its line in `budgets.rs`.
pub(crate) fn build(workspace: &Workspace, toolbox: &Toolbox) -> Result<Vec<Weighed>> {
    let folder = workspace.join("dist");
    process::run(
        small_std::add_to(&mut toolbox.command("trunk")?)
            .current_dir(workspace.root())
            .args(["build", "--release", "--dist"])
            .arg(&folder),
    )?;
    let mut files = site::files(&folder)?;
    shrink::scripts(toolbox, &files)?;
    files.push(one_file::write(&folder, &files)?);
    files.extend(card::write(workspace, &folder)?);
    files.push(worker::write(workspace, toolbox, &folder, &files)?);
    files.extend(element::build(workspace, toolbox, &folder)?);
    let files = compress::compress(&folder, &files)?;
    // After the site's own files have been weighed: npm compresses what it packs.
    npm::build(workspace, toolbox)?;
    Ok(files)
}
