//! From a slider's event to the end of its frame's work: script, style, layout, paint.

use anyhow::{Result, ensure};
use serde_json::json;

use super::metrics::metric;
use super::quantiles::{median, quantile};
use super::report::Report;
use super::subject::Subject;
use super::{floor, throttle};
use crate::{Page, Variant};

/// The page and its floor take turns, so that a machine that slows down slows both.
const BLOCKS: usize = 4;
/// 200 events for each, in all.
const EVENTS: usize = 50;
const WARM_UP: usize = 25;
const SLOWER: u32 = 4;
/// How much more than the floor the page may cost.
const RATIO: f64 = 1.5;
/// What a screen gives a frame, in milliseconds; the largest room may take two at a quarter of the speed.
const FRAME: f64 = 16.7;

/// What a side's blocks came to, in milliseconds.
#[derive(Default)]
struct Side {
    /// From each event to its frame's end.
    times: Vec<f64>,
    /// All that the main thread did, by event: what a page puts off to a later frame is in it too.
    busy: Vec<f64>,
}

pub(super) async fn measure(page: Page<'_>, report: &mut Report) -> Result<()> {
    let numbers = numbers();
    for subject in [Subject::walkthrough(), Subject::everything()] {
        beside_the_floor(page, &subject, &numbers, report).await?;
    }
    throttle::processor(page, SLOWER).await?;
    let (largest, mut side) = (Subject::largest(), Side::default());
    for _ in 0..BLOCKS {
        block(page, &largest, Variant::AsBuilt, &numbers, &mut side).await?;
    }
    throttle::processor(page, 1).await?;
    write_side(
        report,
        &format!("{}, processor ÷ {SLOWER}", largest.name),
        &side,
    );
    report.at_most(2.0 * FRAME);
    Ok(())
}

/// The page and the least that it could cost, in turn.
async fn beside_the_floor(
    page: Page<'_>,
    subject: &Subject,
    numbers: &[String],
    report: &mut Report,
) -> Result<()> {
    floor::publish(page, subject, numbers).await?;
    for rate in [1, SLOWER] {
        throttle::processor(page, rate).await?;
        let (mut of_page, mut of_floor) = (Side::default(), Side::default());
        for _ in 0..BLOCKS {
            block(page, subject, Variant::AsBuilt, numbers, &mut of_page).await?;
            block(page, subject, Variant::Published, numbers, &mut of_floor).await?;
        }
        let speed = if rate == 1 {
            String::new()
        } else {
            format!(", processor ÷ {rate}")
        };
        write(
            report,
            &format!("{}{speed}", subject.name),
            &of_page,
            &of_floor,
        );
        if rate == 1 {
            report
                .row(
                    format!("event to frame's end{}: 99 of 100", subject.name),
                    quantile(&of_page.times, 0.99),
                    "ms",
                )
                .at_most(FRAME);
        }
    }
    throttle::processor(page, 1).await
}

/// Up and down the slider, never the same number twice in a row, and never one that it began with:
/// there the page has other things to say.
fn numbers() -> Vec<String> {
    let tenths = (0..)
        .map(|at| at * 7 % 100 - 50)
        .filter(|tenths| ![10, 20].contains(tenths));
    let numbers = tenths.map(|tenths| (f64::from(tenths) / 10.0).to_string());
    numbers.take(WARM_UP + EVENTS).collect()
}

/// One event a frame.
async fn block(
    page: Page<'_>,
    subject: &Subject,
    variant: Variant,
    numbers: &[String],
    side: &mut Side,
) -> Result<()> {
    subject.open(page, variant).await?;
    let before = task_duration(page).await?;
    let arguments = vec![json!(numbers), json!(WARM_UP)];
    let times: Vec<f64> = page
        .script_until_done(include_str!("frame.js"), arguments)
        .await?;
    let busy = task_duration(page).await? - before;
    ensure!(
        times.len() == EVENTS,
        "the message came before the frame was laid out"
    );
    side.times.extend(times);
    side.busy.push(busy / numbers.len() as f64);
    Ok(())
}

/// How long the main thread has been busy, in milliseconds.
async fn task_duration(page: Page<'_>) -> Result<f64> {
    Ok(metric(page, "TaskDuration").await? * 1000.0)
}

fn write(report: &mut Report, speed: &str, of_page: &Side, of_floor: &Side) {
    for (name, side) in [("the page", of_page), ("the floor", of_floor)] {
        write_side(report, &format!("{speed}: {name}"), side);
    }
    let note = format!(
        "p99 {:.2}×, whole work {:.2}×",
        quantile(&of_page.times, 0.99) / quantile(&of_floor.times, 0.99),
        median(&of_page.busy) / median(&of_floor.busy),
    );
    report
        .row(
            format!("event to frame's end{speed}: page ÷ floor"),
            median(&of_page.times) / median(&of_floor.times),
            "×",
        )
        .at_most(RATIO)
        .note(note);
}

fn write_side(report: &mut Report, name: &str, side: &Side) {
    let note = format!(
        "median of {}; p99 {:.2} ms; the main thread's whole work {:.2} ms an event",
        side.times.len(),
        quantile(&side.times, 0.99),
        median(&side.busy),
    );
    report
        .row(
            format!("event to frame's end{name}"),
            median(&side.times),
            "ms",
        )
        .note(note);
}
