//! The project's sources, as text and as tokens.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use proc_macro2::TokenStream;

use crate::workspace::{Workspace, read};

/// Folders that hold nothing written by hand.
const NOT_OURS: [&str; 4] = ["target", "dist", "node_modules", ".git"];

/// A file, named from the workspace's root with slashes.
pub(super) struct Source {
    pub(super) name: String,
    pub(super) text: String,
}

impl Source {
    /// Rust's tokens: comments are none, so that what they mention counts for nothing.
    pub(super) fn tokens(&self) -> Result<TokenStream> {
        self.text
            .parse()
            .map_err(|problem| anyhow!("{}: not Rust: {problem}", self.name))
    }
}

/// The files with these extensions in a folder and below.
pub(super) fn sources(
    workspace: &Workspace,
    folder: &str,
    extensions: &[&str],
) -> Result<Vec<Source>> {
    let mut files = Vec::new();
    collect(&workspace.join(folder), &mut files)?;
    files.sort();
    files
        .iter()
        .filter(|file| {
            file.extension()
                .and_then(|extension| extension.to_str())
                .is_some_and(|extension| extensions.contains(&extension))
        })
        .map(|file| {
            let relative = file.strip_prefix(workspace.root())?;
            Ok(Source {
                name: relative.to_string_lossy().replace('\\', "/"),
                text: read(file)?,
            })
        })
        .collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let entries = std::fs::read_dir(folder)
        .with_context(|| format!("cannot read the folder {}", folder.display()))?;
    for entry in entries {
        let entry = entry?;
        let path = entry.path();
        if !path.is_dir() {
            files.push(path);
        } else if !NOT_OURS.contains(&entry.file_name().to_string_lossy().as_ref()) {
            collect(&path, files)?;
        }
    }
    Ok(())
}
