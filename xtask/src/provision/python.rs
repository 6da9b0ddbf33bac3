//! Python, and environments of its own for the libraries that the golden numbers come from.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::cache;
use crate::process::{self, find_program, path_folders};
use crate::seal::sha256_hex;
use crate::workspace::Workspace;

/// The generator, its answers, and the versions of what it asks.
pub(crate) const GOLDENS: &str = "crates/attention-core/tests/goldens";

/// A Python that has what `requirements.txt` names, set up where it is missing.
pub(crate) fn golden_python(workspace: &Workspace) -> Result<PathBuf> {
    set_up(&wanted(workspace)?, "goldens")
}

/// A Python that has NumPy: the one that has everything, if it has been set up, else one that is set up with that alone.
pub(crate) fn numpy_python(workspace: &Workspace) -> Result<PathBuf> {
    let wanted = wanted(workspace)?;
    let all = python_of(&environment(&wanted, "goldens")?);
    if all.is_file() {
        return Ok(all);
    }
    let numpy = wanted.lines().find(|line| line.starts_with("numpy"));
    set_up(numpy.context("the golden numbers want no NumPy")?, "numpy")
}

/// Every Python there is: the environment's, if it has been set up, before the system's.
pub(crate) fn pythons(workspace: &Workspace) -> Result<Vec<PathBuf>> {
    let ours = python_of(&environment(&wanted(workspace)?, "goldens")?);
    Ok(std::iter::once(ours)
        .filter(|python| python.is_file())
        .chain(system())
        .collect())
}

fn wanted(workspace: &Workspace) -> Result<String> {
    workspace.read(Path::new(GOLDENS).join("requirements.txt"))
}

/// The Python of an environment with these requirements.
fn set_up(wanted: &str, name: &str) -> Result<PathBuf> {
    let home = environment(wanted, name)?;
    let python = python_of(&home);
    if python.is_file() {
        return Ok(python);
    }
    let folder = cache::folder()?;
    let _lock = cache::lock(&folder, name)?;
    if !python.is_file() {
        install(wanted, &folder.join(format!("{name}-unfinished")), &home)?;
    }
    Ok(python)
}

fn system() -> Option<PathBuf> {
    find_program(&path_folders(), &["python3", "python"])
}

fn environment(wanted: &str, name: &str) -> Result<PathBuf> {
    let version = sha256_hex(wanted.as_bytes());
    let version = version.get(..12).unwrap_or(&version);
    Ok(cache::folder()?.join(format!("{name}-{version}")))
}

fn python_of(environment: &Path) -> PathBuf {
    environment.join(if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    })
}

/// Into a folder beside its place, then moved there: what stands in its place is whole.
fn install(wanted: &str, unfinished: &Path, home: &Path) -> Result<()> {
    let python = system().context(
        "the golden numbers need Python, which is not on PATH. On Debian run:\n    \
         sudo apt-get install python3-venv",
    )?;
    process::run(
        Command::new(python)
            .args(["-m", "venv", "--clear"])
            .arg(unfinished),
    )?;
    process::run(
        Command::new(python_of(unfinished))
            .args(["-m", "pip", "install", "--quiet"])
            .args(wanted.split_whitespace()),
    )?;
    std::fs::rename(unfinished, home)
        .with_context(|| format!("cannot move Python's packages to {}", home.display()))
}
