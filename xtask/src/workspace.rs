//! Where the project stands on disk, and what its lock file says.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The checkout that the commands work on.
pub(crate) struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// The workspace that this binary was built from.
    pub(crate) fn find() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .context("xtask stands in no workspace")?;
        Ok(Self {
            root: root.to_path_buf(),
        })
    }

    /// Another folder as the workspace.
    #[cfg(test)]
    pub(crate) fn at(root: PathBuf) -> Self {
        Self { root }
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    pub(crate) fn join(&self, relative: impl AsRef<Path>) -> PathBuf {
        self.root.join(relative)
    }

    /// Cargo's target folder, wherever the caller's environment has put it.
    pub(crate) fn target(&self) -> PathBuf {
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(
            || self.join("target"),
            |folder| self.root.join(PathBuf::from(folder)),
        )
    }

    pub(crate) fn read(&self, relative: impl AsRef<Path>) -> Result<String> {
        read(&self.join(relative))
    }

    /// The version of a package in Cargo.lock.
    pub(crate) fn locked_version(&self, package: &str) -> Result<String> {
        locked_version(&self.read("Cargo.lock")?, package)
            .map(str::to_owned)
            .with_context(|| format!("Cargo.lock names no package {package}"))
    }
}

/// A file's text, with its path in the error.
pub(crate) fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Cargo writes a package's `version` on the line after its `name`.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    lines.find(|line| *line == name)?;
    lines
        .next()?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    const LOCK: &str = "version = 4\n\n[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.2.1\"\n\n\
                        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.129\"\nsource = \"…\"\n";

    #[test]
    fn the_lock_names_the_exact_package() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen"), Some("0.2.129"));
    }

    #[test]
    fn a_package_that_is_not_locked_has_no_version() {
        assert_eq!(locked_version(LOCK, "bindgen"), None);
        assert_eq!(locked_version("", "wasm-bindgen"), None);
    }
}
