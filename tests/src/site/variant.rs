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
    /// Without all that the first view does without.
    WithoutRest,
    /// Without the trained model's heads.
    WithoutHeads,
    /// In a browser that knows no WebAssembly.
    WithoutWebAssembly,
    /// In a tab that nobody looks at: no frame is ever drawn.
    Hidden,
    /// With a network that never delivers the WebAssembly module.
    Stalled,
    /// With a module that traps as it starts: until the page begins again, or, where the link says
    /// `focus=1`, always.
    Trapping,
    /// In a frame as narrow as a phone, for engines whose windows don't get that narrow.
    Framed,
    /// As it was built, from a host that lets pages of every origin have its files.
    Shared,
    /// As it was built, with the worker that keeps it for when there is no network; the others do
    /// without, so that no visit finds what another has left.
    Kept,
    /// What [`Site::publish`](super::Site::publish) has put there.
    Published,
}

const WATCH: &str = r#"<script src="/watch.js"></script>"#;
const HIDDEN: &str = r#"<script src="/hidden.js"></script>"#;
const STALLED: &str = r#"<script src="/stalled.js"></script>"#;
const TRAPPING: &str = r#"<script src="/trapping.js"></script>"#;
const NO_WEBASSEMBLY: &str = r#"<script src="/no-webassembly.js"></script>"#;

impl Variant {
    const ALL: [Self; 13] = [
        Self::AsBuilt,
        Self::Watched,
        Self::WithoutModule,
        Self::WithoutRest,
        Self::WithoutHeads,
        Self::WithoutWebAssembly,
        Self::Hidden,
        Self::Stalled,
        Self::Trapping,
        Self::Framed,
        Self::Shared,
        Self::Kept,
        Self::Published,
    ];

    pub(super) const fn path(self) -> &'static str {
        match self {
            Self::AsBuilt => "/a/course/attention/",
            Self::Watched => "/watched/",
            Self::WithoutModule => "/without-module/",
            Self::WithoutRest => "/without-rest/",
            Self::WithoutHeads => "/without-heads/",
            Self::WithoutWebAssembly => "/without-webassembly/",
            Self::Hidden => "/hidden/",
            Self::Stalled => "/stalled/",
            Self::Trapping => "/trapping/",
            Self::Framed => "/framed/",
            Self::Shared => "/shared/",
            Self::Kept => "/kept/",
            Self::Published => "/published/",
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
        let is_worker = file == "sw.js";
        match self {
            _ if is_worker => !matches!(self, Self::Kept | Self::Watched),
            Self::WithoutModule => file.ends_with(".wasm"),
            Self::WithoutRest => file.starts_with("workshop"),
            Self::WithoutHeads => file.ends_with(".f32"),
            _ => false,
        }
    }

    /// The page's HTML, amended, or `None` where it is served as it was built.
    pub(super) fn amend(self, html: &str) -> Option<String> {
        match self {
            Self::AsBuilt
            | Self::WithoutModule
            | Self::WithoutRest
            | Self::WithoutHeads
            | Self::Shared
            | Self::Kept
            | Self::Published => None,
            Self::Watched => Some(begin_with(WATCH, html)),
            Self::Hidden => Some(begin_with(HIDDEN, html)),
            Self::Trapping => Some(begin_with(TRAPPING, html)),
            Self::Stalled => Some(begin_with(STALLED, html)),
            Self::WithoutWebAssembly => Some(begin_with(NO_WEBASSEMBLY, html)),
            Self::Framed => Some(include_str!("scripts/framed.html").to_owned()),
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
