//! Tools that npm brings: wasm-opt, terser, axe-core and esbuild.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::cache;
use super::system::NODE;
use crate::process::{self, find_program, path_folders};
use crate::seal::sha256_hex;
use crate::workspace::Workspace;

/// Beside package.json, what else `npm ci` reads.
const MANIFESTS: [&str; 3] = ["package.json", "package-lock.json", ".npmrc"];

/// The `node_modules` with what xtask/tools/package-lock.json names, installed where it is missing.
pub(crate) fn provide(workspace: &Workspace) -> Result<PathBuf> {
    let source = workspace.join("xtask/tools");
    let lock_file = workspace.read("xtask/tools/package-lock.json")?;
    let folder = cache::folder()?;
    let version = sha256_hex(lock_file.as_bytes());
    let home = folder.join(format!("npm-{}", version.get(..12).unwrap_or(&version)));
    let packages = home.join("node_modules");
    if packages.is_dir() {
        return Ok(packages);
    }
    let _lock = cache::lock(&folder, "npm")?;
    if !packages.is_dir() {
        install(&source, &folder, &home)?;
    }
    Ok(packages)
}

/// Into a folder beside its place, then moved there: what stands in its place is whole.
fn install(source: &Path, folder: &Path, home: &Path) -> Result<()> {
    let path = path_folders();
    let npm = find_program(&path, &["npm", "npm.cmd"]);
    let (Some(npm), Some(_)) = (npm, find_program(&path, NODE)) else {
        bail!(
            "a release needs Node.js with npm, for wasm-opt, and neither is on PATH. On Debian run:\n    \
             sudo apt-get install nodejs npm"
        );
    };
    let unfinished = folder.join("npm-unfinished");
    if unfinished.exists() {
        std::fs::remove_dir_all(&unfinished)?;
    }
    std::fs::create_dir_all(&unfinished)?;
    for manifest in MANIFESTS {
        std::fs::copy(source.join(manifest), unfinished.join(manifest))
            .with_context(|| format!("cannot copy {manifest}"))?;
    }
    process::run(Command::new(npm).current_dir(&unfinished).args([
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
    ]))?;
    std::fs::rename(&unfinished, home)
        .with_context(|| format!("cannot move the packages to {}", home.display()))
}
