//! A finger on a phone, where a slider's drag and the page's scroll must not fight.

use anyhow::Result;
use attention_tests::{BOBS_QUERY, Page, Point};
use serde_json::{Value, json};

use crate::task::tasks;

tasks![
    ;
    chromium:
    a_swipe_up_over_a_slider_scrolls_the_page,
    a_swipe_along_a_slider_moves_the_number,
];

/// Chromium as a phone, for as long as a task takes.
pub(crate) async fn on_a_phone(
    page: Page<'_>,
    task: impl AsyncFnOnce() -> Result<()>,
) -> Result<()> {
    let tell = async |method: &str, parameters: Value| {
        page.driver().cdp().send_raw(method, parameters).await
    };
    let screen = json!({"width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": true});
    tell("Emulation.setDeviceMetricsOverride", screen).await?;
    tell(
        "Emulation.setTouchEmulationEnabled",
        json!({"enabled": true, "maxTouchPoints": 1}),
    )
    .await?;
    let outcome = task().await;
    tell(
        "Emulation.setTouchEmulationEnabled",
        json!({"enabled": false}),
    )
    .await?;
    tell("Emulation.clearDeviceMetricsOverride", json!({})).await?;
    outcome
}

/// Moves a finger over the glass, frame by frame.
pub(crate) async fn swipe(page: Page<'_>, from: Point, to: Point) -> Result<()> {
    let touch = async |kind: &str, points: Value| {
        let event = json!({"type": kind, "touchPoints": points});
        page.driver()
            .cdp()
            .send_raw("Input.dispatchTouchEvent", event)
            .await
    };
    touch("touchStart", json!([{"x": from.0, "y": from.1}])).await?;
    for at in 1..=10 {
        let part = f64::from(at) / 10.0;
        let (x, y) = (
            from.0 + (to.0 - from.0) * part,
            from.1 + (to.1 - from.1) * part,
        );
        touch("touchMove", json!([{"x": x, "y": y}])).await?;
        page.after_frame().await?;
    }
    touch("touchEnd", json!([])).await?;
    page.after_frame().await
}

async fn a_swipe_up_over_a_slider_scrolls_the_page(page: Page<'_>) -> Result<()> {
    on_a_phone(page, async || {
        page.open("").await?;
        let bob = page.number(BOBS_QUERY);
        let before = bob.standing().await?;
        // Away from the thumb: a slider that took the touch would jump there.
        let (x, y) = bob.thumb_at(-2.0).await?;
        let scrolled = "return scrollY";
        let start: f64 = page.script(scrolled, vec![]).await?;
        swipe(page, (x, y), (x, y - 200.0)).await?;
        let end: f64 = page.script(scrolled, vec![]).await?;
        assert!(end - start > 100.0, "scrolled from {start} to {end}");
        assert_eq!(bob.standing().await?, before);
        Ok(())
    })
    .await
}

async fn a_swipe_along_a_slider_moves_the_number(page: Page<'_>) -> Result<()> {
    on_a_phone(page, async || {
        page.open("").await?;
        let bob = page.number(BOBS_QUERY);
        let (from, to) = (bob.thumb_at(2.0).await?, bob.thumb_at(-3.0).await?);
        let start: f64 = page.script("return scrollY", vec![]).await?;
        swipe(page, from, to).await?;
        let standing = bob.standing().await?;
        assert!((standing.slider - -3.0).abs() <= 0.3, "{standing:?}");
        let end: f64 = page.script("return scrollY", vec![]).await?;
        assert_eq!(start, end);
        // One movement, one step.
        page.click_control("undo").await?;
        assert_eq!(bob.standing().await?.field, "2");
        Ok(())
    })
    .await
}
