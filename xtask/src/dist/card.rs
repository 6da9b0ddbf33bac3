//! What other hosts show of a link to the page: a card with a picture (OpenGraph), or the page in a frame (oEmbed).
//!
//! Both want whole addresses, which only whoever publishes the site knows: `ATTENTION_MIXER_ADDRESS` says it. Without it
//! addresses stay relative, and hosts that don't resolve them show a link.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::workspace::{Workspace, read};

const ADDRESS: &str = "ATTENTION_MIXER_ADDRESS";
const PICTURE: &str = "page.png";
const OEMBED: &str = "oembed.json";
/// What the page shows in a frame, where no script tells its height.
const SIZE: [u32; 2] = [760, 1000];

/// Writes the files, and names them in the page.
pub(super) fn write(workspace: &Workspace, folder: &Path) -> Result<Vec<PathBuf>> {
    let address = std::env::var(ADDRESS).unwrap_or_default();
    let picture = folder.join(PICTURE);
    fs::copy(workspace.join("docs/page.png"), &picture)?;
    let page = folder.join("index.html");
    let html = read(&page)?;
    let (_, title) = html.split_once("<title>").context("the page has a title")?;
    let (title, _) = title.split_once("</title>").context("its title ends")?;
    let oembed = folder.join(OEMBED);
    fs::write(&oembed, in_a_frame(title, &address))?;
    fs::write(&page, with_names(&html, &address)?)?;
    Ok(vec![picture, oembed])
}

fn in_a_frame(title: &str, address: &str) -> String {
    let [width, height] = SIZE;
    let frame = format!(
        "<iframe src=\"{address}#view=embed\" title=\"{title}\" width=\"{width}\" height=\"{height}\" loading=\"lazy\" style=\"border:0\"></iframe>"
    );
    // What Rust escapes in such a text, JSON does, too.
    format!(
        "{{\"version\": \"1.0\", \"type\": \"rich\", \"provider_name\": \"Attention Mixer\", \"title\": {title:?}, \
         \"width\": {width}, \"height\": {height}, \"thumbnail_url\": \"{address}{PICTURE}\", \
         \"thumbnail_width\": 1280, \"thumbnail_height\": 800, \"html\": {frame:?}}}\n"
    )
}

fn with_names(html: &str, address: &str) -> Result<String> {
    let place = html.find("<title>").context("the page has a title")?;
    let (before, after) = html.split_at(place);
    let names = format!(
        "<meta property=og:image content=\"{address}{PICTURE}\">\
         <link rel=alternate type=application/json+oembed href=\"{address}{OEMBED}\">"
    );
    Ok(format!("{before}{names}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_get_whole_addresses_where_they_are_known() {
        let html = with_names("<title>A</title>", "https://example.org/").unwrap();
        assert!(
            html.contains("content=\"https://example.org/page.png\""),
            "{html}"
        );
        assert!(
            html.ends_with("href=\"https://example.org/oembed.json\"><title>A</title>"),
            "{html}"
        );
        let json = in_a_frame("A", "https://example.org/");
        assert!(
            json.contains(
                r#""html": "<iframe src=\"https://example.org/#view=embed\" title=\"A\""#
            ),
            "{json}"
        );
        assert!(with_names("", "").is_err());
    }
}
