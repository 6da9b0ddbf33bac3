//! The core, with none of its features, each alone and all, for a host, for wasm and for a machine without a system;
//! and tested with each set that chooses other code than all of them do.

use anyhow::{Result, ensure};

use crate::process::{self, cargo};
use crate::provision::{BARE_METAL, WASM};
use crate::workspace::Workspace;

/// What stands on an operating system.
const NEEDS_SYSTEM: [&str; 2] = ["default", "std"];

/// All features together are tested with the workspace.
const TESTED: [&str; 4] = ["", "alloc", "std", "alloc,libm"];

pub(super) fn test(workspace: &Workspace) -> Result<()> {
    for set in TESTED {
        process::run(
            cargo()
                .current_dir(workspace.root())
                .args(["test", "--quiet", "--package=attention-core"])
                .args(["--no-default-features", "--features", set])
                // Thousands of inputs, which the whole is fed.
                .args(["--", "--skip=fuzz"]),
        )?;
    }
    Ok(())
}

pub(super) fn check(workspace: &Workspace) -> Result<()> {
    let features = features(&workspace.read("crates/attention-core/Cargo.toml")?);
    ensure!(!features.is_empty(), "attention-core has no features");
    for target in [None, Some(WASM), Some(BARE_METAL)] {
        for set in sets(&features, target == Some(BARE_METAL)) {
            // What is tested on the host is compiled there anyway.
            if target.is_none() && TESTED.contains(&set.as_str()) {
                continue;
            }
            let mut command = cargo();
            command
                .current_dir(workspace.root())
                .args(["check", "--quiet", "--package=attention-core"])
                .args(["--no-default-features", "--features", &set]);
            if let Some(target) = target {
                command.args(["--target", target]);
            }
            process::run(&mut command)?;
        }
    }
    Ok(())
}

/// The names in a manifest's `[features]`.
fn features(manifest: &str) -> Vec<String> {
    manifest
        .lines()
        .skip_while(|line| *line != "[features]")
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| line.split_once('='))
        .map(|(name, _)| name.trim().to_owned())
        .filter(|name| !name.starts_with('#'))
        .collect()
}

/// None, each alone, and all.
fn sets(features: &[String], bare_metal: bool) -> Vec<String> {
    let usable: Vec<&str> = features
        .iter()
        .map(String::as_str)
        .filter(|name| !(bare_metal && NEEDS_SYSTEM.contains(name)))
        .collect();
    let all = usable.join(",");
    std::iter::once(String::new())
        .chain(usable.into_iter().map(str::to_owned))
        .chain([all])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MANIFEST: &str = "[package]\nname = \"a\"\n\n[features]\ndefault = [\"std\"]\n# Why.\nstd = [\"alloc\"]\n\
                            alloc = []\nlibm = [\"dep:libm\"]\n\n[dependencies]\nlibm = \"1\"\n";

    #[test]
    fn features_are_read_from_their_section() {
        assert_eq!(features(MANIFEST), ["default", "std", "alloc", "libm"]);
    }

    #[test]
    fn what_is_tested_is_there() {
        let manifest = Workspace::find()
            .unwrap()
            .read("crates/attention-core/Cargo.toml")
            .unwrap();
        let features = features(&manifest);
        for name in TESTED.iter().flat_map(|set| set.split(',')) {
            assert!(name.is_empty() || features.iter().any(|feature| feature == name));
        }
    }

    #[test]
    fn each_is_tried_alone_and_with_the_others() {
        let features = features(MANIFEST);
        assert_eq!(
            sets(&features, false),
            [
                "",
                "default",
                "std",
                "alloc",
                "libm",
                "default,std,alloc,libm"
            ]
        );
        assert_eq!(sets(&features, true), ["", "alloc", "libm", "alloc,libm"]);
    }
}
