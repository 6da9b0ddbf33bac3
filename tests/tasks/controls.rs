//! How scores become weights.

use anyhow::Result;
use attention_tests::{Numbers, Page, say, word};
use thirtyfour::Key;

use crate::task::tasks;

tasks![
    scores_are_divided_by_the_root_of_d_k,
    a_temperature_is_typed,
    a_temperature_is_moved,
    the_button_sets_the_temperature_nearest_to_the_post,
    the_shares_of_changed_vectors_are_not_compared,
];

async fn scores_are_divided_by_the_root_of_d_k(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    page.click("checkbox", &word("scale")?).await?;
    let scaled = Numbers::walkthrough().times(0.5_f64.sqrt());
    page.expect(&scaled, &[2]).await?;
    // As the design document works it out: 0.191091, 0.022907, 0.786003.
    assert!((scaled.attend().weights[2][2] - 0.786_003).abs() < 5e-7);
    page.click("checkbox", &word("scale")?).await?;
    page.expect(&Numbers::walkthrough(), &[2]).await
}

async fn a_temperature_is_typed(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    let temperature = page.temperature();
    for (typed, number) in [("2", 2.0), ("0,5", 0.5), ("20", 20.0)] {
        temperature.enter(typed).await?;
        page.expect(&Numbers::walkthrough().times(1.0 / number), &[2])
            .await?;
    }
    page.click_control("scale").await?;
    page.expect(&Numbers::walkthrough().times(0.5_f64.sqrt() / 20.0), &[2])
        .await
}

async fn a_temperature_is_moved(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    let temperature = page.temperature();
    temperature.press_on_slider(Key::Right, 10).await?;
    let standing = temperature.standing().await?;
    assert!(standing.slider > 1.0, "{standing:?}");
    assert_eq!(standing.field.parse::<f64>()?, standing.slider);
    page.expect(&Numbers::walkthrough().times(1.0 / standing.slider), &[2])
        .await
}

async fn the_button_sets_the_temperature_nearest_to_the_post(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    page.click(
        "button",
        &say("published-button", &[("temperature", "1.67")])?,
    )
    .await?;
    let standing = page.temperature().standing().await?;
    assert_eq!((standing.slider, standing.field.as_str()), (1.67, "1.67"));
    let nearest = Numbers::walkthrough().times(1.0 / 1.67);
    page.expect(&nearest, &[2]).await?;
    // 0.223, 0.037, 0.740: near the post's 0.24, 0.03, 0.73, and not the same.
    for (weight, expected) in nearest.attend().weights[2]
        .iter()
        .zip([0.223, 0.037, 0.740])
    {
        assert!((weight - expected).abs() < 5e-4, "{weight}");
    }
    page.click_control("undo").await?;
    page.expect(&Numbers::walkthrough(), &[2]).await
}

async fn the_shares_of_changed_vectors_are_not_compared(page: Page<'_>) -> Result<()> {
    page.open("q=1,2;0,1;0,3").await?;
    let text = page.text().await?;
    assert!(text.contains(&word("published-changed")?), "{text}");
    assert!(!text.contains(&say("published-off", &[("temperature", "1.67")])?));
    Ok(())
}
