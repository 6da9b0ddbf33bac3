//! `cargo xtask seal`, called by Trunk once a page is staged: its Content-Security-Policy.
//!
//! The policy stands in the page itself, so that it holds on any host and from disk. Inline scripts and styles are
//! allowed by their hash alone.

mod policy;
mod reload;
mod scan;
mod workshop;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::workspace::read;

pub(crate) use policy::sha256_hex;

/// Seals the page that Trunk has just staged.
pub(crate) fn seal() -> Result<()> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("TRUNK_STAGING_DIR is not set: Trunk calls this step, after a build")?;
    seal_page(&staging)
}

fn seal_page(staging: &Path) -> Result<()> {
    let page = staging.join("index.html");
    let mut html = read(&page)?;
    let serving = reload::split_off(&mut html)?;
    if let Some(script) = &serving {
        std::fs::write(staging.join(reload::FILE), script)?;
    }
    workshop::name_by_content(staging, &mut html)?;
    // One inline style in place of one a component: each costs its hash.
    let mut html = html.replace("</style><style>", "");
    let found = scan::scan(&html);
    ensure!(
        found.blocked.is_empty(),
        "the page's own policy would block, in {}: {}",
        page.display(),
        found.blocked.join(", "),
    );
    let mut first = policy::meta(&found.scripts, &found.styles, serving.is_some());
    let head_start = found.head_start;
    // Before the styles, so that the module is on its way while they are parsed; the largest, asked for last, first.
    let preloads = found.preloads;
    for span in preloads.into_iter().rev() {
        first.push_str(&html[span.clone()]);
        html.replace_range(span, "");
    }
    html.insert_str(head_start, &first);
    std::fs::write(&page, html).with_context(|| format!("cannot write {}", page.display()))
}
