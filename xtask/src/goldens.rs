//! `cargo xtask goldens`: the golden numbers, generated once more.

use std::process::Command;

use anyhow::Result;

use crate::process;
use crate::provision::{GOLDENS, golden_python};
use crate::workspace::Workspace;

/// The generator compares what it computes with what is kept, or keeps it.
pub(crate) fn goldens(workspace: &Workspace, write: bool) -> Result<()> {
    let mut command = Command::new(golden_python(workspace)?);
    command
        .current_dir(workspace.root())
        .arg(workspace.join(GOLDENS).join("generate.py"));
    if !write {
        command.arg("--check");
    }
    process::run(&mut command)
}
