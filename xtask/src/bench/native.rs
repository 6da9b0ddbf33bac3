//! The mathematics natively: what an edit of the first view costs, and the fast forward beside NumPy.

use std::process::Command;

use anyhow::Result;

use crate::process::{self, capture, cargo};
use crate::provision::pythons;
use crate::workspace::Workspace;

pub(super) fn run(workspace: &Workspace) -> Result<()> {
    println!("\nNatively");
    process::run(
        cargo()
            .current_dir(workspace.root())
            .args(["bench", "--quiet", "--package=attention-core"])
            .args(["--bench=attention"]),
    )?;
    let with_numpy = pythons(workspace)?
        .into_iter()
        .find(|python| capture(Command::new(python).args(["-c", "import numpy"])).is_ok());
    let Some(python) = with_numpy else {
        println!(
            "skipped: the fast forward beside NumPy, which no Python here has; `cargo xtask goldens` brings it"
        );
        return Ok(());
    };
    process::run(
        Command::new(python)
            .current_dir(workspace.root())
            .arg("bench/rivals/beside_numpy.py"),
    )
}
