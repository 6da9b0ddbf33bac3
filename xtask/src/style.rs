//! The page's styles: bundled as its parts load them, and as they hold inside an element of another page.

use std::path::Path;
use std::sync::LazyLock;

use anyhow::{Context, Result};
use regex_lite::{Captures, Regex};

use crate::workspace::{Workspace, read};

/// What `index.html` holds of the document around the room.
const OF_THE_DOCUMENT: &str = "web/style/page.css";
/// What the workshop brings along.
const OF_THE_WORKSHOP: &str = "web/style/workshop.css";
const FRAME: &str = "embed/element.css";

/// The styles that the workshop brings along.
pub(crate) fn of_the_workshop(workspace: &Workspace) -> Result<String> {
    Ok(shorten(&bundle(&workspace.join(OF_THE_WORKSHOP))?))
}

/// All the element's styles: those of the room, and the element's frame.
///
/// In another page the element is what the page is to itself: its width decides the layout, not the window's; the size
/// of its text is the measure, not that of the document's root; what is asked of the root is asked of its frame.
pub(crate) fn of_the_element(workspace: &Workspace) -> Result<String> {
    let page = workspace.read("index.html")?;
    // First, since what it sets anew is set again by what follows.
    let mut styles = workspace.read(FRAME)?;
    for found in INLINE.captures_iter(&page) {
        let path = &found[1];
        if path != OF_THE_DOCUMENT {
            styles += &workspace.read(path)?;
        }
    }
    styles += &bundle(&workspace.join(OF_THE_WORKSHOP))?;
    Ok(shorten(&inside(&styles)))
}

/// A list of imports, with what it imports in their place.
fn bundle(list: &Path) -> Result<String> {
    let folder = list
        .parent()
        .context("a list of styles stands in a folder")?;
    let text = read(list)?;
    let imported = IMPORTS.captures_iter(&text);
    imported
        .map(|found| read(&folder.join(&found[1])))
        .collect()
}

#[expect(
    clippy::expect_used,
    reason = "the expressions are constants of this file"
)]
fn expression(text: &str) -> Regex {
    Regex::new(text).expect("a constant expression")
}

static INLINE: LazyLock<Regex> = LazyLock::new(|| expression(r#"type="css" href="([^"]+)""#));
static IMPORTS: LazyLock<Regex> = LazyLock::new(|| expression(r#"@import "([^"]+)";"#));
static WIDTHS: LazyLock<Regex> =
    LazyLock::new(|| expression(r"@media \(((?:min|max)-width): ([\d.]+)rem\)"));
static ROOT_SIZES: LazyLock<Regex> = LazyLock::new(|| expression(r"(-?[\d.]+)rem\b"));
static COMMENTS: LazyLock<Regex> = LazyLock::new(|| expression(r"(?s)/\*.*?\*/"));
static SPACES: LazyLock<Regex> = LazyLock::new(|| expression(r"\s*([{};,])\s*|\s+"));

fn inside(styles: &str) -> String {
    let styles = WIDTHS.replace_all(styles, "@container ($1: ${2}em)");
    let styles = ROOT_SIZES.replace_all(&styles, "calc($1*var(--rem))");
    styles.replace(":root", ".attention-mixer")
}

fn shorten(styles: &str) -> String {
    let styles = COMMENTS.replace_all(styles, "");
    let separator = |found: &Captures<'_>| found.get(1).map_or(" ", |one| one.as_str()).to_owned();
    SPACES.replace_all(&styles, separator).replace(";}", "}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_element_is_measured_by_itself() {
        let styles = "/* Wide. */\n@media (min-width: 68rem) {\n  .a {\n    gap: 0.5rem -1rem;\n  }\n}\n\
                      :root:not([data-theme=\"light\"]) {\n  --a: 1;\n}\n";
        assert_eq!(
            shorten(&inside(styles)).trim(),
            "@container (min-width: 68em){.a{gap: calc(0.5*var(--rem)) calc(-1*var(--rem))}}\
             .attention-mixer:not([data-theme=\"light\"]){--a: 1}"
        );
    }
}
