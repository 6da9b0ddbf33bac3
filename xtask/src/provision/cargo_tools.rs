//! Tools that cargo builds from their published sources.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::cache;
use super::tools::CargoTool;
use crate::process::{self, cargo, find_program, path_folders, version_of};
use crate::workspace::Workspace;

/// The tools' programs, built where neither the cache nor PATH has them.
pub(crate) fn provide(workspace: &Workspace, wanted: &[CargoTool]) -> Result<Vec<PathBuf>> {
    let folder = cache::folder()?;
    if let Some(programs) = wanted
        .iter()
        .map(|tool| find(&folder, tool))
        .collect::<Option<Vec<_>>>()
    {
        return Ok(programs);
    }
    let _lock = cache::lock(&folder, "cargo")?;
    let build = folder.join("build");
    let programs = wanted
        .iter()
        .map(|tool| match find(&folder, tool) {
            Some(program) => Ok(program),
            None => install(workspace, &folder, &build, tool),
        })
        .collect::<Result<Vec<_>>>()?;
    // The intermediate files are of no use once the programs stand.
    if build.exists() {
        std::fs::remove_dir_all(&build)
            .with_context(|| format!("cannot clear {}", build.display()))?;
    }
    Ok(programs)
}

/// A tool that needs no building: it was built before, or stands on PATH.
pub(super) fn at_hand(tool: &CargoTool) -> Result<Option<PathBuf>> {
    Ok(find(&cache::folder()?, tool))
}

/// Cached before PATH: to ask a program for its version takes time.
fn find(folder: &Path, tool: &CargoTool) -> Option<PathBuf> {
    find_program(&[home(folder, tool).join("bin")], &[tool.program]).or_else(|| {
        let program = find_program(&path_folders(), &[tool.program])?;
        (version_of(&program)? == tool.version).then_some(program)
    })
}

fn home(folder: &Path, tool: &CargoTool) -> PathBuf {
    folder.join(format!("{}-{}", tool.package, tool.version))
}

fn install(
    workspace: &Workspace,
    folder: &Path,
    build: &Path,
    tool: &CargoTool,
) -> Result<PathBuf> {
    let CargoTool {
        package,
        version,
        options,
        ..
    } = tool;
    eprintln!("Building {package} {version}: a few minutes, once for every clone on this machine.");
    let home = home(folder, tool);
    process::run(
        cargo()
            .current_dir(workspace.root())
            .args(["install", "--locked", "--root"])
            .arg(&home)
            .args(*options)
            .arg(format!("{package}@{version}"))
            // One target folder and one profile: what two tools share is compiled once. Unoptimised, for they
            // run for a second and take minutes to build; a crate in one piece, for there are more crates than
            // processors.
            .env("CARGO_TARGET_DIR", build)
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "1")
            .env("CARGO_PROFILE_RELEASE_PANIC", "abort")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0"),
    )
    .with_context(|| {
        format!(
            "{package} {version} could not be built. To put it on PATH yourself, run:\n    \
             cargo install --locked {package}@{version}"
        )
    })?;
    find_program(&[home.join("bin")], &[tool.program])
        .with_context(|| format!("{package} {version} brought no {}", tool.program))
}
