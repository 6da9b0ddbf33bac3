//! Which crates the core and the scene may see.

use anyhow::Result;

use crate::process::{capture, cargo};
use crate::workspace::Workspace;

const CORE_MAY_SEE: [&str; 3] = ["attention-core", "libm", "fearless_simd"];

const SCENE_MAY_NOT_SEE: [&str; 6] = [
    "leptos",
    "web-sys",
    "js-sys",
    "wasm-bindgen",
    "attention-web",
    "attention-js",
];

pub(super) fn core_is_mathematics_alone(workspace: &Workspace) -> Result<Vec<String>> {
    Ok(dependencies(workspace, "attention-core")?
        .into_iter()
        .filter(|name| !CORE_MAY_SEE.contains(&name.as_str()))
        .map(|name| format!("attention-core depends on {name}"))
        .collect())
}

pub(super) fn scene_knows_no_browser(workspace: &Workspace) -> Result<Vec<String>> {
    Ok(dependencies(workspace, "attention-scene")?
        .into_iter()
        .filter(|name| SCENE_MAY_NOT_SEE.contains(&name.as_str()))
        .map(|name| format!("attention-scene depends on {name}"))
        .collect())
}

/// What a package is built of, on every platform and with every feature, itself included.
fn dependencies(workspace: &Workspace, package: &str) -> Result<Vec<String>> {
    let tree = capture(
        cargo()
            .current_dir(workspace.root())
            .args(["tree", "--package", package, "--edges", "normal"])
            .args(["--all-features", "--target", "all"])
            .args(["--prefix", "none", "--format", "{p}"]),
    )?;
    Ok(names(&tree))
}

fn names(tree: &str) -> Vec<String> {
    let mut names: Vec<String> = tree
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .map(str::to_owned)
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn every_crate_of_a_tree_is_named_once() {
        let tree = "attention-core v0.1.0 (/a b)\nlibm v0.2.16\n\nlibm v0.2.16 (*)\n";
        assert_eq!(names(tree), ["attention-core", "libm"]);
    }
}
