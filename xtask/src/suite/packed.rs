//! The core as others get it: packed, unpacked in a place of its own, and its tests compiled there.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process::{self, cargo};
use crate::workspace::Workspace;

const CRATE: &str = "attention-core";

pub(super) fn check(workspace: &Workspace) -> Result<()> {
    process::run(
        cargo()
            .current_dir(workspace.root())
            // What is packed is what stands there; a registry's checks are for whoever publishes.
            .args([
                "package",
                "--quiet",
                "--no-verify",
                "--allow-dirty",
                "--package",
                CRATE,
            ]),
    )?;
    let place = workspace.target().join("packed");
    if place.exists() {
        fs::remove_dir_all(&place)?;
    }
    fs::create_dir_all(&place)?;
    let name = format!("{CRATE}-{}", env!("CARGO_PKG_VERSION"));
    let packed = workspace
        .target()
        .join("package")
        .join(format!("{name}.crate"));
    process::run(
        Command::new("tar")
            .arg("-xzf")
            .arg(&packed)
            .arg("-C")
            .arg(&place),
    )?;
    let folder = place.join(name);
    stand_alone(&folder.join("Cargo.toml"))?;
    process::run(
        cargo()
            .current_dir(&folder)
            .args(["test", "--quiet", "--no-run", "--target-dir"])
            .arg(workspace.target())
            // As the workspace compiles them: what the tests need is there already.
            .env("CARGO_PROFILE_DEV_DEBUG", "0"),
    )
}

/// A package below a workspace is taken for a part of it, unless it is one itself.
fn stand_alone(manifest: &Path) -> Result<()> {
    let file = OpenOptions::new().append(true).open(manifest);
    let mut file = file.with_context(|| format!("cannot open {}", manifest.display()))?;
    writeln!(file, "\n[workspace]")?;
    Ok(())
}
