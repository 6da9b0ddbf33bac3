//! Pinning a room, and holding another against it.

use anyhow::Result;
use attention_tests::{BOBS_QUERY, Numbers, Page, word};

use crate::task::tasks;

tasks![
    a_pinned_room_stays_as_ghosts_and_differences,
    the_pinned_room_is_a_step_away,
    other_guests_cant_be_compared,
];

async fn ghosts(page: Page<'_>) -> Result<usize> {
    page.script(
        "return document.querySelectorAll('path.ghost').length",
        vec![],
    )
    .await
}

async fn a_pinned_room_stays_as_ghosts_and_differences(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    page.click_control("pin").await?;
    page.number(BOBS_QUERY).enter("0").await?;
    let numbers = Numbers::walkthrough().with('q', 2, 0, 0.0);
    // Ghosts are no lines of the present computation: one for each is still all there is.
    page.expect(&numbers, &[2]).await?;
    assert_eq!(ghosts(page).await?, 3);
    // By hand: e³ : e⁰ : e³ are 48.8%, 2.4% and 48.8%; pinned are 11.8%, 0.6% and 87.6%.
    let text = page.text().await?;
    for points in ["+36.9", "+1.8", "−38.8"] {
        assert!(text.contains(points), "{points}: {text}");
    }
    page.click_control("pin").await?;
    assert_eq!(ghosts(page).await?, 0);
    page.expect(&numbers, &[2]).await
}

async fn the_pinned_room_is_a_step_away(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    page.number(BOBS_QUERY).enter("1").await?;
    page.click_control("pin").await?;
    page.number(BOBS_QUERY).enter("4").await?;
    page.click_control("pinned").await?;
    let pinned = Numbers::walkthrough().with('q', 2, 0, 1.0);
    page.expect(&pinned, &[2]).await?;
    page.click_control("undo").await?;
    page.expect(&Numbers::walkthrough().with('q', 2, 0, 4.0), &[2])
        .await
}

async fn other_guests_cant_be_compared(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    page.click_control("pin").await?;
    page.choose("preset", "pronoun").await?;
    assert_eq!(ghosts(page).await?, 0);
    assert!(page.text().await?.contains(&word("pinned-elsewhere")?));
    Ok(())
}
