//! The release, built and weighed beside the steps that need no browser: whoever links leaves a processor idle.

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Child, Command};

use anyhow::{Context, Result, ensure};

use crate::workspace::Workspace;

/// `cargo xtask dist`, under way.
pub(super) struct Release {
    build: Child,
    /// What it says meanwhile, which would stand between the lines of others.
    says: PathBuf,
}

impl Release {
    pub(super) fn begin(workspace: &Workspace) -> Result<Self> {
        let says = workspace.target().join("dist.log");
        let file =
            File::create(&says).with_context(|| format!("cannot write {}", says.display()))?;
        let build = Command::new(std::env::current_exe()?)
            .arg("dist")
            .stdout(file.try_clone()?)
            .stderr(file)
            .spawn()
            .context("cannot start `xtask dist`")?;
        Ok(Self { build, says })
    }

    /// Waits for its end, and hands on what it has said.
    pub(super) fn finish(mut self) -> Result<()> {
        let status = self.build.wait()?;
        eprint!("{}", fs::read_to_string(&self.says)?);
        ensure!(status.success(), "`cargo xtask dist` failed ({status})");
        Ok(())
    }
}
