//! The page as it was built, and as it comes to a browser on a bad day.

/// Which page a path serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variant {
    /// As it was built.
    AsBuilt,
    /// With a script before everything else that notes errors, for engines whose driver doesn't
    /// hand out the console's.
    Watched,
    /// Without the WebAssembly module: a proxy blocks it, or it was not copied.
    WithoutModule,
    /// In a browser that knows no WebAssembly.
    WithoutWebAssembly,
    /// In a frame as narrow as a phone, for engines whose windows don't get that narrow.
    Framed,
    /// The page's HTML and styles, driven by a short hand-written script: what it could cost at
    /// the least.
    Floor,
}

const WATCH: &str = r#"<script src="/watch.js"></script>"#;
const NO_WEBASSEMBLY: &str = r#"<script src="/no-webassembly.js"></script>"#;
const FLOOR: &str = r#"<script src="/floor.js"></script>"#;

impl Variant {
    const ALL: [Self; 6] = [
        Self::AsBuilt,
        Self::Watched,
        Self::WithoutModule,
        Self::WithoutWebAssembly,
        Self::Framed,
        Self::Floor,
    ];

    pub(super) const fn path(self) -> &'static str {
        match self {
            Self::AsBuilt => "/a/course/attention/",
            Self::Watched => "/watched/",
            Self::WithoutModule => "/without-module/",
            Self::WithoutWebAssembly => "/without-webassembly/",
            Self::Framed => "/framed/",
            Self::Floor => "/floor/",
        }
    }

    /// The variant whose page a path belongs to, and the file's name in it.
    pub(super) fn split(path: &str) -> Option<(Self, &str)> {
        Self::ALL.into_iter().find_map(|variant| {
            let file = path.strip_prefix(variant.path())?;
            Some((variant, if file.is_empty() { "index.html" } else { file }))
        })
    }

    /// Whether this file is not to be had.
    pub(super) fn lacks(self, file: &str) -> bool {
        self == Self::WithoutModule && file.ends_with(".wasm")
    }

    /// The page's HTML, amended, or `None` where it is served as it was built.
    pub(super) fn amend(self, html: &str) -> Option<String> {
        match self {
            Self::AsBuilt | Self::WithoutModule => None,
            Self::Watched => Some(begin_with(WATCH, html)),
            Self::WithoutWebAssembly => Some(begin_with(NO_WEBASSEMBLY, html)),
            Self::Framed => Some(include_str!("scripts/framed.html").to_owned()),
            Self::Floor => Some(without_scripts(html) + FLOOR),
        }
    }
}

/// The HTML with a script before everything else: right after the tag that opens the document,
/// since a minified one has no other that is sure to be there.
fn begin_with(script: &str, html: &str) -> String {
    let start = html.find("<html").and_then(|html_tag| {
        let length = html.get(html_tag..)?.find('>')?;
        Some(html_tag + length + 1)
    });
    let (before, after) = html.split_at(start.unwrap_or_default());
    format!("{before}{script}{after}")
}

/// The HTML without its scripts, and without the links by which a browser loads them early.
fn without_scripts(html: &str) -> String {
    let html = without(html, "<script", "</script>", |_| true);
    without(&html, "<link", ">", |link| link.contains("preload"))
}

fn without(html: &str, start: &str, end: &str, is_unwanted: impl Fn(&str) -> bool) -> String {
    let mut kept = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, from)) = rest.split_once(start) {
        let (inside, after) = from.split_once(end).unwrap_or((from, ""));
        kept.push_str(before);
        if !is_unwanted(inside) {
            kept.extend([start, inside, end]);
        }
        rest = after;
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_names_a_variant_and_a_file() {
        for (path, split) in [
            (
                "/a/course/attention/",
                Some((Variant::AsBuilt, "index.html")),
            ),
            ("/watched/page.js", Some((Variant::Watched, "page.js"))),
            ("/page.js", None),
            ("/", None),
        ] {
            assert_eq!(Variant::split(path), split, "{path}");
        }
    }

    #[test]
    fn the_floor_has_none_of_the_scripts() {
        let html = r#"<html><link href="a.js" rel="modulepreload"><link href="a.css" rel="stylesheet"><script type="module">let a;</script><p>5<script src="b.js"></script></html>"#;
        let floor = Variant::Floor.amend(html).unwrap();
        assert_eq!(
            floor,
            r#"<html><link href="a.css" rel="stylesheet"><p>5</html><script src="/floor.js"></script>"#
        );
    }

    #[test]
    fn a_minified_page_can_be_begun_too() {
        let page =
            Variant::WithoutWebAssembly.amend("<!doctype html><html lang=en><meta charset=utf-8>");
        let page = page.unwrap();
        assert_eq!(
            page,
            format!("<!doctype html><html lang=en>{NO_WEBASSEMBLY}<meta charset=utf-8>")
        );
    }
}
