//! The whole page as one file, opened from disk.

use anyhow::Result;
use attention_tests::{BOBS_QUERY, Numbers, Page};
use serde_json::json;

use crate::task::tasks;

tasks![
    it_opens_from_disk_with_its_workshop,
    it_follows_a_link_and_keeps_it_over_a_reload,
];

/// Opens the file as a double click does, with a link or without.
pub(crate) async fn open(page: Page<'_>, fragment: &str) -> Result<()> {
    let address = page.site().on_disk("attention-mixer.html")?;
    page.driver().enter_default_frame().await?;
    // From another document: an address that differs in its fragment alone loads nothing.
    page.driver().goto("about:blank").await?;
    page.driver().goto(format!("{address}#{fragment}")).await?;
    page.until("return location.protocol === 'file:' && document.readyState === 'complete'")
        .await?;
    page.until_alive().await
}

async fn it_opens_from_disk_with_its_workshop(page: Page<'_>) -> Result<()> {
    open(page, "").await?;
    page.expect(&Numbers::walkthrough(), &[2]).await?;
    page.number(BOBS_QUERY).enter("0").await?;
    page.expect(&Numbers::walkthrough().with('q', 2, 0, 0.0), &[2])
        .await?;
    for (panel, content) in [
        ("charts", "[data-weight-cell]"),
        ("guests", "[data-control=name]"),
        ("arrows", "[data-plane]"),
    ] {
        let open = "document.querySelector(`[data-panel=${arguments[0]}]`).open = true";
        page.script::<()>(open, vec![json!(panel)]).await?;
        page.until(&format!("return !!document.querySelector('{content}')"))
            .await?;
    }
    // It asks nobody for anything.
    let loaded = "return performance.getEntriesByType('resource').map(({ name }) => name)
        .filter((name) => !name.startsWith('data:'))";
    assert_eq!(page.script::<Vec<String>>(loaded, vec![]).await?, [""; 0]);
    Ok(())
}

async fn it_follows_a_link_and_keeps_it_over_a_reload(page: Page<'_>) -> Result<()> {
    open(page, "q=1,2;0,1;0,3&lock=k").await?;
    let numbers = Numbers::walkthrough().with('q', 2, 0, 0.0);
    page.expect(&numbers, &[2]).await?;
    page.number(BOBS_QUERY).enter("1.5").await?;
    page.until_address_says("q=1,2;0,1;1.5,3").await?;
    page.reload().await?;
    page.expect(&Numbers::walkthrough().with('q', 2, 0, 1.5), &[2])
        .await?;
    page.paste("preset=heads").await?;
    page.until("return document.querySelectorAll('[data-head]').length > 0")
        .await
}
