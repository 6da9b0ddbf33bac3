//! A finger on a phone, where a slider's drag and the page's scroll must not fight.

use anyhow::Result;
use attention_tests::{BOBS_QUERY, Inputs, NumberAt, Numbers, Page, Point, Pointer, say};
use serde_json::{Value, json};
use thirtyfour::By;

use crate::task::tasks;

tasks![
    ;
    chromium:
    a_swipe_up_over_a_slider_scrolls_the_page,
    a_swipe_along_a_slider_moves_the_number,
    a_tap_keeps_one_guest_from_hearing_another,
    a_tap_looks_at_one_head_alone,
    a_swipe_moves_a_weight_of_a_projection,
    in_a_large_room_a_tap_asks_and_a_swipe_moves,
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

/// Taps the one element of this kind.
async fn tap(page: Page<'_>, selector: &str) -> Result<()> {
    let element = page.driver().find(By::Css(selector)).await?;
    page.tap(Pointer::Touch, &element).await?;
    page.after_frame().await
}

async fn a_tap_keeps_one_guest_from_hearing_another(page: Page<'_>) -> Result<()> {
    on_a_phone(page, async || {
        page.open("mask=111;111;111").await?;
        let name = say("may-listen", &[("key", "Bob"), ("query", "Bob")])?;
        let cell = page.by_role("checkbox", &name).await?;
        page.tap(Pointer::Touch, &cell).await?;
        page.after_frame().await?;
        page.expect(&Numbers::walkthrough().masking(&[(2, 2)]), &[2])
            .await?;
        tap(page, "[data-control=undo]").await?;
        page.expect(&Numbers::walkthrough(), &[2]).await
    })
    .await
}

async fn a_tap_looks_at_one_head_alone(page: Page<'_>) -> Result<()> {
    on_a_phone(page, async || {
        page.open("preset=heads").await?;
        let lines = "return new Set([...document.querySelectorAll('[data-line]')].map((line) => line.dataset.head)).size";
        assert_eq!(page.script::<usize>(lines, vec![]).await?, 2);
        tap(page, "[data-control=head][value='1']").await?;
        assert_eq!(page.script::<usize>(lines, vec![]).await?, 1);
        let title = say("steps-of-head", &[("head", "2"), ("query", "introduced")])?;
        page.by_role("region", &title).await?;
        Ok(())
    })
    .await
}

async fn a_swipe_moves_a_weight_of_a_projection(page: Page<'_>) -> Result<()> {
    on_a_phone(page, async || {
        page.open("preset=order").await?;
        let weight = page.weight("wq", 0, 1);
        let (from, to) = (weight.thumb_at(2.0).await?, weight.thumb_at(-3.0).await?);
        swipe(page, from, to).await?;
        let standing = weight.standing().await?;
        assert!((standing.slider - -3.0).abs() <= 0.3, "{standing:?}");
        let mut inputs = Inputs::order();
        inputs.weights[0][0][1] = standing.slider;
        page.expect(&inputs.numbers(), &[0]).await?;
        tap(page, "[data-control=undo]").await?;
        page.expect(&Inputs::order().numbers(), &[0]).await
    })
    .await
}

async fn in_a_large_room_a_tap_asks_and_a_swipe_moves(page: Page<'_>) -> Result<()> {
    on_a_phone(page, async || {
        let room = Numbers::of_size(20, 4);
        page.open(&room.link(3)).await?;
        page.tap(Pointer::Touch, &page.card(7).button().await?)
            .await?;
        page.after_frame().await?;
        assert_eq!(page.in_focus().await?, [7]);
        page.expect_row(&room, 7).await?;
        let query = page.number(NumberAt {
            vector: 'q',
            token: 7,
            component: 1,
        });
        let before = query.standing().await?.slider;
        let (from, to) = (query.thumb_at(before).await?, query.thumb_at(4.0).await?);
        swipe(page, from, to).await?;
        let after = query.standing().await?.slider;
        assert!((after - 4.0).abs() <= 0.3, "{before} became {after}");
        page.expect_row(&room.with('q', 7, 1, after), 7).await
    })
    .await
}
