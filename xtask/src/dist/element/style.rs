//! The page's styles, as they hold inside an element of another page.
//!
//! There the element is what the page is to itself: its width decides the layout, not the window's; the size of its
//! text is the measure, not that of the document's root; what is asked of the root is asked of the element's frame.

use std::sync::LazyLock;

use anyhow::Result;
use regex_lite::{Captures, Regex};

use crate::workspace::{Workspace, read};

/// What `index.html` holds of the document around the room.
const OF_THE_DOCUMENT: &str = "web/style/page.css";
const FRAME: &str = "embed/element.css";

/// All the element's styles: those that the first view has for the room, and the element's frame.
pub(super) fn of_the_element(workspace: &Workspace) -> Result<String> {
    let page = read(&workspace.join("index.html"))?;
    let mut styles = String::new();
    for found in INLINE.captures_iter(&page) {
        let path = &found[1];
        if path != OF_THE_DOCUMENT {
            styles += &read(&workspace.join(path))?;
        }
    }
    // First, since what it sets anew is set again by what follows.
    let styles = read(&workspace.join(FRAME))? + &styles;
    Ok(shorten(&inside(&styles)))
}

fn expression(text: &str) -> Regex {
    Regex::new(text).expect("a constant expression")
}

static INLINE: LazyLock<Regex> = LazyLock::new(|| expression(r#"type="css" href="([^"]+)""#));
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
            "@container (min-width: 68em){.a{gap:calc(0.5*var(--rem)) calc(-1*var(--rem))}}\
             .attention-mixer:not([data-theme=\"light\"]){--a: 1}"
                .replace("gap:", "gap: ")
        );
    }
}
