//! Python, and environments of our own for what its registry has: the libraries that the golden numbers come from, and
//! programs that are ready-made.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::cache;
use super::tools::READY_MADE;
use crate::process::{self, capture, find_program, path_folders};
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

/// A ready-made program.
pub(super) fn program(workspace: &Workspace, name: &str) -> Result<PathBuf> {
    let python = set_up(&workspace.read(READY_MADE)?, "ready-made")?;
    let programs = python.parent().map(Path::to_path_buf);
    find_program(programs.as_slice(), &[name])
        .with_context(|| format!("{READY_MADE} brought no {name}"))
}

/// Whether Debian's package of environments would help: its Python by itself can't set them up, and another's is not its
/// affair.
pub(super) fn lacks_environments() -> bool {
    system().is_none_or(|python| {
        python.starts_with("/usr/bin")
            && capture(Command::new(python).args(["-c", "import ensurepip, venv"])).is_err()
    })
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
        "Python is wanted and not on PATH. On Debian run:\n    \
         sudo apt-get install python3-venv",
    )?;
    process::run(
        Command::new(python)
            .args(["-m", "venv", "--clear"])
            .arg(unfinished),
    )?;
    let requirements = unfinished.join("requirements.txt");
    std::fs::write(&requirements, wanted)
        .with_context(|| format!("cannot write {}", requirements.display()))?;
    process::run(
        Command::new(python_of(unfinished))
            .args(["-m", "pip", "install", "--quiet", "--requirement"])
            .arg(requirements),
    )?;
    std::fs::rename(unfinished, home)
        .with_context(|| format!("cannot move Python's packages to {}", home.display()))
}
