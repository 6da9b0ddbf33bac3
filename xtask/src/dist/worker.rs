//! `sw.js`: the page without a network, after a first visit.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::compress::plain_name;
use super::shrink;
use crate::provision::Toolbox;
use crate::seal::sha256_hex;
use crate::workspace::Workspace;

const NAME: &str = "sw.js";
/// Where what the page loads stands in it.
const FIRST: [&str; 2] = ["attention-mixer.js", "attention-mixer_bg.wasm"];
/// What is kept once somebody begins to work.
const LATER: [&str; 3] = ["workshop.js", "workshop_bg.wasm", "workshop.css"];
/// What is kept once it was used.
const USED: [&str; 4] = ["frame.js", "pack.js", "files.js", "files_bg.wasm"];

/// Writes the worker for these files of the site.
pub(super) fn write(
    workspace: &Workspace,
    toolbox: &Toolbox,
    folder: &Path,
    files: &[PathBuf],
) -> Result<PathBuf> {
    let page = fs::read(folder.join("index.html"))?;
    let text = script(&sha256_hex(&page)[..16], files) + &workspace.read("web/boot/sw.js")?;
    let path = folder.join(NAME);
    fs::write(&path, format!("(() => {{\n{text}}})();\n"))?;
    shrink::scripts(toolbox, std::slice::from_ref(&path))?;
    Ok(path)
}

fn script(build: &str, files: &[PathBuf]) -> String {
    let named = |wanted: &[&str]| -> Vec<String> {
        let is_wanted = |file: &&PathBuf| wanted.contains(&plain_name(file).as_str());
        let found = files.iter().filter(is_wanted);
        let names = found.filter_map(|file| file.file_name());
        names
            .map(|name| name.to_string_lossy().into_owned())
            .collect()
    };
    // What Rust writes of texts and their lists, JavaScript reads the same.
    format!(
        "const BUILD = {build:?};\nconst FIRST = {:?};\nconst LATER = {:?};\nconst USED = {:?};\n",
        named(&FIRST),
        named(&LATER),
        named(&USED),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_worker_knows_its_builds_files() {
        let files = [
            "dist/attention-mixer-0123456789abcdef.js",
            "dist/workshop-0123456789abcdef_bg.wasm",
            "dist/index.html",
        ];
        assert_eq!(
            script("build", &files.map(PathBuf::from)),
            "const BUILD = \"build\";\nconst FIRST = [\"attention-mixer-0123456789abcdef.js\"];\n\
             const LATER = [\"workshop-0123456789abcdef_bg.wasm\"];\nconst USED = [];\n"
        );
    }
}
