//! The sources of every crate that the page is built of.

use anyhow::Result;

use super::{Need, WASM};
use crate::process::{self, cargo};
use crate::small_std;
use crate::workspace::Workspace;

/// Trunk keeps cargo from the network, so that whatever is built below it has to be here before.
pub(crate) fn fetch(workspace: &Workspace, need: Need) -> Result<()> {
    let mut command = cargo();
    command
        .current_dir(workspace.root())
        .args(["fetch", "--quiet", "--target", WASM]);
    if need >= Need::Release {
        // The standard library's own dependencies too: a release builds it.
        small_std::add_to(&mut command);
    }
    process::run(&mut command)
}
