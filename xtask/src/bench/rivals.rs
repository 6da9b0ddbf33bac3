//! The JavaScript package beside what else computes attention in a browser.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process::{self, find_program, path_folders};
use crate::provision::chromium;
use crate::workspace::Workspace;

/// Of the package in `dist/npm`. The rivals are npm's, for this alone: they stay in the bench's own folder.
pub(super) fn run(workspace: &Workspace) -> Result<()> {
    let Some(chromium) = chromium() else {
        bail!("the rivals run in Chromium, which is not on PATH");
    };
    let folder = workspace.join("bench/rivals");
    let npm = find_program(&path_folders(), &["npm", "npm.cmd"]).context("npm is not on PATH")?;
    process::run(Command::new(npm).current_dir(&folder).args([
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
    ]))?;
    process::run(
        Command::new("node")
            .current_dir(&folder)
            .arg("run.js")
            .env("ATTENTION_CHROMIUM", chromium),
    )
}
