//! `dist/embed/`: the script of `<attention-mixer>` for other people's pages, and the module that it loads.
//!
//! One script, of no particular kind, so that a plain tag serves; the module beside it is named and checked by what
//! is in it. A copy of the script has its hash in its name, for whoever pins what they embed.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha384};

use super::{module, shrink};
use crate::imports;
use crate::process::{self, cargo};
use crate::provision::{Toolbox, WASM};
use crate::seal::sha256_hex;
use crate::small_std;
use crate::style;
use crate::workspace::{Workspace, read};

/// A post with the element and the frame in it.
const EXAMPLE: [&str; 2] = ["example.html", "example.js"];

/// Builds the module and writes the files; answers with them.
pub(super) fn build(
    workspace: &Workspace,
    toolbox: &Toolbox,
    folder: &Path,
) -> Result<Vec<PathBuf>> {
    let bound = bind(workspace, toolbox)?;
    let folder = folder.join("embed");
    fs::create_dir_all(&folder)?;
    let module = fs::read(bound.join("mixer.wasm"))?;
    let module_name = format!("mixer-{}.wasm", &sha256_hex(&module)[..16]);
    let module_path = folder.join(&module_name);
    fs::write(&module_path, &module)?;
    let text = script(&Parts {
        glue: &read(&bound.join("mixer.js"))?,
        styles: &style::of_the_element(workspace)?,
        module: &module_name,
        integrity: &integrity(&module),
        element: &read(&workspace.join("embed/attention-mixer.js"))?,
    });
    let script_path = folder.join("attention-mixer.js");
    fs::write(&script_path, text)?;
    shrink::scripts(toolbox, std::slice::from_ref(&script_path))?;
    let script = fs::read(&script_path)?;
    let pinned_name = format!("attention-mixer.{}.js", &sha256_hex(&script)[..16]);
    let pinned_path = folder.join(&pinned_name);
    fs::write(&pinned_path, &script)?;
    let pins_path = folder.join("integrity.json");
    let pins = format!(
        "{{\"version\": \"{}\", \"script\": \"{pinned_name}\", \"integrity\": \"{}\"}}\n",
        env!("CARGO_PKG_VERSION"),
        integrity(&script),
    );
    fs::write(&pins_path, pins)?;
    let mut files = vec![script_path, pinned_path, module_path, pins_path];
    for name in EXAMPLE {
        let place = folder.join(name);
        fs::copy(workspace.join("embed").join(name), &place)?;
        files.push(place);
    }
    Ok(files)
}

/// Compiles the page for the element and has its glue written; answers with the folder that holds both.
fn bind(workspace: &Workspace, toolbox: &Toolbox) -> Result<PathBuf> {
    process::run(
        small_std::add_to(&mut cargo())
            .current_dir(workspace.root())
            .args(["build", "--release", "--package", "attention-web"])
            .args(["--bin", "element", "--features", "element"])
            .args(["--target", WASM]),
    )?;
    let target = workspace.target();
    let folder = target.join("element");
    let compiled = target.join(WASM).join("release/element.wasm");
    module::bind(toolbox, "no-modules", "mixer", &compiled, &folder)?;
    module::optimise(
        toolbox,
        &module::SMALL,
        &folder.join("mixer_bg.wasm"),
        &folder.join("mixer.wasm"),
    )?;
    imports::number(&folder.join("mixer.js"), &folder.join("mixer.wasm"))?;
    Ok(folder)
}

/// What the script is put together from.
struct Parts<'a> {
    glue: &'a str,
    styles: &'a str,
    module: &'a str,
    integrity: &'a str,
    element: &'a str,
}

/// All in one function: nothing of it is the page's around.
fn script(parts: &Parts<'_>) -> String {
    // What Rust escapes in a text, JavaScript reads the same.
    let constant = |name, text: &str| format!("const {name} = {text:?};\n");
    format!(
        "(() => {{\n\"use strict\";\n{}\n{}{}{}{}}})();\n",
        parts.glue,
        constant("STYLES", parts.styles),
        constant("MODULE", parts.module),
        constant("INTEGRITY", parts.integrity),
        parts.element,
    )
}

/// The hash by which a page pins a file (Subresource Integrity).
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_holds_what_it_refers_to() {
        let script = script(&Parts {
            glue: "let wasm_bindgen;",
            styles: "a { content: \"b\" }",
            module: "mixer-1.wasm",
            integrity: &integrity(b""),
            element: "element(STYLES);\n",
        });
        // openssl dgst -sha384 -binary /dev/null | base64
        let pin = "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";
        assert_eq!(
            script,
            format!(
                "(() => {{\n\"use strict\";\nlet wasm_bindgen;\nconst STYLES = \"a {{ content: \\\"b\\\" }}\";\n\
                 const MODULE = \"mixer-1.wasm\";\nconst INTEGRITY = \"{pin}\";\nelement(STYLES);\n}})();\n"
            )
        );
    }

    #[test]
    fn the_element_takes_every_key_of_links_and_no_other() {
        let script = include_str!("../../../embed/attention-mixer.js");
        // The two lists, each in one statement.
        let statements = script.split(';');
        let lists = statements.filter(|text| {
            ["const ROOM =", "const KEYS ="]
                .iter()
                .any(|list| text.contains(list))
        });
        let mut taken: Vec<&str> = lists
            .flat_map(|list| list.split('"').skip(1).step_by(2))
            .collect();
        // The only table of its section, a row for one key or several alike.
        let contract = include_str!("../../../docs/contract.md");
        let mut sections = contract.split("\n## ");
        let section = sections.find(|section| section.starts_with("In the address\n"));
        let rows = section.unwrap_or_default().lines();
        let names = rows.filter_map(|row| row.strip_prefix("| `")?.split("` | ").next());
        let mut keys: Vec<&str> = names.flat_map(|names| names.split("`, `")).collect();
        assert!(
            !keys.is_empty(),
            "docs/contract.md has no table of the address's keys"
        );
        taken.sort_unstable();
        keys.sort_unstable();
        assert_eq!(taken, keys);
    }
}
