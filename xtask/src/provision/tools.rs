//! Which tools the commands use, and in which version: the one table to edit.

use anyhow::Result;

use super::Need;
use crate::workspace::Workspace;

/// A tool that cargo builds from its published source.
pub(crate) struct CargoTool {
    pub(crate) package: &'static str,
    pub(crate) program: &'static str,
    pub(crate) version: String,
    /// What keeps the build short: fewer features, one binary of several.
    pub(crate) options: &'static [&'static str],
}

const TRUNK: &str = "0.21.14";
const GECKODRIVER: &str = "0.37.1";
const CARGO_DENY: &str = "0.20.2";

/// What a command needs of them.
pub(crate) fn wanted(workspace: &Workspace, need: Need) -> Result<Vec<CargoTool>> {
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
        tools.push(CargoTool {
            package: "cargo-deny",
            program: "cargo-deny",
            version: CARGO_DENY.to_owned(),
            options: &["--no-default-features"],
        });
    }
    Ok(tools)
}
