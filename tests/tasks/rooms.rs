//! The rooms that come with the product.

use anyhow::Result;
use attention_tests::{Numbers, Page, word};

use crate::task::tasks;

tasks![
    a_learner_steps_into_every_room,
    a_step_back_leads_to_the_room_before,
    a_link_names_a_room,
    a_step_back_asks_whom_one_asked_before,
];

/// Every room, the guest it opens on, and that guest's weights, worked out from its scores.
const ROOMS: [(&str, usize, &[f64]); 7] = [
    ("shares", 2, &[1.386, 0.511, 0.0]),
    ("introduction", 1, &[4.0, 0.0, 4.0, 0.0, 0.0]),
    ("pronoun", 4, &[4.0, 0.0, 0.0, 0.0, 2.0, 0.0]),
    ("uniform", 0, &[3.0, 3.0, 3.0]),
    ("loud", 2, &[8.0, 12.0, 4.0]),
    ("causal", 1, &[4.0, 0.0]),
    ("walkthrough", 2, &[5.0, 2.0, 7.0]),
];

async fn expect_room(page: Page<'_>, (name, focus, scores): (&str, usize, &[f64])) -> Result<()> {
    assert_eq!(page.in_focus().await?, [focus], "{name}");
    let sum: f64 = scores.iter().map(|score| score.exp()).sum();
    let lines = page.readings().await?.lines;
    assert_eq!(lines.len(), scores.len(), "{name}: {lines:?}");
    for (line, score) in lines.iter().zip(scores) {
        let weight: f64 = line.weight.parse()?;
        assert!(
            (weight - score.exp() / sum).abs() < 1e-12,
            "{name}: {line:?}"
        );
    }
    let notice = word(&format!("notice-{name}"))?;
    assert!(page.text().await?.contains(&notice), "{name}");
    Ok(())
}

async fn a_learner_steps_into_every_room(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    for room in ROOMS {
        page.choose("preset", room.0).await?;
        expect_room(page, room).await?;
    }
    assert_eq!(page.messages().await?.alerts, "");
    Ok(())
}

async fn a_step_back_leads_to_the_room_before(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    page.choose("preset", "pronoun").await?;
    page.click_control("undo").await?;
    // The fifth guest was asked; of three, the last is.
    page.expect(&Numbers::walkthrough(), &[2]).await?;
    page.click_control("redo").await?;
    page.card(5).button().await?.click().await?;
    assert_eq!(page.in_focus().await?, [5]);
    page.click_control("reset").await?;
    page.expect(&Numbers::walkthrough(), &[2]).await
}

async fn a_link_names_a_room(page: Page<'_>) -> Result<()> {
    for room in ROOMS {
        page.open(&format!("preset={}", room.0)).await?;
        expect_room(page, room).await?;
    }
    Ok(())
}

async fn a_step_back_asks_whom_one_asked_before(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    page.card(0).button().await?.click().await?;
    page.choose("preset", "introduction").await?;
    assert_eq!(page.in_focus().await?, [1]);
    page.click_control("undo").await?;
    assert_eq!(page.in_focus().await?, [0]);
    page.click_control("redo").await?;
    assert_eq!(page.in_focus().await?, [1]);
    Ok(())
}
