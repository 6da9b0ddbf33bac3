//! A page that was saved as one file carries the link that it opens with.

/// Where it does: `cargo xtask dist` writes it so, to the letter.
const LINK: &str = "<meta name=\"attention-mixer-link\" content=\"";

/// The HTML of such a page with another link, and `None` where it isn't such a page.
///
/// ```
/// use attention_scene::with_link;
/// let page = r#"<meta name="attention-mixer-link" content=""><p>Hello"#;
/// let saved = r#"<meta name="attention-mixer-link" content="q=1,2&amp;focus=0"><p>Hello"#;
/// assert_eq!(with_link(page, "q=1,2&focus=0").as_deref(), Some(saved));
/// assert_eq!(with_link("<p>Hello", "q=1,2"), None);
/// ```
#[must_use]
pub fn with_link(page: &str, link: &str) -> Option<String> {
    let (before, rest) = page.split_once(LINK)?;
    let (_, after) = rest.split_once('"')?;
    let escaped = link
        .replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;");
    Some(format!("{before}{LINK}{escaped}\"{after}"))
}
