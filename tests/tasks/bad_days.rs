//! What the page says when it can't come alive, or stops.

use anyhow::{Result, ensure};
use attention_tests::{BOBS_QUERY, Numbers, Page, Variant, word};
use serde_json::json;
use std::time::{Duration, Instant};
use thirtyfour::{By, Key};

use crate::task::tasks;

tasks![
    a_blocked_module_is_said_over_the_walkthroughs_numbers,
    a_browser_without_webassembly_is_told,
    a_trapped_module_is_said_and_the_work_is_kept,
    a_module_that_traps_as_it_starts_is_started_again_once,
    starting_again_loads_the_page_again,
    a_page_that_nobody_looks_at_comes_alive,
    a_module_that_never_comes_leaves_no_blank_room;
    chromium:
    a_browser_without_javascript_is_told,
];

/// Waits until the page says a sentence, and checks that the walkthrough stands under it.
async fn expect_notice(page: Page<'_>, id: &str) -> Result<()> {
    let sentence = word(id)?;
    let start = Instant::now();
    while !page.text().await.is_ok_and(|text| text.contains(&sentence)) {
        ensure!(
            start.elapsed() < Duration::from_secs(10),
            "not said: {sentence}; {}",
            page.text().await?
        );
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    Ok(())
}

/// Clicks the button that loads the page again.
async fn start_again(page: Page<'_>) -> Result<()> {
    let button = page.by_role("button", &word("start-again")?).await?;
    page.to_another_document(async || Ok(button.click().await?))
        .await
}

async fn a_blocked_module_is_said_over_the_walkthroughs_numbers(page: Page<'_>) -> Result<()> {
    page.go_to(Variant::WithoutModule, "").await?;
    expect_notice(page, "not-loaded").await?;
    assert!(page.messages().await?.alerts.contains(&word("not-loaded")?));
    page.expect(&Numbers::walkthrough(), &[2]).await?;
    // A link's own numbers can't be worked out; the page is not blank for that.
    page.go_to(Variant::WithoutModule, "q=1,2;0,1;0,3").await?;
    expect_notice(page, "not-loaded").await?;
    assert!(is_room_visible(page).await?);
    Ok(())
}

async fn is_room_visible(page: Page<'_>) -> Result<bool> {
    let body =
        "return getComputedStyle(document.querySelector('[data-card]')).visibility === 'visible'";
    page.script(body, vec![]).await
}

async fn a_browser_without_webassembly_is_told(page: Page<'_>) -> Result<()> {
    page.go_to(Variant::WithoutWebAssembly, "").await?;
    expect_notice(page, "no-webassembly").await?;
    assert!(
        page.messages()
            .await?
            .alerts
            .contains(&word("no-webassembly")?)
    );
    page.expect(&Numbers::walkthrough(), &[2]).await
}

async fn a_trapped_module_is_said_and_the_work_is_kept(page: Page<'_>) -> Result<()> {
    page.open_first_view(Variant::Watched, "").await?;
    page.number(BOBS_QUERY)
        .press_on_slider(Key::Left, 20)
        .await?;
    page.script::<()>("dispatchEvent(new Event('trap'))", vec![])
        .await?;
    expect_notice(page, "stopped").await?;
    start_again(page).await?;
    page.until_alive().await?;
    page.expect(&Numbers::walkthrough().with('q', 2, 0, 0.0), &[2])
        .await?;
    assert!(!page.text().await?.contains(&word("stopped")?));
    Ok(())
}

async fn a_module_that_traps_as_it_starts_is_started_again_once(page: Page<'_>) -> Result<()> {
    page.open_first_view(Variant::Trapping, "q=1,2;0,1;0,3")
        .await?;
    page.expect(&Numbers::walkthrough().with('q', 2, 0, 0.0), &[2])
        .await?;
    page.go_to(Variant::Trapping, "focus=1").await?;
    page.until("return performance.getEntriesByType('navigation')[0]?.type === 'reload'")
        .await?;
    expect_notice(page, "not-loaded").await
}

async fn starting_again_loads_the_page_again(page: Page<'_>) -> Result<()> {
    page.go_to(Variant::WithoutModule, "").await?;
    expect_notice(page, "not-loaded").await?;
    start_again(page).await?;
    expect_notice(page, "not-loaded").await
}

async fn a_page_that_nobody_looks_at_comes_alive(page: Page<'_>) -> Result<()> {
    for fragment in ["", "q=1,2;0,1;0,3"] {
        page.go_to(Variant::Hidden, fragment).await?;
        page.until("return document.documentElement.dataset.ready === 'true'")
            .await?;
        assert!(is_room_visible(page).await?, "{fragment}");
    }
    // The guard's patience, of 3 and of 5 seconds, ends: it lets a page be that is alive. A reload,
    // or a notice, would be seen.
    page.until(
        "const [module] = performance.getEntriesByType('resource')
            .filter(({ name }) => name.includes('_bg.wasm'));
        return performance.now() > module.responseEnd + 5500;",
    )
    .await?;
    assert_eq!(page.messages().await?.alerts, "");
    let visits: Vec<String> = page
        .script(
            "return performance.getEntriesByType('navigation').map(({ type }) => type)",
            vec![],
        )
        .await?;
    assert_eq!(visits, ["navigate"]);
    Ok(())
}

async fn a_module_that_never_comes_leaves_no_blank_room(page: Page<'_>) -> Result<()> {
    page.go_to(Variant::Stalled, "?secret=abc").await?;
    // Nothing in this address is about the room: there is nothing to hide.
    assert!(is_room_visible(page).await?);
    page.go_to(Variant::Stalled, "q=1,2;0,1;0,3").await?;
    expect_notice(page, "not-loaded").await?;
    assert!(is_room_visible(page).await?);
    page.expect(&Numbers::walkthrough(), &[2]).await
}

async fn a_browser_without_javascript_is_told(page: Page<'_>) -> Result<()> {
    let scripts = async |disabled: bool| {
        let value = json!({ "value": disabled });
        page.driver()
            .cdp()
            .send_raw("Emulation.setScriptExecutionDisabled", value)
            .await
    };
    scripts(true).await?;
    page.go_to(Variant::AsBuilt, "").await?;
    let text = page.driver().find(By::Tag("body")).await?.text().await?;
    scripts(false).await?;
    assert!(text.contains(&word("no-script")?), "{text}");
    assert!(text.contains("0.814690"), "{text}");
    Ok(())
}
