//! What is loaded, from where, and what the console says about it.

use anyhow::Result;
use attention_tests::{BOBS_QUERY, Engine, Page, Variant};
use thirtyfour::Key;

use crate::beyond::until_rows_of_all;
use crate::task::tasks;

tasks![
    nothing_comes_from_elsewhere,
    the_console_holds_no_errors,
    the_html_shows_what_the_live_page_shows,
];

async fn nothing_comes_from_elsewhere(page: Page<'_>) -> Result<()> {
    page.open_first_view(Variant::AsBuilt, "").await?;
    let loaded: Vec<String> = page
        .script(
            "return performance.getEntriesByType('resource').map(({ name }) => name)",
            vec![],
        )
        .await?;
    let origin = page.site().origin();
    let foreign: Vec<&String> = loaded
        .iter()
        .filter(|address| !address.starts_with(&origin))
        .collect();
    assert!(foreign.is_empty(), "{foreign:?}");
    assert!(
        loaded.iter().any(|address| address.ends_with(".wasm")),
        "{loaded:?}"
    );
    let refused = page.site().refused(Variant::AsBuilt);
    assert!(refused.is_empty(), "{refused:?}");
    Ok(())
}

async fn the_console_holds_no_errors(page: Page<'_>) -> Result<()> {
    let has_log = page.engine() == Engine::Chromium;
    if has_log {
        // Reading it empties it of what other tasks have provoked, and of what a browser asks for at its first document.
        page.open_first_view(Variant::Watched, "").await?;
        page.driver().browser_log().await?;
    }
    page.open_first_view(Variant::Watched, "").await?;
    let bob = page.number(BOBS_QUERY);
    bob.press_on_slider(Key::Left, 3).await?;
    bob.enter("2,5").await?;
    page.card(0).button().await?.click().await?;
    page.click_control("all-rows").await?;
    // The whole page takes the first view's place.
    until_rows_of_all(page).await?;
    for control in ["scale", "undo", "redo", "reset"] {
        page.click_control(control).await?;
    }
    let complaints: Vec<String> = page.script("return window.complaints", vec![]).await?;
    assert!(complaints.is_empty(), "{complaints:#?}");
    if has_log {
        // Beside errors, Chromium has advice to give, on things that build tools do.
        let mut log = page.driver().browser_log().await?;
        log.retain(|entry| entry.level == "SEVERE");
        assert!(log.is_empty(), "{log:#?}");
    }
    Ok(())
}

async fn the_html_shows_what_the_live_page_shows(page: Page<'_>) -> Result<()> {
    page.open_first_view(Variant::AsBuilt, "").await?;
    let [painted, alive]: [String; 2] = page
        .script_until_done(
            r#"
            const text = (root) => {
                const page = root.querySelector("main").cloneNode(true);
                page.querySelectorAll("script, noscript").forEach((element) => element.remove());
                const inputs = [...page.querySelectorAll("input")].map((input) => input.getAttribute("value") ?? "");
                // Spaces between elements that don't show are the minifier's to drop.
                return [page.textContent, ...inputs].join(" ").replace(/\s+/g, "");
            };
            fetch(location.pathname)
                .then((response) => response.text())
                .then((html) => done([text(new DOMParser().parseFromString(html, "text/html")), text(document)]));
            "#,
            vec![],
        )
        .await?;
    assert!(painted.contains("0.814690"), "{painted}");
    assert_eq!(painted, alive);
    Ok(())
}
