//! Undo, redo, reset.

use anyhow::Result;
use attention_tests::{BOBS_QUERY, Numbers, Page, Pointer};
use serde_json::json;
use thirtyfour::Key;

use crate::task::tasks;

tasks![
    a_drag_by_pointer_is_one_step,
    steps_are_taken_back_and_again,
    reset_is_a_step_that_can_be_taken_back,
    reset_returns_to_the_link,
    reset_returns_to_the_links_guest,
    a_touch_that_scrolls_takes_nothing_from_redo,
    buttons_say_when_they_have_nothing_to_do,
];

pub(crate) async fn a_drag_by_pointer_is_one_step(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    let bob = page.number(BOBS_QUERY);
    let events = "return window.inputs";
    let count = "window.inputs = 0; document.querySelector(arguments[0]).addEventListener('input', () => window.inputs++)";
    let slider = json!("input[type=range][data-vector=q][data-token='2'][data-component='0']");
    page.script::<()>(count, vec![slider]).await?;
    let (from, to) = (bob.thumb_at(2.0).await?, bob.thumb_at(-3.0).await?);
    page.drag(Pointer::Mouse, from, to).await?;
    page.after_frame().await?;
    let dragged = bob.standing().await?.slider;
    assert!((dragged - -3.0).abs() <= 0.3, "{dragged}");
    assert!(
        page.script::<u32>(events, vec![]).await? > 2,
        "a drag of one move is none"
    );
    page.expect(&Numbers::walkthrough().with('q', 2, 0, dragged), &[2])
        .await?;
    page.click_control("undo").await?;
    page.expect(&Numbers::walkthrough(), &[2]).await?;
    page.click_control("redo").await?;
    page.expect(&Numbers::walkthrough().with('q', 2, 0, dragged), &[2])
        .await
}

async fn steps_are_taken_back_and_again(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    let start = Numbers::walkthrough();
    page.number(BOBS_QUERY).enter("1.5").await?;
    let typed = start.clone().with('q', 2, 0, 1.5);
    page.click_control("scale").await?;
    let scaled = typed.clone().times(0.5_f64.sqrt());
    for (control, expected) in [
        ("undo", &typed),
        ("undo", &start),
        // Nothing is left to take back.
        ("undo", &start),
        ("redo", &typed),
        ("redo", &scaled),
        ("redo", &scaled),
    ] {
        page.click_control(control).await?;
        page.expect(expected, &[2]).await?;
    }
    Ok(())
}

async fn reset_is_a_step_that_can_be_taken_back(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    let bob = page.number(BOBS_QUERY);
    bob.press_on_slider(Key::Left, 5).await?;
    page.temperature().enter("3").await?;
    let changed = Numbers::walkthrough().with('q', 2, 0, 1.5).times(1.0 / 3.0);
    page.expect(&changed, &[2]).await?;
    page.click_control("reset").await?;
    page.expect(&Numbers::walkthrough(), &[2]).await?;
    assert_eq!(bob.standing().await?.field, "2");
    assert_eq!(page.temperature().standing().await?.field, "1");
    page.click_control("undo").await?;
    page.expect(&changed, &[2]).await
}

async fn reset_returns_to_the_link(page: Page<'_>) -> Result<()> {
    page.open("q=1,2;0,1;0,3").await?;
    let linked = Numbers::walkthrough().with('q', 2, 0, 0.0);
    page.expect(&linked, &[2]).await?;
    page.number(BOBS_QUERY).enter("4").await?;
    page.click_control("reset").await?;
    page.expect(&linked, &[2]).await
}

pub(crate) async fn buttons_say_when_they_have_nothing_to_do(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    let idle = r#"
        return ["undo", "redo", "reset"].map((name) => {
            const button = document.querySelector(`[data-control=${name}]`);
            return button.disabled || button.getAttribute("aria-disabled") === "true";
        });
    "#;
    assert_eq!(
        page.script::<[bool; 3]>(idle, vec![]).await?,
        [true, true, true]
    );
    page.number(BOBS_QUERY).enter("1.5").await?;
    assert_eq!(
        page.script::<[bool; 3]>(idle, vec![]).await?,
        [false, true, false]
    );
    page.click_control("undo").await?;
    assert_eq!(
        page.script::<[bool; 3]>(idle, vec![]).await?,
        [true, false, true]
    );
    Ok(())
}

async fn reset_returns_to_the_links_guest(page: Page<'_>) -> Result<()> {
    page.open("focus=0").await?;
    page.card(1).button().await?.click().await?;
    page.click_control("all-rows").await?;
    page.click_control("reset").await?;
    assert_eq!(page.in_focus().await?, [0]);
    page.expect(&Numbers::walkthrough(), &[0]).await?;
    page.click_control("undo").await?;
    assert_eq!(page.in_focus().await?, [1]);
    page.expect(&Numbers::walkthrough(), &[0, 1, 2]).await
}

pub(crate) async fn a_touch_that_scrolls_takes_nothing_from_redo(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    let bob = page.number(BOBS_QUERY);
    bob.enter("1.5").await?;
    page.click_control("undo").await?;
    // A slider that jumps to the finger, until the browser takes the touch for a scroll.
    let touch = r#"
        const slider = document.querySelector(arguments[0]);
        const tell = (kind) => slider.dispatchEvent(new Event(kind, { bubbles: true }));
        tell("pointerdown");
        slider.value = "-3";
        tell("input");
        tell("pointercancel");
    "#;
    let slider = json!("input[type=range][data-vector=q][data-token='2'][data-component='0']");
    page.script::<()>(touch, vec![slider]).await?;
    page.after_frame().await?;
    page.expect(&Numbers::walkthrough(), &[2]).await?;
    page.click_control("redo").await?;
    page.expect(&Numbers::walkthrough().with('q', 2, 0, 1.5), &[2])
        .await
}
