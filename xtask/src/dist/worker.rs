//! `sw.js`: the page without a network, after a first visit.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::compress::plain_name;
use super::shrink;
use crate::provision::Toolbox;
use crate::seal::sha256_hex;
use crate::workspace::Workspace;

const NAME: &str = "sw.js";
/// Where what the page loads stands in it.
const FIRST: [&str; 2] = ["first.js", "first_bg.wasm"];
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
    let text = script(&sha256_hex(&page)[..16], files)? + &workspace.read("web/boot/sw.js")?;
    let path = folder.join(NAME);
    fs::write(&path, format!("(() => {{\n{text}}})();\n"))?;
    shrink::scripts(toolbox, std::slice::from_ref(&path))?;
    Ok(path)
}

fn script(build: &str, files: &[PathBuf]) -> Result<String> {
    let named = |wanted: &[&str]| -> Result<Vec<String>> {
        let find = |wanted: &&str| {
            let found = files.iter().find(|file| plain_name(file) == *wanted);
            let name = found.and_then(|file| file.file_name());
            let name = name.with_context(|| format!("the site has no {wanted} to keep"))?;
            Ok(name.to_string_lossy().into_owned())
        };
        wanted.iter().map(find).collect()
    };
    // What Rust writes of texts and their lists, JavaScript reads the same.
    Ok(format!(
        "const BUILD = {build:?};\nconst FIRST = {:?};\nconst LATER = {:?};\nconst USED = {:?};\n",
        named(&FIRST)?,
        named(&LATER)?,
        named(&USED)?,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_worker_knows_its_builds_files() -> Result<()> {
        let hashed = |name: &&str| {
            let (stem, ending) = name.split_once(['_', '.']).unwrap_or_default();
            let mark = &name[stem.len()..=stem.len()];
            PathBuf::from(format!("dist/{stem}-0123456789abcdef{mark}{ending}"))
        };
        let mut files: Vec<PathBuf> = [&FIRST[..], &LATER, &USED]
            .concat()
            .iter()
            .map(hashed)
            .collect();
        files.push(PathBuf::from("dist/index.html"));
        let script = script("build", &files)?;
        assert!(script.contains("const BUILD = \"build\";"), "{script}");
        let first =
            "const FIRST = [\"first-0123456789abcdef.js\", \"first-0123456789abcdef_bg.wasm\"];";
        assert!(script.contains(first), "{script}");
        Ok(())
    }

    #[test]
    fn a_file_that_is_not_there_is_no_worker() {
        let found = script("build", &[PathBuf::from("dist/index.html")]);
        assert!(found.is_err_and(|missing| missing.to_string().contains("first.js")));
    }
}
