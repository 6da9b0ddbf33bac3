//! Scripts without what only people read. Trunk's own minifier does not understand what wasm-bindgen writes.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::process;
use crate::provision::Toolbox;

pub(super) fn scripts(toolbox: &Toolbox, files: &[PathBuf]) -> Result<()> {
    let terser = toolbox.package_file("terser/bin/terser")?;
    for script in files {
        if script.extension().is_some_and(|ending| ending == "js") {
            process::run(
                Command::new("node")
                    .arg(&terser)
                    .args(["--module", "--compress", "--mangle", "--output"])
                    .args([script, script]),
            )?;
        }
    }
    Ok(())
}
