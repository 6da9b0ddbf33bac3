//! Asking another guest.

use anyhow::Result;
use attention_tests::{Numbers, Page, Pointer, say, word};
use thirtyfour::Key;

use crate::task::tasks;

tasks![
    a_click_puts_a_guest_in_focus,
    the_keyboard_puts_a_guest_in_focus,
    a_tap_puts_a_guest_in_focus,
    everyones_lines_are_shown_at_once,
];

/// The page is about this guest now, in every respect.
async fn expect_focus(page: Page<'_>, token: usize) -> Result<()> {
    page.after_frame().await?;
    assert_eq!(page.in_focus().await?, [token]);
    page.expect(&Numbers::walkthrough(), &[token]).await?;
    let name = ["Alice", "introduced", "Bob"][token];
    let steps = page
        .text_of_region(&say("steps", &[("query", name)])?)
        .await?;
    let steps: String = steps.split_whitespace().collect();
    // Each one's query against Alice's key [1, 1].
    let against_alice = ["1·1+2·1=3", "0·1+1·1=1", "2·1+3·1=5"][token];
    assert!(
        steps.contains(against_alice),
        "no {against_alice} in {steps}"
    );
    Ok(())
}

pub(crate) async fn a_click_puts_a_guest_in_focus(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    for token in [0, 1, 2] {
        page.card(token).button().await?.click().await?;
        expect_focus(page, token).await?;
    }
    Ok(())
}

pub(crate) async fn the_keyboard_puts_a_guest_in_focus(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    for (token, key) in [(0, Key::Enter), (1, Key::Space)] {
        page.card(token).button().await?.focus().await?;
        page.press(key, 1).await?;
        expect_focus(page, token).await?;
        // The focus of the keyboard stays where it was.
        let stays: bool = page
            .script(
                "return document.activeElement.matches('[data-card] button')",
                vec![],
            )
            .await?;
        assert!(stays);
    }
    Ok(())
}

pub(crate) async fn a_tap_puts_a_guest_in_focus(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    page.tap(Pointer::Touch, &page.card(0).button().await?)
        .await?;
    page.until_in_focus(0).await?;
    expect_focus(page, 0).await
}

async fn everyones_lines_are_shown_at_once(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    page.click("checkbox", &word("all-rows")?).await?;
    page.expect(&Numbers::walkthrough(), &[0, 1, 2]).await?;
    page.click("checkbox", &word("all-rows")?).await?;
    page.expect(&Numbers::walkthrough(), &[2]).await
}
