//! What the page could cost at the least: its own elements and styles, and a script of a few lines
//! that only sets what changes, from a list made beforehand by watching the page. So the floor has
//! no framework and no module to pay for, does all that the page shows, and grows with it.

use anyhow::{Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use super::subject::Subject;
use crate::{Page, Variant};

#[derive(Deserialize)]
struct Recorded {
    page: String,
    plan: Value,
    vanishing: Vec<String>,
    rested: bool,
}

/// How often the page is watched. A row at the window's edge comes into sight with some numbers and goes with others, and
/// the browser says so when it has time: it may stand on one page as it stood, and on the other as it is.
const ATTEMPTS: usize = 3;

/// Watches what the page does with these numbers, and puts a page beside it that does the same.
pub(super) async fn publish(page: Page<'_>, subject: &Subject, numbers: &[String]) -> Result<()> {
    let mut outcome = watch(page, subject, numbers).await;
    for _ in 1..ATTEMPTS {
        if outcome.is_ok() {
            break;
        }
        outcome = watch(page, subject, numbers).await;
    }
    outcome
}

async fn watch(page: Page<'_>, subject: &Subject, numbers: &[String]) -> Result<()> {
    subject.open(page, Variant::AsBuilt).await?;
    let recorded: Recorded = page
        .script_until_done(include_str!("record.js"), vec![json!(numbers)])
        .await?;
    let Recorded {
        page: html,
        plan,
        vanishing,
        rested,
    } = recorded;
    ensure!(
        !rested,
        "this machine is too slow: a slider that is held came to rest"
    );
    ensure!(
        vanishing.is_empty(),
        "elements come and go while a slider moves: {vanishing:?}"
    );
    let places = plan["places"].as_array().map_or(0, Vec::len);
    ensure!(places > 0, "nothing changes while a slider moves");
    let site = page.site();
    let scripts = r#"<script src="plan.js"></script><script src="floor.js"></script>"#;
    site.publish("index.html", format!("<!doctype html>{html}{scripts}"));
    site.publish("plan.js", format!("const plan = {plan};"));
    site.publish("floor.js", include_str!("floor.js").to_owned());
    expect_same(page, subject, numbers).await
}

/// A floor that leaves something out would be too low: after the same events it must say the same. The first of them is the
/// one that was made before it was copied; what is out of sight stands as it stood then, on both.
async fn expect_same(page: Page<'_>, subject: &Subject, numbers: &[String]) -> Result<()> {
    let mut states = Vec::new();
    for variant in [Variant::AsBuilt, Variant::Published] {
        subject.open(page, variant).await?;
        let moves = numbers.last().into_iter().chain(numbers.iter().take(10));
        let arguments = vec![json!(moves.collect::<Vec<_>>())];
        let state: Vec<String> = page
            .script_until_done(include_str!("state.js"), arguments)
            .await?;
        states.push(state);
    }
    let [of_page, of_floor] = states.as_slice() else {
        return Ok(());
    };
    let pairs = of_page.iter().zip(of_floor);
    let differences: Vec<String> = pairs
        .filter(|(of_page, of_floor)| of_page != of_floor)
        .map(|(of_page, of_floor)| format!("  page:  {of_page}\n  floor: {of_floor}"))
        .take(10)
        .collect();
    ensure!(
        differences.is_empty() && of_page.len() == of_floor.len(),
        "the floor doesn't do what the page does ({} elements, {}):\n{}",
        of_page.len(),
        of_floor.len(),
        differences.join("\n"),
    );
    Ok(())
}
