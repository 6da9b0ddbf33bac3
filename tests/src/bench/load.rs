//! From the address to the first paint, and to the first computation, on a slow phone.

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::json;

use super::quantiles::median;
use super::report::Report;
use super::throttle;
use crate::{Page, Variant};

const RUNS: usize = 5;
const SLOWER: u32 = 4;
/// In seconds.
const PAINTED: f64 = 1.0;
const ALIVE: f64 = 1.6;

/// Notes the moment that the page says it is alive, before any of its own scripts runs.
const NOTE_READY: &str = r#"
    new MutationObserver(() => {
        if (document.documentElement.dataset.ready === "true") window.readyAt ??= performance.now();
    }).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-ready"] });
"#;

/// In milliseconds since the navigation began.
#[derive(Clone, Copy, Debug, Deserialize)]
struct Times {
    answered: f64,
    painted: f64,
    alive: f64,
}

pub(super) async fn measure(page: Page<'_>, report: &mut Report) -> Result<()> {
    let cdp = page.driver().cdp();
    cdp.send_raw(
        "Page.addScriptToEvaluateOnNewDocument",
        json!({"source": NOTE_READY}),
    )
    .await?;
    throttle::network(page).await?;
    throttle::processor(page, SLOWER).await?;
    let mut runs = Vec::new();
    for _ in 0..RUNS {
        runs.push(load(page).await?);
    }
    throttle::processor(page, 1).await?;
    let of = |time: fn(&Times) -> f64| -> Vec<f64> {
        runs.iter().map(|run| time(run) / 1000.0).collect()
    };
    let (answered, painted, alive) = (
        of(|run| run.answered),
        of(|run| run.painted),
        of(|run| run.alive),
    );
    // Otherwise nothing was slow, and the numbers mean nothing.
    ensure!(
        answered.iter().all(|time| *time >= 0.4),
        "the network is not slowed down: {answered:?}"
    );
    let conditions = format!("processor ÷ {SLOWER}, 400 ms, 1.6 Mbit/s; median of");
    report
        .row("cold load: first contentful paint", median(&painted), "s")
        .at_most(PAINTED)
        .note(format!("{conditions} {}", list(&painted)));
    report
        .row("cold load: alive", median(&alive), "s")
        .at_most(ALIVE)
        .note(format!("{conditions} {}", list(&alive)));
    Ok(())
}

async fn load(page: Page<'_>) -> Result<Times> {
    page.driver().goto("about:blank").await?;
    page.driver()
        .cdp()
        .send_raw("Network.clearBrowserCache", json!({}))
        .await?;
    page.go_to(Variant::AsBuilt, "").await?;
    page.until_alive().await?;
    let times = r#"
        return {
            answered: performance.getEntriesByType("navigation")[0].responseEnd,
            painted: performance.getEntriesByName("first-contentful-paint")[0].startTime,
            alive: window.readyAt,
        };
    "#;
    page.script(times, vec![])
        .await
        .context("no first contentful paint")
}

fn list(times: &[f64]) -> String {
    let times: Vec<String> = times.iter().map(|time| format!("{time:.2}")).collect();
    times.join(" ")
}
