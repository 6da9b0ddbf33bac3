//! The guided walk.

use anyhow::Result;
use attention_tests::{BOBS_QUERY, NumberAt, Numbers, Page, say, word};
use serde_json::json;
use thirtyfour::Key;

use crate::task::tasks;

tasks![
    a_learner_walks_from_the_guests_to_what_if,
    a_step_shows_only_what_it_needs,
    what_was_tried_once_stays_tried,
    a_link_opens_on_a_step,
    the_walk_is_left_at_any_time,
];

/// Whether the step's task counts as tried.
async fn tried(page: Page<'_>) -> Result<bool> {
    let text: String = page
        .script(
            "return document.querySelector('.outcome').dataset.tried",
            vec![],
        )
        .await?;
    Ok(text == "true")
}

/// Whether something of the page is to be seen.
async fn is_seen(page: Page<'_>, selector: &str) -> Result<bool> {
    page.script(
        "return [...document.querySelectorAll(arguments[0])].some((one) => one.getClientRects().length > 0)",
        vec![json!(selector)],
    )
    .await
}

async fn next(page: Page<'_>) -> Result<()> {
    page.click_control("step-next").await?;
    assert!(!tried(page).await?);
    Ok(())
}

async fn a_learner_walks_from_the_guests_to_what_if(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    next(page).await?;
    page.card(0).button().await?.click().await?;
    assert!(tried(page).await?);
    page.card(2).button().await?.click().await?;

    next(page).await?;
    page.number(BOBS_QUERY)
        .press_on_slider(Key::Left, 1)
        .await?;
    assert!(tried(page).await?);

    next(page).await?;
    let task = say("try-compare", &[("most", "Bob"), ("query", "Bob")])?;
    assert!(page.text().await?.contains(&task));
    let alices_key = NumberAt {
        vector: 'k',
        token: 0,
        component: 0,
    };
    page.number(alices_key).enter("4").await?;
    assert!(tried(page).await?);

    next(page).await?;
    page.temperature().enter("0.5").await?;
    assert!(tried(page).await?);

    next(page).await?;
    let value = NumberAt {
        vector: 'v',
        token: 1,
        component: 0,
    };
    page.number(value).enter("5").await?;
    assert!(tried(page).await?);

    next(page).await?;
    page.by_role("checkbox", &word("all-rows")?)
        .await?
        .click()
        .await?;
    assert!(tried(page).await?);

    next(page).await?;
    page.number(BOBS_QUERY).enter("0").await?;
    assert!(!tried(page).await?);
    page.number(NumberAt {
        component: 1,
        ..BOBS_QUERY
    })
    .enter("0")
    .await?;
    assert!(tried(page).await?);
    let done = say("done-what-if", &[("query", "Bob")])?;
    assert!(page.text().await?.contains(&done));
    page.click_control("step-next").await?;
    assert!(!is_seen(page, ".lesson").await?);
    Ok(())
}

async fn a_step_shows_only_what_it_needs(page: Page<'_>) -> Result<()> {
    let parts = [
        "input[data-vector=q]",
        ".step.compare",
        "path[data-line]",
        ".step.mix",
        ".everyone table",
    ];
    for (step, shown) in [
        ("guests", 0),
        ("vectors", 1),
        ("compare", 2),
        ("softmax", 3),
        ("mix", 4),
        ("output", 5),
        ("what-if", 5),
        ("free", 5),
    ] {
        page.open("").await?;
        page.choose("step", step).await?;
        for (at, part) in parts.iter().enumerate() {
            assert_eq!(is_seen(page, part).await?, at < shown, "{step}: {part}");
        }
        assert!(is_seen(page, "[data-card]").await?, "{step}");
        // Whatever isn't shown is still there for other programs.
        page.expect(&Numbers::walkthrough(), &[2]).await?;
    }
    Ok(())
}

async fn what_was_tried_once_stays_tried(page: Page<'_>) -> Result<()> {
    page.open("step=softmax").await?;
    page.temperature().enter("0.4").await?;
    assert!(tried(page).await?);
    page.click_control("undo").await?;
    assert!(tried(page).await?);
    page.click_control("step-back").await?;
    assert!(!tried(page).await?);
    Ok(())
}

async fn a_link_opens_on_a_step(page: Page<'_>) -> Result<()> {
    page.open("q=1,2;0,1;0,3&step=compare").await?;
    let lesson = say("lesson-compare", &[("query", "Bob")])?;
    assert!(page.text().await?.contains(&lesson));
    assert_eq!(page.messages().await?.alerts, "");
    page.open("step=dance").await?;
    assert!(page.messages().await?.alerts.contains("dance"));
    Ok(())
}

async fn the_walk_is_left_at_any_time(page: Page<'_>) -> Result<()> {
    page.open("step=compare").await?;
    page.choose("step", "free").await?;
    assert!(!is_seen(page, ".lesson").await?);
    page.expect(&Numbers::walkthrough(), &[2]).await
}
