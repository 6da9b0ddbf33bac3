//! Which crates may see which, and what those that are published bring with them.

use anyhow::Result;

use crate::process::{capture, cargo};
use crate::workspace::Workspace;

const CORE_MAY_SEE: [&str; 3] = ["attention-core", "libm", "fearless_simd"];

/// Beside itself. What carries values across is serde's and wasm-bindgen's.
const JS_MAY_NAME: [&str; 6] = [
    "attention-js",
    "attention-core",
    "js-sys",
    "serde",
    "serde-wasm-bindgen",
    "wasm-bindgen",
];

/// Beside itself: what is on stage, and who reads and writes formats.
const FILES_MAY_NAME: [&str; 8] = [
    "attention-files",
    "attention-core",
    "attention-scene",
    "csv",
    "miniz_oxide",
    "safetensors",
    "serde",
    "serde_json",
];

const PUBLISHED: [&str; 2] = ["attention-core", "attention-scene"];

const PAPERS: [&str; 3] = ["README.md", "LICENSE-APACHE", "LICENSE-MIT"];

const SCENE_MAY_NOT_SEE: [&str; 6] = [
    "leptos",
    "web-sys",
    "js-sys",
    "wasm-bindgen",
    "attention-web",
    "attention-js",
];

pub(super) fn core_is_mathematics_alone(workspace: &Workspace) -> Result<Vec<String>> {
    Ok(dependencies(workspace, "attention-core", ALL)?
        .into_iter()
        .filter(|name| !CORE_MAY_SEE.contains(&name.as_str()))
        .map(|name| format!("attention-core depends on {name}"))
        .collect())
}

pub(super) fn scene_knows_no_browser(workspace: &Workspace) -> Result<Vec<String>> {
    Ok(dependencies(workspace, "attention-scene", ALL)?
        .into_iter()
        .filter(|name| SCENE_MAY_NOT_SEE.contains(&name.as_str()))
        .map(|name| format!("attention-scene depends on {name}"))
        .collect())
}

pub(super) fn js_is_the_core_and_bindings(workspace: &Workspace) -> Result<Vec<String>> {
    Ok(dependencies(workspace, "attention-js", "1")?
        .into_iter()
        .filter(|name| !JS_MAY_NAME.contains(&name.as_str()))
        .map(|name| format!("attention-js depends on {name}"))
        .collect())
}

pub(super) fn files_are_the_scene_and_formats(workspace: &Workspace) -> Result<Vec<String>> {
    Ok(dependencies(workspace, "attention-files", "1")?
        .into_iter()
        .filter(|name| !FILES_MAY_NAME.contains(&name.as_str()))
        .map(|name| format!("attention-files depends on {name}"))
        .collect())
}

pub(super) fn crates_bring_their_papers(workspace: &Workspace) -> Result<Vec<String>> {
    let mut breaches = Vec::new();
    for package in PUBLISHED {
        let files = capture(
            cargo()
                .current_dir(workspace.root())
                .args(["package", "--list", "--allow-dirty", "--offline"])
                .args(["--package", package]),
        )?;
        let lacks = PAPERS
            .iter()
            .filter(|paper| !files.lines().any(|file| file == **paper));
        breaches.extend(lacks.map(|paper| format!("{package} is packed without {paper}")));
    }
    Ok(breaches)
}

/// Deeper than any tree.
const ALL: &str = "1000";

/// What a package is built of, so many arrows deep, on every platform and with every feature, itself included.
fn dependencies(workspace: &Workspace, package: &str, depth: &str) -> Result<Vec<String>> {
    let tree = capture(
        cargo()
            .current_dir(workspace.root())
            .args(["tree", "--package", package, "--edges", "normal"])
            .args(["--all-features", "--target", "all", "--depth", depth])
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
