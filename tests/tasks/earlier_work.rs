//! Work that an earlier visit left behind.

use anyhow::Result;
use attention_tests::{BOBS_QUERY, Numbers, Page, Variant, word};
use serde_json::json;

use crate::task::tasks;

tasks![
    earlier_work_is_offered_and_gone_on_with,
    earlier_work_is_let_go,
    a_link_wins_over_earlier_work,
    damaged_work_is_set_aside_and_said,
];

const WORK: &str = "attention-mixer/work/1";

async fn stored(page: Page<'_>, name: &str) -> Result<Option<String>> {
    page.script(
        "return localStorage.getItem(arguments[0])",
        vec![json!(name)],
    )
    .await
}

/// Leaves changed work behind, and visits the bare address again.
async fn come_back(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    page.number(BOBS_QUERY).enter("-1.5").await?;
    page.script_until_done::<()>(
        "const look = () => localStorage.getItem(arguments[0]) ? done(null) : setTimeout(look, 20); look();",
        vec![json!(WORK)],
    )
    .await?;
    page.come_back().await
}

fn work() -> Numbers {
    Numbers::walkthrough().with('q', 2, 0, -1.5)
}

async fn earlier_work_is_offered_and_gone_on_with(page: Page<'_>) -> Result<()> {
    come_back(page).await?;
    // Offered, and not put in the place of the walkthrough.
    page.expect(&Numbers::walkthrough(), &[2]).await?;
    page.click("button", &word("saved-continue")?).await?;
    page.expect(&work(), &[2]).await?;
    assert!(!page.text().await?.contains(&word("saved-offer")?));
    page.click_control("undo").await?;
    page.expect(&Numbers::walkthrough(), &[2]).await
}

async fn earlier_work_is_let_go(page: Page<'_>) -> Result<()> {
    come_back(page).await?;
    page.click("button", &word("saved-discard")?).await?;
    assert_eq!(stored(page, WORK).await?, None);
    page.come_back().await?;
    assert!(!page.text().await?.contains(&word("saved-offer")?));
    Ok(())
}

async fn a_link_wins_over_earlier_work(page: Page<'_>) -> Result<()> {
    come_back(page).await?;
    page.go_to(Variant::AsBuilt, "temperature=2").await?;
    page.until_alive().await?;
    assert!(!page.text().await?.contains(&word("saved-offer")?));
    Ok(())
}

async fn damaged_work_is_set_aside_and_said(page: Page<'_>) -> Result<()> {
    for damaged in ["{]", "q=1,2;oops", "main", "preset=nowhere"] {
        page.open("").await?;
        page.script::<()>(
            "localStorage.setItem(arguments[0], arguments[1])",
            vec![json!(WORK), json!(damaged)],
        )
        .await?;
        page.come_back().await?;
        let alerts = page.messages().await?.alerts;
        assert!(
            alerts.contains(&word("saved-damaged")?),
            "{damaged}: {alerts}"
        );
        assert_eq!(stored(page, WORK).await?, None);
        let aside = stored(page, "attention-mixer/damaged").await?;
        assert_eq!(aside.as_deref(), Some(damaged));
        page.expect(&Numbers::walkthrough(), &[2]).await?;
    }
    Ok(())
}
