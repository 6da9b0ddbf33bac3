//! The folder of tools, and the lock that keeps two set-ups apart.

use std::fs::File;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// `attention-mixer/tools` in the user's cache directory.
pub(crate) fn folder() -> Result<PathBuf> {
    let cache = cache_directory(|name| std::env::var_os(name).map(PathBuf::from))
        .context("neither XDG_CACHE_HOME nor HOME says where tools may be kept; set XDG_CACHE_HOME to a folder")?;
    Ok(cache.join("attention-mixer").join("tools"))
}

/// Relative values count as unset, as the XDG base directory specification asks.
fn cache_directory(variable: impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    let absolute = |name: &str| variable(name).filter(|path| path.is_absolute());
    if let Some(folder) = absolute("XDG_CACHE_HOME") {
        return Some(folder);
    }
    if cfg!(windows) {
        absolute("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        absolute("HOME").map(|home| home.join("Library/Caches"))
    } else {
        absolute("HOME").map(|home| home.join(".cache"))
    }
}

/// Waits until no other set-up is at work. The lock falls with the file.
pub(crate) fn lock(folder: &Path, name: &str) -> Result<File> {
    std::fs::create_dir_all(folder)
        .with_context(|| format!("cannot make the folder {}", folder.display()))?;
    let path = folder.join(format!("{name}.lock"));
    let file = File::create(&path).with_context(|| format!("cannot make {}", path.display()))?;
    if file.try_lock().is_err() {
        eprintln!("Waiting for another set-up that holds {} …", path.display());
        file.lock()
            .with_context(|| format!("cannot lock {}", path.display()))?;
    }
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_user_says_where_the_cache_is() {
        let absolute = if cfg!(windows) { r"C:\cache" } else { "/cache" };
        let chosen =
            cache_directory(|name| (name == "XDG_CACHE_HOME").then(|| PathBuf::from(absolute)));
        assert_eq!(chosen, Some(PathBuf::from(absolute)));
    }

    #[test]
    fn a_relative_cache_is_not_taken() {
        let chosen =
            cache_directory(|name| (name == "XDG_CACHE_HOME").then(|| PathBuf::from("cache")));
        assert_eq!(chosen, None);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn home_is_the_fallback() {
        let chosen = cache_directory(|name| (name == "HOME").then(|| PathBuf::from("/home/ada")));
        assert_eq!(chosen, Some(PathBuf::from("/home/ada/.cache")));
    }
}
