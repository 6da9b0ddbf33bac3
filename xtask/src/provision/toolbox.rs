//! Where the tools are, once they are set up.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::process::{find_program, path_folders};

/// The tools of a command, found before any other on PATH.
pub(crate) struct Toolbox {
    folders: Vec<PathBuf>,
    packages: Option<PathBuf>,
}

impl Toolbox {
    /// Folders of PATH are searched anyway; put in front, they would hide the cache's tools behind their own.
    pub(super) fn new(programs: &[PathBuf], packages: Option<PathBuf>) -> Self {
        let on_path = path_folders();
        let folders = programs
            .iter()
            .filter_map(|program| program.parent())
            .map(Path::to_path_buf)
            .filter(|folder| !on_path.contains(folder))
            .chain(packages.iter().map(|packages| packages.join(".bin")))
            .collect();
        Self { folders, packages }
    }

    /// A file of one of npm's packages.
    pub(crate) fn package_file(&self, relative: &str) -> Result<PathBuf> {
        self.packages
            .as_ref()
            .map(|packages| packages.join(relative))
            .filter(|file| file.is_file())
            .with_context(|| format!("npm's packages hold no {relative}"))
    }

    pub(crate) fn program(&self, name: &str) -> Result<PathBuf> {
        find_program(&self.search_folders(), &[name])
            .with_context(|| format!("{name} is not to be found, though set-up went well"))
    }

    /// A tool, with the others on its PATH: trunk looks there for its own.
    pub(crate) fn command(&self, name: &str) -> Result<Command> {
        let mut command = Command::new(self.program(name)?);
        command.env("PATH", self.path()?);
        Ok(command)
    }

    /// PATH for programs that start the tools themselves, and this program: Trunk's steps are commands of ours.
    pub(crate) fn path(&self) -> Result<OsString> {
        let ours = std::env::current_exe().ok();
        let ours = ours
            .as_deref()
            .and_then(Path::parent)
            .map(Path::to_path_buf);
        std::env::join_paths(self.search_folders().into_iter().chain(ours))
            .context("a folder's name holds PATH's separator")
    }

    fn search_folders(&self) -> Vec<PathBuf> {
        self.folders.iter().cloned().chain(path_folders()).collect()
    }
}
