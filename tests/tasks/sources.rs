//! Vectors made of embeddings and positions.

use anyhow::{Result, ensure};
use attention_tests::{Inputs, Numbers, Page, say};
use serde_json::json;
use thirtyfour::Key;

use crate::task::tasks;

tasks![
    vectors_are_made_of_embeddings_and_positions,
    a_weight_is_moved_and_typed,
    a_weight_that_cant_be_read_is_refused_by_its_name,
    edited_positions_count,
    guests_who_change_seats_become_something_else_where_positions_count,
    guests_are_swapped_by_keyboard,
    vectors_are_projected_and_given_again,
    a_link_carries_what_vectors_are_made_of,
];

/// Every number of the computation, and what each guest's input is projected to.
async fn expect(page: Page<'_>, inputs: &Inputs, shown: &[usize]) -> Result<()> {
    let numbers = inputs.numbers();
    page.expect(&numbers, shown).await?;
    let readings = page.readings().await?;
    let made = [
        ("query", &numbers.queries),
        ("key", &numbers.keys),
        ("value", &numbers.values),
    ];
    for (kind, rows) in made {
        for (token, row) in rows.iter().enumerate() {
            let wrong = readings.wrong(kind, token, row);
            ensure!(wrong.is_empty(), "{}", wrong.join("; "));
        }
    }
    Ok(())
}

async fn outcome(page: Page<'_>) -> Result<Option<String>> {
    let body = "return document.querySelector('[data-outcome]')?.dataset.outcome ?? null";
    page.script(body, vec![]).await
}

async fn vectors_are_made_of_embeddings_and_positions(page: Page<'_>) -> Result<()> {
    page.open("preset=order").await?;
    expect(page, &Inputs::order(), &[0]).await?;
    let readings = page.readings().await?;
    for (token, row) in Inputs::order().positions.iter().enumerate() {
        let wrong = readings.wrong("position", token, row);
        assert!(wrong.is_empty(), "{wrong:?}");
    }
    page.choose("position", "none").await?;
    expect(page, &Inputs::order().without_positions(), &[0]).await?;
    page.click_control("undo").await?;
    expect(page, &Inputs::order(), &[0]).await
}

async fn a_weight_is_moved_and_typed(page: Page<'_>) -> Result<()> {
    page.open("preset=order").await?;
    let control = page.weight("wq", 0, 1);
    control.press_on_slider(Key::Left, 15).await?;
    let mut inputs = Inputs::order();
    inputs.weights[0][0][1] = 0.5;
    expect(page, &inputs, &[0]).await?;
    page.weight("wv", 1, 0).enter("-1,25").await?;
    inputs.weights[2][1][0] = -1.25;
    expect(page, &inputs, &[0]).await?;
    // The formula of the guest in focus has the numbers filled in.
    let text = page.text().await?;
    assert!(
        text.contains("2·1 + 1·(−1.25) = 2 + (−1.25) = 0.75"),
        "{text}"
    );
    page.click_control("reset").await?;
    expect(page, &Inputs::order(), &[0]).await
}

async fn a_weight_that_cant_be_read_is_refused_by_its_name(page: Page<'_>) -> Result<()> {
    page.open("preset=order").await?;
    let control = page.weight("wk", 1, 0);
    for text in ["", "NaN", "1e999", "1;2"] {
        control.enter(text).await?;
        let alerts = page.messages().await?.alerts;
        let matrix = say("key-weights", &[])?;
        let name = say(
            "weight-name",
            &[("matrix", &matrix), ("row", "2"), ("column", "1")],
        )?;
        assert!(alerts.contains(&name), "{text}: {alerts}");
        expect(page, &Inputs::order(), &[0]).await?;
    }
    page.press(Key::Escape, 1).await?;
    assert_eq!(page.messages().await?.alerts, "");
    Ok(())
}

async fn edited_positions_count(page: Page<'_>) -> Result<()> {
    page.open("preset=order").await?;
    page.choose("position", "edited").await?;
    expect(page, &Inputs::order().without_positions(), &[0]).await?;
    let field = "const field = document.querySelector('input[data-field][data-vector=position][data-token=\"2\"][data-component=\"1\"]'); field.focus(); field.select();";
    page.script::<()>(field, vec![]).await?;
    page.type_text("1.5").await?;
    page.press(Key::Enter, 1).await?;
    page.after_frame().await?;
    let mut inputs = Inputs::order().without_positions();
    inputs.positions[2][1] = 1.5;
    expect(page, &inputs, &[0]).await?;
    // What was typed stays, while other positions are tried.
    page.choose("position", "sinusoidal").await?;
    page.choose("position", "edited").await?;
    expect(page, &inputs, &[0]).await
}

async fn guests_who_change_seats_become_something_else_where_positions_count(
    page: Page<'_>,
) -> Result<()> {
    page.open("preset=order").await?;
    page.click_control("swap").await?;
    assert_eq!(outcome(page).await?.as_deref(), Some("changed"));
    let mut inputs = Inputs::order();
    inputs.embeddings.swap(0, 2);
    // Alice stays in focus, where she sits now.
    expect(page, &inputs, &[2]).await?;
    page.click_control("undo").await?;
    assert_eq!(outcome(page).await?, None);
    page.choose("position", "none").await?;
    page.card(0).button().await?.click().await?;
    page.click_control("swap").await?;
    assert_eq!(outcome(page).await?.as_deref(), Some("same"));
    let sentence = say("swap-same", &[("one", "Alice"), ("other", "Bob")])?;
    assert_eq!(page.messages().await?.status, sentence);
    expect(page, &inputs.without_positions(), &[2]).await?;
    page.click_control("undo").await?;
    expect(page, &Inputs::order().without_positions(), &[2]).await
}

async fn guests_are_swapped_by_keyboard(page: Page<'_>) -> Result<()> {
    page.open("preset=order&position=none").await?;
    let focus = "document.querySelector(`[data-control='${arguments[0]}']`).focus()";
    page.script::<()>(focus, vec![json!("swap")]).await?;
    page.press(Key::Enter, 1).await?;
    page.after_frame().await?;
    assert_eq!(outcome(page).await?.as_deref(), Some("same"));
    // The focus is still on the button: the same two go back.
    page.press(Key::Enter, 1).await?;
    page.after_frame().await?;
    expect(page, &Inputs::order().without_positions(), &[0]).await?;
    // Nobody changes seats with themselves.
    page.choose("swap-other", "0").await?;
    page.click_control("swap").await?;
    expect(page, &Inputs::order().without_positions(), &[0]).await
}

async fn vectors_are_projected_and_given_again(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    page.script::<()>(
        "document.querySelector('[data-panel=source] summary').click()",
        vec![],
    )
    .await?;
    page.after_frame().await?;
    page.choose("source", "projected").await?;
    let identity = vec![vec![1.0, 0.0], vec![0.0, 1.0]];
    let inputs = Inputs {
        embeddings: Numbers::walkthrough().keys,
        weights: [identity.clone(), identity.clone(), identity],
        ..Inputs::order().without_positions()
    };
    expect(page, &inputs, &[2]).await?;
    page.choose("source", "given").await?;
    // The same vectors, to be edited number by number.
    page.expect(&inputs.numbers(), &[2]).await?;
    page.click_control("undo").await?;
    page.click_control("undo").await?;
    page.expect(&Numbers::walkthrough(), &[2]).await
}

async fn a_link_carries_what_vectors_are_made_of(page: Page<'_>) -> Result<()> {
    page.open("preset=order").await?;
    page.weight("wk", 0, 1).enter("0.75").await?;
    let mut inputs = Inputs::order();
    inputs.weights[1][0][1] = 0.75;
    let fragment = page.fragment().await?;
    assert!(fragment.contains("wk=1,0.75;0,1"), "{fragment}");
    page.reload().await?;
    expect(page, &inputs, &[0]).await?;
    page.open(&fragment).await?;
    expect(page, &inputs, &[0]).await?;
    assert_eq!(page.messages().await?.alerts, "");
    assert_eq!(page.fragment().await?, fragment);
    Ok(())
}
