//! A module that a page carries: wasm-bindgen's script, and the WebAssembly that it starts.

use super::text;
use anyhow::{Context, Result, ensure};

/// What wasm-bindgen's script exports once it is minified: `export{a as initSync,b as default};`.
const EXPORTS: &str = "export{";
const FUNCTION: &str = "export function ";

/// A module that stands inside a page.
pub(super) struct Carried {
    /// The script without its exports, and the module as `packed`, which `unpacked()` promises the bytes of.
    script: String,
    /// What the script calls the function that starts the module.
    start: String,
    /// The functions that it exports besides.
    functions: Vec<String>,
}

impl Carried {
    /// Of a script, and a module that is compressed.
    pub(super) fn of(script: &str, packed: &[u8]) -> Result<Self> {
        let (body, exports) = script
            .rsplit_once(EXPORTS)
            .context("a module's script exports nothing")?;
        let start = exports
            .split([',', '}'])
            .find_map(|export| export.strip_suffix(" as default"))
            .context("a module's script exports no start")?;
        ensure!(
            !script.contains("</script") && !body.contains("import "),
            "a module's script can't stand inside a page"
        );
        let functions = body.split(FUNCTION).skip(1);
        let functions = functions.filter_map(|rest| rest.split('(').next());
        let functions = functions.map(str::to_owned).collect();
        let body = body
            .replace("export class ", "class ")
            .replace(FUNCTION, "function ");
        let (length, packed) = (packed.len(), text::encode(packed));
        Ok(Self {
            script: format!(
                "{body}const packed=({})(\"{packed}\",{length}),\
                 unpacked=()=>new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream(\"gzip\"))).arrayBuffer();",
                text::DECODE
            ),
            start: start.to_owned(),
            functions,
        })
    }

    /// A script that starts the module at once.
    pub(super) fn started(&self) -> String {
        let Self { script, start, .. } = self;
        format!("{script}unpacked().then(bytes=>{start}({{module_or_path:bytes}}));")
    }

    /// A script that leaves what an import would have promised under a name of the window's.
    pub(super) fn given_as(&self, name: &str) -> String {
        let (script, start) = (&self.script, &self.start);
        let functions = self.functions.join(",");
        format!(
            "{script}window.{name}={{default:async()=>{start}({{module_or_path:await unpacked()}}),{functions}}};"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "export class A{}export function open(n){}let q;function M(){}async function W(n){}export{M as initSync,W as default};";

    #[test]
    fn a_script_starts_what_it_carries() {
        let started = Carried::of(SCRIPT, b"packed").unwrap().started();
        assert!(started.starts_with(
            "class A{}function open(n){}let q;function M(){}async function W(n){}const packed=("
        ));
        let packed = format!("(\"{}\",6)", text::encode(b"packed"));
        assert!(started.contains(&packed), "{started}");
        assert!(started.ends_with(".then(bytes=>W({module_or_path:bytes}));"));
        assert!(Carried::of("let a;", b"").is_err());
    }

    #[test]
    fn a_script_gives_what_it_carries() {
        let given = Carried::of(SCRIPT, b"packed").unwrap().given_as("carried");
        assert!(given.ends_with(
            "window.carried={default:async()=>W({module_or_path:await unpacked()}),open};"
        ));
    }
}
