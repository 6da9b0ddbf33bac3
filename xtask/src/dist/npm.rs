//! `dist/npm/`: the JavaScript package, as npm packs it.
//!
//! The module is built twice, for engines with relaxed SIMD and for those without, and goes into the package as
//! text: no bundler has to be told about it, and no server.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;

use super::module;
use crate::process::{self, cargo};
use crate::provision::{Toolbox, WASM};
use crate::workspace::Workspace;

/// A build of the module, and what it may use.
struct Build {
    name: &'static str,
    target_features: &'static str,
    wasm_opt: &'static [&'static str],
}

const BUILDS: [Build; 2] = [
    Build {
        name: "simd",
        target_features: "+simd128",
        wasm_opt: &["--enable-simd"],
    },
    Build {
        name: "relaxed",
        target_features: "+simd128,+relaxed-simd",
        wasm_opt: &["--enable-simd", "--enable-relaxed-simd"],
    },
];

/// What is built twice; the other packages serve both builds.
const RECKONING: [&str; 3] = ["attention-core", "attention-js", "fearless_simd"];

/// `--low-memory-unused` holds since nothing but the end of a stack that has run over stands there; offsets then fold
/// into the loads of the inner loops.
const FAST: [&str; 2] = ["-O3", "--low-memory-unused"];

/// The version that package.json states in the sources.
const VERSION: &str = r#""version": "0.0.0""#;

pub(super) fn build(workspace: &Workspace, toolbox: &Toolbox) -> Result<()> {
    let package = workspace.join("dist/npm");
    if package.exists() {
        fs::remove_dir_all(&package)?;
    }
    fs::create_dir_all(package.join("wasm"))?;
    let bound = BUILDS
        .iter()
        .map(|build| bind(workspace, toolbox, build))
        .collect::<Result<Vec<_>>>()?;
    for (build, folder) in BUILDS.iter().zip(&bound) {
        let module = fs::read(folder.join("module.wasm"))?;
        let text = format!("export default \"{}\";\n", BASE64_STANDARD.encode(module));
        fs::write(
            package.join("wasm").join(build.name).with_extension("js"),
            text,
        )?;
    }
    let glue = |folder: &PathBuf| fs::read(folder.join("attention.js"));
    if glue(&bound[0])? != glue(&bound[1])? {
        bail!("the two builds of the JavaScript package want different glue");
    }
    copy(&bound[0].join("snippets"), &package.join("snippets"))?;
    fs::copy(bound[0].join("attention.js"), package.join("attention.js"))?;
    copy(&workspace.join("crates/attention-js/npm"), &package)?;
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        fs::copy(workspace.join(licence), package.join(licence))?;
    }
    state_version(&package.join("package.json"))
}

/// Compiles the crate and has its glue written; answers with the folder that holds both.
fn bind(workspace: &Workspace, toolbox: &Toolbox, build: &Build) -> Result<PathBuf> {
    let mut cargo = cargo();
    for package in RECKONING {
        cargo.arg("--config").arg(format!(
            "profile.release.package.{package}.rustflags=['-Ctarget-feature={}']",
            build.target_features
        ));
    }
    process::run(
        cargo
            .current_dir(workspace.root())
            .args(["-Zprofile-rustflags", "build", "--release"])
            .args(["--package", "attention-js"])
            .args(["--target", WASM])
            // Fast first, since it is asked for many tokens. No profile of its own, which would have its macros compiled
            // once more.
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "3")
            // Flags for a package are not stable yet. Besides, what Trunk has compiled is compiled once more where this
            // changes.
            .env("RUSTC_BOOTSTRAP", "1"),
    )?;
    let target = workspace.target();
    let folder = target.join("npm-package").join(build.name);
    let compiled = target.join(WASM).join("release/attention_js.wasm");
    module::bind(toolbox, "web", "attention", &compiled, &folder)?;
    module::optimise(
        toolbox,
        &[&FAST, build.wasm_opt].concat(),
        &folder.join("attention_bg.wasm"),
        &folder.join("module.wasm"),
    )?;
    Ok(folder)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    let entries = fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))?;
    for entry in entries {
        let path = entry?.path();
        let place = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy(&path, &place)?;
        } else {
            fs::copy(&path, place)?;
        }
    }
    Ok(())
}

fn state_version(manifest: &Path) -> Result<()> {
    let text = fs::read_to_string(manifest)?;
    if !text.contains(VERSION) {
        bail!("{} does not say {VERSION}", manifest.display());
    }
    let version = concat!("\"version\": \"", env!("CARGO_PKG_VERSION"), "\"");
    fs::write(manifest, text.replace(VERSION, version))?;
    Ok(())
}
