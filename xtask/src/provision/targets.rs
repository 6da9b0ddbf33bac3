//! Rust's targets beside the machine's own.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::Need;
use crate::process::{self, capture};
use crate::workspace::Workspace;

/// What the page runs on.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";
/// A machine without an operating system, to show that the core needs none.
pub(crate) const BARE_METAL: &str = "x86_64-unknown-none";

/// Adds what the toolchain lacks: targets, and for a release the standard library's source, which is built for size.
pub(crate) fn add(workspace: &Workspace, need: Need) -> Result<()> {
    let sysroot = capture(
        Command::new("rustc")
            .current_dir(workspace.root())
            .args(["--print", "sysroot"]),
    )?;
    let library = PathBuf::from(sysroot.trim()).join("lib/rustlib");
    let wanted: &[&str] = if need >= Need::Tests {
        &[WASM, BARE_METAL]
    } else {
        &[WASM]
    };
    let missing: Vec<&str> = wanted
        .iter()
        .copied()
        .filter(|target| !library.join(target).join("lib").is_dir())
        .collect();
    if !missing.is_empty() {
        rustup(workspace, "target", &missing)?;
    }
    if need >= Need::Release && !library.join("src/rust/library/Cargo.lock").is_file() {
        rustup(workspace, "component", &["rust-src"])?;
    }
    Ok(())
}

fn rustup(workspace: &Workspace, kind: &str, names: &[&str]) -> Result<()> {
    process::run(
        Command::new("rustup")
            .current_dir(workspace.root())
            .args([kind, "add"])
            .args(names),
    )
    .with_context(|| {
        format!(
            "Rust's {kind} {} is missing. With rustup installed, run:\n    rustup {kind} add {}",
            names.join(" and "),
            names.join(" "),
        )
    })
}
