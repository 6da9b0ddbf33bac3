//! From a slider's event to the end of its frame's work: script, style, layout, paint.

use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::TimeoutConfiguration;

use super::quantiles::{median, quantile};
use super::report::Report;
use super::throttle;
use crate::{Page, Variant};

/// The page and its floor take turns, so that a machine that slows down slows both.
const BLOCKS: usize = 4;
/// 200 events for each, in all.
const EVENTS: usize = 50;
const WARM_UP: usize = 25;
/// How much more than the floor the page may cost.
const RATIO: f64 = 1.5;

pub(super) async fn measure(page: Page<'_>, report: &mut Report) -> Result<()> {
    let script_may_take = TimeoutConfiguration::new(Some(Duration::from_secs(120)), None, None);
    page.driver().update_timeouts(script_may_take).await?;
    expect_same(page).await?;
    for rate in [1, 4] {
        throttle::processor(page, rate).await?;
        let (mut of_page, mut of_floor) = (Vec::new(), Vec::new());
        for _ in 0..BLOCKS {
            of_page.extend(block(page, Variant::AsBuilt).await?);
            of_floor.extend(block(page, Variant::Floor).await?);
        }
        let speed = if rate == 1 {
            String::new()
        } else {
            format!(", processor ÷ {rate}")
        };
        for (name, times) in [("the page", &of_page), ("the floor", &of_floor)] {
            report
                .row(
                    format!("event to frame's end{speed}: {name}"),
                    median(times),
                    "ms",
                )
                .note(format!(
                    "median of {}; p99 {:.2} ms",
                    times.len(),
                    quantile(times, 0.99)
                ));
        }
        report
            .row(
                format!("event to frame's end{speed}: page ÷ floor"),
                median(&of_page) / median(&of_floor),
                "×",
            )
            .at_most(RATIO)
            .note(format!(
                "p99 {:.2}×",
                quantile(&of_page, 0.99) / quantile(&of_floor, 0.99)
            ));
    }
    throttle::processor(page, 1).await
}

/// One event a frame.
async fn block(page: Page<'_>, variant: Variant) -> Result<Vec<f64>> {
    page.open_variant(variant, "").await?;
    let arguments = vec![json!(WARM_UP), json!(EVENTS)];
    let times: Vec<f64> = page
        .script_until_done(include_str!("frame.js"), arguments)
        .await?;
    ensure!(
        times.len() == EVENTS,
        "{} of {EVENTS} events: the message came before the frame was laid out",
        times.len()
    );
    Ok(times)
}

/// A floor that leaves something out would be too low: after the same event it must say the same.
async fn expect_same(page: Page<'_>) -> Result<()> {
    for number in ["0", "-3.3", "4.7"] {
        let mut states = Vec::new();
        for variant in [Variant::AsBuilt, Variant::Floor] {
            page.open_variant(variant, "").await?;
            let state: Vec<String> = page
                .script_until_done(include_str!("state.js"), vec![json!(number)])
                .await?;
            states.push(state);
        }
        let differences: Vec<String> = states[0]
            .iter()
            .zip(&states[1])
            .filter(|(of_page, of_floor)| of_page != of_floor)
            .map(|(of_page, of_floor)| format!("  page:  {of_page}\n  floor: {of_floor}"))
            .collect();
        ensure!(
            differences.is_empty() && states[0].len() == states[1].len(),
            "src/bench/floor.js doesn't do what the page does ({} elements, {}):\n{}",
            states[0].len(),
            states[1].len(),
            differences.join("\n"),
        );
    }
    Ok(())
}
