//! `cargo xtask seal`, called by Trunk once a page is staged: its files' names, and its Content-Security-Policy.
//!
//! The policy stands in the page itself, so that it holds on any host and from disk. Inline scripts and styles are
//! allowed by their hash alone.

mod names;
mod policy;
mod reload;
mod scan;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::imports;
use crate::workspace::read;

use policy::Delivery;
pub(crate) use policy::sha256_hex;

/// How a policy begins; it ends with its tag.
const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\"";

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
    match &serving {
        Some(script) => std::fs::write(staging.join(reload::FILE), script)?,
        // What is served while somebody works on it may be large, and is to be there soon.
        None => {
            for stem in names::modules() {
                let [script, module] = [names::SCRIPT, names::MODULE]
                    .map(|ending| staging.join(stem.to_owned() + ending));
                imports::number(&script, &module)?;
            }
        }
    }
    names::by_content(staging, &mut html)?;
    // One inline style in place of one a component: each costs its hash.
    let mut html = html.replace("</style><style>", "");
    let found = scan::scan(&html);
    ensure!(
        found.blocked.is_empty(),
        "the page's own policy would block, in {}: {}",
        page.display(),
        found.blocked.join(", "),
    );
    let delivery = match serving {
        Some(_) => Delivery::Serving,
        None => Delivery::Site,
    };
    let mut first = policy::meta(&found.scripts, &found.styles, delivery);
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

/// A sealed page without its policy, and without what loads ahead of need.
pub(crate) fn open(html: &str) -> Result<String> {
    let mut html = html.to_owned();
    let policy = html.find(POLICY).context("the page carries no policy")?;
    let length = html[policy..].find('>').context("the policy's tag ends")?;
    html.replace_range(policy..=policy + length, "");
    for span in scan::scan(&html).preloads.into_iter().rev() {
        html.replace_range(span, "");
    }
    Ok(html)
}

/// Seals a page that is one file and loads nothing; after the policy stands what the file says of itself.
pub(crate) fn seal_file(html: &mut String, after: &str) {
    let found = scan::scan(html);
    let meta = policy::meta(&found.scripts, &found.styles, Delivery::File);
    let head_start = found.head_start;
    html.insert_str(head_start, &(meta + after));
}
