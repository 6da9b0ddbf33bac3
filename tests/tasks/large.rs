//! More guests, or longer vectors, than fit on one page.

use anyhow::Result;
use attention_tests::{NumberAt, Numbers, Page};
use serde_json::json;
use thirtyfour::{By, Key};

use crate::task::tasks;

tasks![
    a_large_room_opens_on_the_row_in_focus,
    twelve_guests_show_every_row_and_thirteen_one,
    a_slider_of_the_guest_in_focus_moves_its_row,
    the_keyboard_asks_another_guest,
    the_picture_is_of_the_weights,
    long_vectors_have_sliders_for_the_guest_in_focus,
    the_largest_room_there_is_stays_alive,
];

async fn count(page: Page<'_>, selector: &str) -> Result<usize> {
    let body = "return document.querySelectorAll(arguments[0]).length";
    page.script(body, vec![json!(selector)]).await
}

async fn a_large_room_opens_on_the_row_in_focus(page: Page<'_>) -> Result<()> {
    let room = Numbers::of_size(20, 4);
    page.open(&room.link(3)).await?;
    assert_eq!(page.messages().await?.alerts, "");
    assert_eq!(page.in_focus().await?, [3]);
    assert_eq!(count(page, "[data-card]").await?, 20);
    assert_eq!(count(page, "[data-control='all-rows']").await?, 0);
    page.expect_row(&room, 3).await
}

async fn twelve_guests_show_every_row_and_thirteen_one(page: Page<'_>) -> Result<()> {
    let twelve = Numbers::of_size(12, 2);
    page.open(&twelve.link(0)).await?;
    page.click_control("all-rows").await?;
    let all: Vec<usize> = (0..12).collect();
    page.expect(&twelve, &all).await?;
    let thirteen = Numbers::of_size(13, 2);
    page.open(&thirteen.link(12)).await?;
    page.expect_row(&thirteen, 12).await
}

async fn a_slider_of_the_guest_in_focus_moves_its_row(page: Page<'_>) -> Result<()> {
    let before = Numbers::of_size(20, 4);
    page.open(&before.link(3)).await?;
    let number = |vector| NumberAt {
        vector,
        token: 3,
        component: 1,
    };
    page.number(number('q')).enter("2,5").await?;
    let after = before.with('q', 3, 1, 2.5);
    page.expect_row(&after, 3).await?;
    page.number(number('k')).enter("-1").await?;
    page.number(number('k'))
        .press_on_slider(Key::Right, 2)
        .await?;
    page.expect_row(&after.clone().with('k', 3, 1, -0.8), 3)
        .await?;
    page.click_control("undo").await?;
    page.click_control("undo").await?;
    page.click_control("undo").await?;
    page.expect_row(&after, 3).await
}

async fn the_keyboard_asks_another_guest(page: Page<'_>) -> Result<()> {
    let room = Numbers::of_size(20, 4);
    page.open(&room.link(3)).await?;
    let focus = "document.querySelector('[data-card=\"6\"] button').focus()";
    page.script::<()>(focus, vec![]).await?;
    let is_there = "return document.activeElement.matches('[data-card=\"7\"] button')";
    // Between two guests' names there may be numbers to press.
    for _ in 0..4 {
        page.press(Key::Tab, 1).await?;
        if page.script(is_there, vec![]).await? {
            break;
        }
    }
    page.press(Key::Enter, 1).await?;
    page.after_frame().await?;
    assert_eq!(page.in_focus().await?, [7]);
    page.expect_row(&room, 7).await?;
    let own = "[data-vector][data-token='7']";
    assert_eq!(count(page, own).await?, 2 * 3 * 4);
    assert_eq!(count(page, "[data-vector]").await?, 2 * 3 * 4);
    Ok(())
}

async fn the_picture_is_of_the_weights(page: Page<'_>) -> Result<()> {
    let room = Numbers::of_size(21, 4);
    page.open(&room.link(3)).await?;
    page.after_frame().await?;
    let pixels: Vec<f64> = page
        .script(
            "const canvas = document.querySelector('canvas');
            const { width, height } = canvas;
            const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
            return [...data].filter((_, at) => at % 4 === 3);",
            vec![],
        )
        .await?;
    let weights = room.attend().weights;
    assert_eq!(pixels.len(), 21 * 21);
    for (pixel, weight) in pixels.iter().zip(weights.iter().flatten()) {
        let expected = 255.0 * (0.08 + 0.92 * weight.sqrt());
        assert!((pixel - expected).abs() <= 1.0, "{pixel} {expected}");
    }
    // A row of it leads to its guest: its middle lies within the row in the middle.
    let canvas = page.driver().find(By::Css(".picture")).await?;
    canvas.click().await?;
    page.after_frame().await?;
    assert_eq!(page.in_focus().await?, [10]);
    Ok(())
}

async fn long_vectors_have_sliders_for_the_guest_in_focus(page: Page<'_>) -> Result<()> {
    let room = Numbers::of_size(3, 9);
    page.open(&room.link(1)).await?;
    page.expect(&room, &[1]).await?;
    assert_eq!(count(page, "input[type=range][data-vector]").await?, 3 * 9);
    page.click_control("all-rows").await?;
    page.expect(&room, &[0, 1, 2]).await
}

async fn the_largest_room_there_is_stays_alive(page: Page<'_>) -> Result<()> {
    let mut room = Numbers::of_size(128, 64);
    for row in room.queries.iter_mut().flatten() {
        *row /= 8.0;
    }
    page.open(&room.link(100)).await?;
    assert_eq!(page.messages().await?.alerts, "");
    page.expect_row(&room, 100).await?;
    let number = NumberAt {
        vector: 'q',
        token: 100,
        component: 63,
    };
    page.number(number).enter("1").await?;
    page.expect_row(&room.with('q', 100, 63, 1.0), 100).await
}
