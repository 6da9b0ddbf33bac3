//! `attention-mixer.html`: the whole page, workshop included, as one file that opens from disk by a double click.
//!
//! From disk, browsers load no module and fetch nothing. So everything stands in the file: the script inline, and the
//! WebAssembly module in base64, compressed as `DecompressionStream` reads it.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::compress::{gzip_best, plain_name};
use crate::seal;
use crate::workspace::read;

/// Its name in `dist`.
pub(super) const NAME: &str = "attention-mixer.html";

/// What wasm-bindgen's script exports once it is minified: `export{a as initSync,b as default};`.
const EXPORTS: &str = "export{";
/// Where a page that is saved anew puts its link: `web/src/dom/take.rs` looks for it to the letter.
const LINK: &str = "<meta name=\"attention-mixer-link\" content=\"\">";
/// How the page's own script asks for what a frame tells.
const FRAME: &str = "import(\"./";

/// Writes the file from those of the site.
pub(super) fn write(folder: &Path, files: &[PathBuf]) -> Result<PathBuf> {
    let find = |name: &str| {
        let found = files.iter().find(|file| plain_name(file) == name);
        found.with_context(|| format!("the site has no {name}"))
    };
    let module_path = find("workshop_bg.wasm")?;
    let module = std::fs::read(module_path)
        .with_context(|| format!("cannot read {}", module_path.display()))?;
    let script = starting(&read(find("workshop.js")?)?, &gzip_best(&module)?)?;
    let frame_path = find("frame.js")?;
    let mut html = seal::open(&read(&folder.join("index.html"))?)?;
    replace_loader(&mut html, &script)?;
    embed_styles(&mut html, &read(find("workshop.css")?)?)?;
    embed_frame(&mut html, frame_path, &read(frame_path)?)?;
    seal::seal_file(&mut html, LINK);
    let path = folder.join(NAME);
    std::fs::write(&path, html).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(path)
}

/// wasm-bindgen's script, which starts the module that it carries in place of exporting how.
fn starting(script: &str, packed: &[u8]) -> Result<String> {
    let (body, exports) = script
        .rsplit_once(EXPORTS)
        .context("the workshop's script exports nothing")?;
    let start = exports
        .split([',', '}'])
        .find_map(|export| export.strip_suffix(" as default"))
        .context("the workshop's script exports no start")?;
    ensure!(
        !script.contains("</script") && !body.contains("import "),
        "the workshop's script can't stand inside a page"
    );
    let body = body
        .replace("export class ", "class ")
        .replace("export function ", "function ");
    let packed = STANDARD.encode(packed);
    Ok(format!(
        "{body}const packed=Uint8Array.from(atob(\"{packed}\"),one=>one.charCodeAt(0));\
         new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream(\"gzip\"))).arrayBuffer()\
         .then(bytes=>{start}({{module_or_path:bytes}}));"
    ))
}

/// Puts the script in the place of the one that loads the first view's module.
fn replace_loader(html: &mut String, script: &str) -> Result<()> {
    let tag = "<script type=module>";
    let start = html.find(tag).context("the page loads no module")? + tag.len();
    let length = html[start..]
        .find("</script>")
        .context("the page's module script ends")?;
    html.replace_range(start..start + length, script);
    Ok(())
}

/// Puts the workshop's styles after the page's own.
fn embed_styles(html: &mut String, styles: &str) -> Result<()> {
    let place = html.find("</style>").context("the page has styles")?;
    html.insert_str(place, styles);
    Ok(())
}

/// Puts what a frame tells into the page, which would load it.
fn embed_frame(html: &mut String, path: &Path, script: &str) -> Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let asks = format!("{FRAME}{name}\")");
    ensure!(html.contains(&asks), "the page asks for no {name}");
    *html = html.replace(&asks, "Promise.resolve()");
    let tag = "<script type=module>";
    let place = html.find(tag).context("the page loads no module")?;
    html.insert_str(place, &format!("<script type=module>{script}</script>"));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_starts_what_it_carries() {
        let script = "export class A{}let q;function M(){}async function W(n){}export{M as initSync,W as default};";
        let starting = starting(script, b"packed").unwrap();
        // printf packed | base64
        assert!(
            starting.starts_with("class A{}let q;function M(){}async function W(n){}const packed=")
        );
        assert!(starting.contains("atob(\"cGFja2Vk\")"), "{starting}");
        assert!(starting.ends_with(".then(bytes=>W({module_or_path:bytes}));"));
        assert!(super::starting("let a;", b"").is_err());
    }

    #[test]
    fn a_page_carries_what_it_would_load() {
        let mut html = "<style>a{}</style><script>if (parent !== window) import(\"./frame-1.js\").catch(a)</script>\
                        <script type=module>import init from './m.js'</script>"
            .to_owned();
        replace_loader(&mut html, "start()").unwrap();
        embed_styles(&mut html, "b{}").unwrap();
        embed_frame(&mut html, Path::new("dist/frame-1.js"), "tell()").unwrap();
        assert_eq!(
            html,
            "<style>a{}b{}</style><script>if (parent !== window) Promise.resolve().catch(a)</script>\
             <script type=module>tell()</script><script type=module>start()</script>"
        );
    }
}
