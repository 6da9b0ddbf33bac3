//! Packages that cargo sees together. All at once, the features that one asks of a dependency would be built for all, and
//! Trunk's builds, of the page alone, could share none of it; each by itself, what two share would be built twice.

use crate::provision::WASM;

/// What runs on this machine, with the tests that drive browsers.
pub(super) const NATIVE: &[&str] = &[
    "--workspace",
    "--exclude=attention-web",
    "--exclude=attention-files-panel",
    "--exclude=attention-js",
    "--all-features",
];

/// The page on this machine: as it is built to write the first view.
pub(super) const PAGE: &[&str] = &[
    "--package=attention-web",
    "--package=attention-files-panel",
    "--features=attention-web/ssr",
];

/// What browsers are given, for them.
pub(super) const fn for_browsers(features: &'static str) -> [&'static str; 6] {
    [
        "--package=attention-web",
        "--package=attention-files-panel",
        "--package=attention-js",
        features,
        "--target",
        WASM,
    ]
}

/// The page as the HTML that it begins with. It compiles for browsers, too, where libraries are looked at anyway.
pub(super) const FIRST_VIEW: &str = "--features=attention-web/ssr";
/// All of the page; its tests are all that the page has.
pub(super) const WHOLE: &str = "--features=attention-web/whole";
/// The page in another page.
pub(super) const ELEMENT: &str = "--features=attention-web/element";
