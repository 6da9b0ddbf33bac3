//! Who may listen to whom.

use anyhow::Result;
use attention_tests::{Numbers, Page, say, word};

use crate::task::tasks;

tasks![
    nobody_looks_ahead,
    one_cell_is_masked_and_taken_back,
    a_guest_who_hears_nobody_is_told_of_in_words,
    a_link_carries_the_mask,
];

const AHEAD: [(usize, usize); 3] = [(0, 1), (0, 2), (1, 2)];

async fn nobody_looks_ahead(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    page.click_control("all-rows").await?;
    page.choose("mask", "causal").await?;
    let causal = Numbers::walkthrough().masking(&AHEAD);
    page.expect(&causal, &[0, 1, 2]).await?;
    assert!(page.text().await?.contains(&word("unheard")?));
    page.choose("mask", "none").await?;
    page.expect(&Numbers::walkthrough(), &[0, 1, 2]).await
}

async fn one_cell_is_masked_and_taken_back(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    page.choose("mask", "cells").await?;
    let bob_to_himself = say("may-listen", &[("key", "Bob"), ("query", "Bob")])?;
    page.click("checkbox", &bob_to_himself).await?;
    page.expect(&Numbers::walkthrough().masking(&[(2, 2)]), &[2])
        .await?;
    page.until_address_says("mask=111;111;110").await?;
    page.click_control("undo").await?;
    page.expect(&Numbers::walkthrough(), &[2]).await
}

async fn a_guest_who_hears_nobody_is_told_of_in_words(page: Page<'_>) -> Result<()> {
    page.open("mask=111;111;001").await?;
    let bob_to_himself = say("may-listen", &[("key", "Bob"), ("query", "Bob")])?;
    page.click("checkbox", &bob_to_himself).await?;
    let silent = Numbers::walkthrough().masking(&[(2, 0), (2, 1), (2, 2)]);
    page.expect(&silent, &[2]).await?;
    let sentence = say("silent", &[("query", "Bob")])?;
    assert!(page.text().await?.contains(&sentence));
    assert_eq!(page.messages().await?.status, sentence);
    Ok(())
}

async fn a_link_carries_the_mask(page: Page<'_>) -> Result<()> {
    page.open("mask=causal&focus=0").await?;
    let causal = Numbers::walkthrough().masking(&AHEAD);
    page.expect(&causal, &[0]).await?;
    page.card(1).button().await?.click().await?;
    page.reload().await?;
    page.expect(&causal, &[1]).await
}
