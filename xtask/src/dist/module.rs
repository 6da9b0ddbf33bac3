//! What becomes of a compiled module: the script that leads into it, and the module itself, made smaller or faster.

use std::path::Path;

use anyhow::Result;

use crate::process;
use crate::provision::Toolbox;

/// What every engine of the last years knows, and `rustc` uses.
const KNOWN: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Rust's modules have their stack first: at the lowest addresses there is nothing but the very last of it, so that an
/// address and what is added to it never wrap around to there. It takes a hundredth off.
const STACK_FIRST: &str = "--low-memory-unused";

/// As Trunk optimises the page's own modules: `index.html`. What it comes to when it is compressed counts, and there:
/// `-O2` is shorter than `-Oz`, with less put inline; functions made of one generic, side by side by their names, are
/// nearly one; and the streams for server functions, which Leptos brings along, are exported though nobody asks for them.
pub(super) const SMALL: [&str; 6] = [
    "-O2",
    "--always-inline-max-function-size=4",
    "--one-caller-inline-max-function-size=40",
    "--remove-exports=*intounderlying*",
    "--remove-unused-module-elements",
    "--reorder-functions-by-name",
];

/// Has wasm-bindgen write a script of a kind, `NAME.js` in a folder, and the module beside it. Whoever calls the script
/// hands the module over.
pub(super) fn bind(
    toolbox: &Toolbox,
    kind: &str,
    name: &str,
    module: &Path,
    folder: &Path,
) -> Result<()> {
    process::run(
        toolbox
            .command("wasm-bindgen")?
            .args([
                "--target",
                kind,
                "--no-typescript",
                "--omit-default-module-path",
                "--keep-debug",
                "--no-demangle",
            ])
            .args(["--out-name", name, "--out-dir"])
            .arg(folder)
            .arg(module),
    )
}

/// Has wasm-opt write a module anew.
pub(super) fn optimise(toolbox: &Toolbox, options: &[&str], from: &Path, to: &Path) -> Result<()> {
    process::run(
        toolbox
            .command("wasm-opt")?
            .args(KNOWN)
            .arg(STACK_FIRST)
            .args(options)
            .arg(from)
            .arg("-o")
            .arg(to),
    )
}
