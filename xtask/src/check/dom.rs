//! Where the page may speak to the browser itself.

use anyhow::Result;
use proc_macro2::{TokenStream, TokenTree};

use super::sources::sources;
use crate::workspace::Workspace;

const BROWSER_CRATES: [&str; 4] = ["web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures"];

/// The sources of what runs on the page.
const PAGE: [&str; 2] = ["web/src", "crates/attention-files-panel/src"];

pub(super) fn only_dom_touches_the_browser(workspace: &Workspace) -> Result<Vec<String>> {
    let mut breaches = Vec::new();
    for folder in PAGE {
        for source in sources(workspace, folder, &["rs"])? {
            if source.name.starts_with(&format!("{folder}/dom/")) {
                continue;
            }
            let mut found = Vec::new();
            browser_crates(source.tokens()?, &mut found);
            breaches.extend(
                found
                    .into_iter()
                    .map(|(line, name)| format!("{}:{line} names {name}", source.name)),
            );
        }
    }
    Ok(breaches)
}

fn browser_crates(tokens: TokenStream, found: &mut Vec<(usize, String)>) {
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => {
                let name = ident.to_string();
                if BROWSER_CRATES.contains(&name.as_str()) {
                    found.push((ident.span().start().line, name));
                }
            }
            TokenTree::Group(group) => browser_crates(group.stream(), found),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_counts_and_comments_do_not() {
        let code = "/// Like web_sys::Window.\nfn f() { /* js_sys */\n let w: web_sys::Window = \"js_sys\"; }";
        let mut found = Vec::new();
        browser_crates(code.parse().unwrap(), &mut found);
        assert_eq!(found, [(3, "web_sys".to_owned())]);
    }
}
