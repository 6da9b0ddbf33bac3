//! What in a page the policy has to know of.

use std::ops::Range;

use html5gum::Tokenizer;
use html5gum::emitters::default::{DefaultEmitter, StartTag, Token};

/// The page as the policy sees it.
#[derive(Default)]
pub(super) struct Scan<'a> {
    /// Where the policy belongs: before whatever loads, but after the charset, which must stand early.
    pub(super) head_start: usize,
    pub(super) scripts: Vec<&'a str>,
    pub(super) styles: Vec<&'a str>,
    /// Links that load ahead of need.
    pub(super) preloads: Vec<Range<usize>>,
    /// What no hash could allow: handlers and style attributes.
    pub(super) blocked: Vec<String>,
}

/// Reads the page as a browser's tokenizer does.
pub(super) fn scan(html: &str) -> Scan<'_> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    // Text of script and style is not markup.
    emitter.naively_switch_states(true);
    let mut found = Scan::default();
    let mut open: Option<usize> = None;
    let mut nothing_yet = true;
    for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
        match token {
            Token::StartTag(tag) => {
                note_blocked(&tag, &mut found.blocked);
                if **tag.name == *b"link" && loads_ahead(&tag) {
                    found.preloads.push(tag.span.start..tag.span.end);
                }
                // The tags of html and head may be left out, and a minifier leaves them out.
                let opens = **tag.name == *b"html" || **tag.name == *b"head";
                let charset = **tag.name == *b"meta" && has(&tag, "charset");
                if nothing_yet && (opens || charset) {
                    found.head_start = tag.span.end;
                }
                nothing_yet &= opens;
                let inline =
                    **tag.name == *b"style" || **tag.name == *b"script" && !has(&tag, "src");
                open = inline.then_some(tag.span.end);
            }
            Token::Doctype(doctype) => found.head_start = doctype.span.end,
            Token::EndTag(tag) => {
                let text = open
                    .take()
                    .and_then(|start| html.get(start..tag.span.start));
                match (&**tag.name, text) {
                    (b"script", Some(text)) => found.scripts.push(text),
                    (b"style", Some(text)) => found.styles.push(text),
                    _ => {}
                }
            }
            _ => {}
        }
    }
    found
}

fn has(tag: &StartTag<usize>, attribute: &str) -> bool {
    tag.attributes.contains_key(attribute.as_bytes())
}

fn loads_ahead(tag: &StartTag<usize>) -> bool {
    let kind = tag.attributes.get(b"rel".as_slice());
    kind.is_some_and(|kind| [b"preload".as_slice(), b"modulepreload"].contains(&kind.as_slice()))
}

fn note_blocked(tag: &StartTag<usize>, blocked: &mut Vec<String>) {
    for attribute in tag.attributes.keys() {
        if **attribute == *b"style" || attribute.starts_with(b"on") {
            blocked.push(format!(
                "<{} {}=…>",
                String::from_utf8_lossy(&tag.name),
                String::from_utf8_lossy(attribute),
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_code_is_found_whole() {
        let html = "<!doctype html><html><head><title>t</title><style>a > b { }</style></head><body>\
                    <script src=\"a.js\"></script><script type=module>if (1 < 2) { '<style>no</style>' }</script>";
        let found = scan(html);
        assert_eq!(found.scripts, ["if (1 < 2) { '<style>no</style>' }"]);
        assert_eq!(found.styles, ["a > b { }"]);
        assert!(found.blocked.is_empty());
    }

    #[test]
    fn what_loads_ahead_is_found() {
        let html = "<head><link rel=icon href=i><link href=a.wasm rel=preload><link rel=modulepreload href=a.js>";
        let found = scan(html);
        let links: Vec<&str> = found
            .preloads
            .iter()
            .map(|span| &html[span.clone()])
            .collect();
        assert_eq!(
            links,
            [
                "<link href=a.wasm rel=preload>",
                "<link rel=modulepreload href=a.js>"
            ]
        );
    }

    #[test]
    fn the_policy_stands_before_whatever_loads() {
        for (before, after) in [
            ("<!doctype html><html><head>", "<script></script></head>"),
            (
                "<html><head><meta charset=utf-8>",
                "<script></script></head>",
            ),
            (
                "<!doctype html><html lang=en><meta charset=utf-8>",
                "<style></style>",
            ),
            ("<!doctype html>", "<title>t</title><meta charset=utf-8>"),
            ("", "<title>t</title>"),
        ] {
            let page = format!("{before}{after}");
            assert_eq!(scan(&page).head_start, before.len(), "{page}");
        }
    }

    #[test]
    fn a_comment_holds_no_script() {
        assert!(
            scan("<head></head><!-- <script>no</script> -->")
                .scripts
                .is_empty()
        );
    }

    #[test]
    fn what_no_hash_allows_is_named() {
        let found = scan("<head></head><p style=\"color: red\" onclick=\"x()\">");
        assert_eq!(found.blocked, ["<p onclick=…>", "<p style=…>"]);
    }
}
