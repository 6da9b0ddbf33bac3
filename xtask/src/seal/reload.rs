//! Trunk's script that reloads the page after a rebuild.

use anyhow::{Context, Result};

use super::scan::scan;

/// Where the script goes: in a file it needs no hash.
pub(super) const FILE: &str = "trunk-reload.js";

/// Trunk's server writes its address into the script with every answer, so that an inline script's hash never fits.
const ADDRESS: &str = "{{__TRUNK_ADDRESS__}}";
const BASE: &str = "{{__TRUNK_WS_BASE__}}";

/// Takes the script out of a served page, loading it from a file in its place. A release has none.
pub(super) fn split_off(html: &mut String) -> Result<Option<String>> {
    let Some(script) = scan(html)
        .scripts
        .into_iter()
        .find(|script| script.contains(ADDRESS))
        .map(str::to_owned)
    else {
        return Ok(None);
    };
    let start = html
        .find(&format!("<script>{script}"))
        .context("Trunk's reload script stands in no plain <script>")?;
    let text = start + "<script".len();
    html.replace_range(
        text..text + 1 + script.len(),
        &format!(" src=\"./{FILE}\">"),
    );
    // The page's own address says the same as the placeholders.
    Ok(Some(
        script
            .replace(&format!("'{ADDRESS}'"), "window.location.host")
            .replace(&format!("`{ADDRESS}`"), "window.location.host")
            .replace(BASE, "/"),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_release_is_left_alone() {
        let mut html = "<head></head><script>let a;</script>".to_owned();
        assert_eq!(split_off(&mut html).unwrap(), None);
        assert_eq!(html, "<head></head><script>let a;</script>");
    }

    #[test]
    fn the_reload_script_moves_to_its_file() {
        let mut html =
            "<script>let a;</script><script>const address = '{{__TRUNK_ADDRESS__}}', base = '{{__TRUNK_WS_BASE__}}';</script>"
                .to_owned();
        let script = split_off(&mut html).unwrap();
        assert_eq!(
            script.as_deref(),
            Some("const address = window.location.host, base = '/';")
        );
        assert_eq!(
            html,
            "<script>let a;</script><script src=\"./trunk-reload.js\"></script>"
        );
    }
}
