//! The heads of a trained model.

use anyhow::Result;
use attention_tests::{Numbers, Page, Variant, say, word};
use serde_json::json;
use thirtyfour::Key;

use crate::task::tasks;

tasks![
    nothing_is_fetched_until_it_is_asked_for,
    a_head_finds_whom_she_stands_for,
    another_head_is_one_step_and_can_be_taken_back,
    a_missing_file_is_told_of_in_words,
];

/// Opens the panel, and asks for the sentence's heads, by keyboard.
pub(crate) async fn fetch(page: Page<'_>) -> Result<()> {
    open_panel(page).await?;
    page.by_role("button", &say("real-fetch", &[("size", "216")])?)
        .await?;
    enter_on(page, "[data-control=real-fetch]").await?;
    let body = "
        const look = () => document.querySelector('[data-control=real-layer]')
            || document.querySelector('#real-heads [role=alert]').textContent !== ''
            ? done(null)
            : setTimeout(look, 10);
        look();
    ";
    page.script_until_done(body, vec![]).await
}

async fn open_panel(page: Page<'_>) -> Result<()> {
    enter_on(page, "#real-heads > summary").await?;
    let body = "
        const look = () => document.querySelector('[data-control=real-fetch]')
            ? done(null)
            : setTimeout(look, 10);
        look();
    ";
    page.script_until_done(body, vec![]).await
}

async fn enter_on(page: Page<'_>, selector: &str) -> Result<()> {
    let body = "document.querySelector(arguments[0]).focus()";
    page.script::<()>(body, vec![json!(selector)]).await?;
    page.press(Key::Enter, 1).await
}

/// The files of heads that were loaded.
async fn loaded(page: Page<'_>) -> Result<usize> {
    let body = "return performance.getEntriesByType('resource')
        .filter(({ name }) => name.endsWith('.f32')).length";
    page.script(body, vec![]).await
}

/// How much of its attention one token gives to another.
async fn share(page: Page<'_>, query: usize, key: usize) -> Result<f64> {
    let readings = page.readings().await?;
    let line = readings
        .lines
        .iter()
        .find(|line| (line.query, line.key) == (query, key));
    Ok(line.map_or(Ok(0.0), |line| line.weight.parse())?)
}

async fn nothing_is_fetched_until_it_is_asked_for(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    open_panel(page).await?;
    page.choose("real-sentence", "introduction").await?;
    page.choose("real-sentence", "pronoun").await?;
    assert_eq!(loaded(page).await?, 0);
    page.expect(&Numbers::walkthrough(), &[2]).await
}

async fn a_head_finds_whom_she_stands_for(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    fetch(page).await?;
    assert_eq!(page.messages().await?.alerts, "");
    assert_eq!(loaded(page).await?, 1);
    // “she” is the sixth token, “alice” the second.
    assert_eq!(page.in_focus().await?, [5]);
    assert!((share(page, 5, 1).await? - 0.851).abs() < 0.0005);
    let status = page.messages().await?.status;
    let listens = [("query", "she"), ("key", "alice"), ("percent", "85.1%")];
    assert_eq!(status, say("status-listens", &listens)?);
    // The link carries it.
    page.reload().await?;
    assert!((share(page, 5, 1).await? - 0.851).abs() < 0.0005);
    assert_eq!(loaded(page).await?, 0);
    Ok(())
}

async fn another_head_is_one_step_and_can_be_taken_back(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    fetch(page).await?;
    page.choose("real-layer", "3").await?;
    page.choose("real-head", "10").await?;
    // Layer 4, head 11 looks at the last person named: bob.
    assert!((share(page, 5, 3).await? - 0.638).abs() < 0.0005);
    let rest = say("real-place", &[("layer", "3"), ("head", "8")])?;
    page.click("button", &rest).await?;
    assert_eq!(page.in_focus().await?, [2]);
    assert!(share(page, 2, 0).await? > 0.8);
    for _ in 0..4 {
        page.click_control("undo").await?;
    }
    page.expect(&Numbers::walkthrough(), &[2]).await
}

async fn a_missing_file_is_told_of_in_words(page: Page<'_>) -> Result<()> {
    page.open_variant(Variant::WithoutHeads, "").await?;
    fetch(page).await?;
    assert_eq!(page.messages().await?.alerts, word("real-missing")?);
    page.expect(&Numbers::walkthrough(), &[2]).await?;
    // It can be asked for again.
    fetch_again(page).await
}

async fn fetch_again(page: Page<'_>) -> Result<()> {
    let button = say("real-fetch", &[("size", "216")])?;
    page.by_role("button", &button).await?;
    Ok(())
}
