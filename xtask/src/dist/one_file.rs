//! `attention-mixer.html`: the whole page, workshop included, as one file that opens from disk by a double click.
//!
//! From disk, browsers load no module and fetch nothing. So everything stands in the file: the scripts inline, and the
//! WebAssembly modules as text, compressed as `DecompressionStream` reads it.

mod carried;
mod text;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::compress::plain_name;
use crate::seal;
use crate::workspace::read;
use carried::Carried;

/// Its name in `dist`.
pub(super) const NAME: &str = "attention-mixer.html";

/// Where a page that is saved anew puts its link: `attention_scene::with_link` looks for it to the letter.
const LINK: &str = "<meta name=\"attention-mixer-link\" content=\"\">";
/// How a module's script stands in a page, before this; and how the page's own script asks for one.
const MODULE: &str = "<script type=module>";
const BODY: &str = "<body>";
const ASKS: &str = "import(\"./";
/// Where the script finds what the file carries in its place.
const FILES: &str = "carriedFiles";

/// Writes the file from those of the site.
pub(super) fn write(folder: &Path, files: &[PathBuf]) -> Result<PathBuf> {
    let find = |name: &str| {
        let found = files.iter().find(|file| plain_name(file) == name);
        found.with_context(|| format!("the site has no {name}"))
    };
    let carry = |stem: &str| -> Result<Carried> {
        let module_path = find(&format!("{stem}_bg.wasm"))?;
        let module = std::fs::read(module_path)
            .with_context(|| format!("cannot read {}", module_path.display()))?;
        Carried::of(
            &read(find(&format!("{stem}.js"))?)?,
            &gzip_smallest(&module)?,
        )
    };
    let mut html = seal::open(&read(&folder.join("index.html"))?)?;
    start_by(&mut html, &carry("workshop")?.started())?;
    embed_styles(&mut html, &read(find("workshop.css")?)?)?;
    for name in ["frame.js", "pack.js"] {
        let path = find(name)?;
        embed(&mut html, path, "Promise.resolve()", &read(path)?)?;
    }
    let given = carry("files")?.given_as(FILES);
    embed(&mut html, find("files.js")?, FILES, &given)?;
    seal::seal_file(&mut html, LINK);
    let path = folder.join(NAME);
    std::fs::write(&path, html).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(path)
}

/// As small as gzip's format goes, which takes seconds: the file is carried about as it is.
fn gzip_smallest(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    zopfli::compress(
        zopfli::Options::default(),
        zopfli::Format::Gzip,
        bytes,
        &mut packed,
    )?;
    Ok(packed)
}

/// Puts the script that starts the page before what the page shows.
fn start_by(html: &mut String, script: &str) -> Result<()> {
    let place = html.find(BODY).context("the page has a body")?;
    html.insert_str(place, &format!("{MODULE}{script}</script>"));
    Ok(())
}

/// Puts the workshop's styles after the page's own.
fn embed_styles(html: &mut String, styles: &str) -> Result<()> {
    let place = html.find("</style>").context("the page has styles")?;
    html.insert_str(place, styles);
    Ok(())
}

/// Puts a script into the page, which would load it and asks for something else now.
fn embed(html: &mut String, path: &Path, instead: &str, script: &str) -> Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let asks = format!("{ASKS}{name}\")");
    ensure!(html.contains(&asks), "the page asks for no {name}");
    *html = html.replace(&asks, instead);
    let place = html.find(MODULE).context("the page loads no module")?;
    html.insert_str(place, &format!("{MODULE}{script}</script>"));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_carries_what_it_would_load() {
        let mut html = "<style>a{}</style><script>if (parent !== window) import(\"./frame-1.js\").catch(a)</script><body>"
            .to_owned();
        start_by(&mut html, "start()").unwrap();
        embed_styles(&mut html, "b{}").unwrap();
        let frame = Path::new("dist/frame-1.js");
        embed(&mut html, frame, "Promise.resolve()", "tell()").unwrap();
        assert_eq!(
            html,
            "<style>a{}b{}</style><script>if (parent !== window) Promise.resolve().catch(a)</script>\
             <script type=module>tell()</script><script type=module>start()</script><body>"
        );
    }
}
