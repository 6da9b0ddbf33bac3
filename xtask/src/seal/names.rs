//! Files that are loaded when they are asked for, which Trunk names plainly: named by what is in
//! them, so that a page never loads those of another build.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::sha256_hex;

pub(super) const SCRIPT: &str = ".js";
pub(super) const MODULE: &str = "_bg.wasm";

/// By stem and endings, as Trunk and the page's own script name them. Those of one stem bear one
/// hash.
const FILES: [(&str, &[&str]); 5] = [
    ("first", &[SCRIPT, MODULE]),
    ("workshop", &[SCRIPT, MODULE, ".css"]),
    ("files", &[SCRIPT, MODULE]),
    ("frame", &[SCRIPT]),
    ("pack", &[SCRIPT]),
];

/// The stems of those that are a module and its script.
pub(super) fn modules() -> impl Iterator<Item = &'static str> {
    let with_module = FILES
        .into_iter()
        .filter(|(_, endings)| endings.contains(&MODULE));
    with_module.map(|(stem, _)| stem)
}

/// Renames the files, and has the page name them so.
pub(super) fn by_content(staging: &Path, html: &mut String) -> Result<()> {
    for (stem, endings) in FILES {
        let mut contents = Vec::new();
        for ending in endings {
            let file = staging.join(format!("{stem}{ending}"));
            let bytes =
                fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
            contents.extend(bytes);
        }
        let hash = sha256_hex(&contents);
        for ending in endings {
            let (plain, name) = (
                format!("{stem}{ending}"),
                format!("{stem}-{}{ending}", &hash[..16]),
            );
            let reference = format!("\"./{plain}\"");
            ensure!(html.contains(&reference), "the page names no {plain}");
            *html = html.replace(&reference, &format!("\"./{name}\""));
            fs::rename(staging.join(&plain), staging.join(&name))
                .with_context(|| format!("cannot rename {plain}"))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_and_page_agree_on_names() {
        let folder = std::env::temp_dir().join(format!("named-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        for (stem, endings) in FILES {
            for ending in endings {
                fs::write(folder.join(format!("{stem}{ending}")), "a").unwrap();
            }
        }
        let mut html = "import(\"./first.js\"), \"./first_bg.wasm\", \"./workshop.js\", \"./workshop_bg.wasm\", \"./workshop.css\", \
                         \"./files.js\", \"./files_bg.wasm\", \"./frame.js\", \"./pack.js\""
            .to_owned();
        by_content(&folder, &mut html).unwrap();
        // printf aaa | sha256sum, and of aa, and of a
        assert_eq!(
            html,
            "import(\"./first-961b6dd3ede3cb8e.js\"), \"./first-961b6dd3ede3cb8e_bg.wasm\", \"./workshop-9834876dcfb05cb1.js\", \"./workshop-9834876dcfb05cb1_bg.wasm\", \"./workshop-9834876dcfb05cb1.css\", \
             \"./files-961b6dd3ede3cb8e.js\", \"./files-961b6dd3ede3cb8e_bg.wasm\", \"./frame-ca978112ca1bbdca.js\", \"./pack-ca978112ca1bbdca.js\""
        );
        assert!(folder.join("workshop-9834876dcfb05cb1.js").is_file());
        assert!(folder.join("frame-ca978112ca1bbdca.js").is_file());
        fs::remove_dir_all(folder).unwrap();
    }
}
