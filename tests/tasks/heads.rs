//! Several heads.

use anyhow::{Result, ensure};
use attention_tests::{Numbers, Page, say, times};

use crate::task::tasks;

tasks![
    each_head_is_an_attention_of_its_own,
    one_head_is_looked_at_alone,
    w_o_mixes_what_the_heads_bring,
    heads_taken_away_and_brought_back_bring_back_what_was_typed,
    lines_of_heads_can_be_told_apart_without_colour,
    a_link_carries_the_heads,
];

/// The room `heads`, of both heads together.
fn room() -> Numbers {
    let rows = |rows: [[f64; 4]; 5]| rows.map(Vec::from).to_vec();
    Numbers {
        queries: rows([
            [1.0, 1.0, 1.0, 0.0],
            [2.0, 0.0, 2.0, 0.0],
            [2.0, 0.0, 0.0, 2.0],
            [0.0, 2.0, 0.0, 2.0],
            [2.0, 0.0, 2.0, 0.0],
        ]),
        keys: rows([
            [2.0, 1.0, 0.0, 0.0],
            [0.0, 0.0, 0.0, 0.0],
            [0.0, 1.0, 2.0, 0.0],
            [0.0, 0.0, 0.0, 0.0],
            [0.0, 1.0, 0.0, 2.0],
        ]),
        values: rows([
            [0.2, 0.8, 1.0, 0.0],
            [0.5, 0.1, 0.0, 0.0],
            [0.9, 0.4, 0.0, 1.0],
            [0.1, 0.1, 0.0, 0.0],
            [0.6, 0.9, 0.5, 0.5],
        ]),
        ..Numbers::walkthrough()
    }
}

/// Every number and line of these heads of two, for the rows that are shown.
async fn expect(page: Page<'_>, numbers: &Numbers, heads: &[usize], rows: &[usize]) -> Result<()> {
    let readings = page.readings().await?;
    for &head in heads {
        let attention = numbers.head(head, 2).attend();
        let differences = readings.of_head(head).differences(&attention, rows);
        ensure!(
            differences.is_empty(),
            "head {head}: {}",
            differences.join("; ")
        );
    }
    let lines = heads.len() * rows.len() * numbers.queries.len();
    ensure!(
        readings.lines.len() == lines,
        "{} lines",
        readings.lines.len()
    );
    Ok(())
}

/// The heads' outputs side by side, times W_O.
fn mixed(numbers: &Numbers, w_o: &Vec<Vec<f64>>, query: usize) -> Vec<f64> {
    let outputs = |head| numbers.head(head, 2).attend().outputs[query].clone();
    times(&vec![[outputs(0), outputs(1)].concat()], w_o).concat()
}

fn identity() -> Vec<Vec<f64>> {
    let cell = |row, column| f64::from(u8::from(row == column));
    let row = |row| (0..4).map(|column| cell(row, column)).collect();
    (0..4).map(row).collect()
}

async fn each_head_is_an_attention_of_its_own(page: Page<'_>) -> Result<()> {
    page.open("preset=heads").await?;
    expect(page, &room(), &[0, 1], &[1]).await?;
    page.click_control("all-rows").await?;
    expect(page, &room(), &[0, 1], &[0, 1, 2, 3, 4]).await
}

async fn one_head_is_looked_at_alone(page: Page<'_>) -> Result<()> {
    page.open("preset=heads").await?;
    page.script::<()>(
        "document.querySelector('[data-control=head][value=\"1\"]').click()",
        vec![],
    )
    .await?;
    page.after_frame().await?;
    expect(page, &room(), &[1], &[1]).await?;
    let title = say("steps-of-head", &[("head", "2"), ("query", "introduced")])?;
    page.by_role("region", &title).await?;
    let prefix = say("in-head", &[("head", "2"), ("sentence", "")])?;
    let status = page.messages().await?.status;
    assert!(status.starts_with(prefix.trim_end()), "{status}");
    page.card(0).button().await?.click().await?;
    expect(page, &room(), &[1], &[0]).await?;
    page.script::<()>(
        "document.querySelector('[data-control=head]').click()",
        vec![],
    )
    .await?;
    page.after_frame().await?;
    expect(page, &room(), &[0, 1], &[0]).await
}

async fn w_o_mixes_what_the_heads_bring(page: Page<'_>) -> Result<()> {
    page.open("preset=heads").await?;
    let mut w_o = identity();
    let wrong = page
        .readings()
        .await?
        .wrong("mixed", 1, &mixed(&room(), &w_o, 1));
    assert!(wrong.is_empty(), "{wrong:?}");
    page.weight("wo", 3, 0).enter("-2.5").await?;
    w_o[3][0] = -2.5;
    let wrong = page
        .readings()
        .await?
        .wrong("mixed", 1, &mixed(&room(), &w_o, 1));
    assert!(wrong.is_empty(), "{wrong:?}");
    // W_O changes no head's own attention.
    expect(page, &room(), &[0, 1], &[1]).await?;
    page.card(2).button().await?.click().await?;
    let wrong = page
        .readings()
        .await?
        .wrong("mixed", 2, &mixed(&room(), &w_o, 2));
    assert!(wrong.is_empty(), "{wrong:?}");
    Ok(())
}

async fn heads_taken_away_and_brought_back_bring_back_what_was_typed(page: Page<'_>) -> Result<()> {
    page.open("preset=heads").await?;
    page.weight("wo", 0, 3).enter("0.5").await?;
    page.choose("heads", "1").await?;
    page.expect(&room().head(0, 2), &[1]).await?;
    page.choose("heads", "2").await?;
    expect(page, &room(), &[0, 1], &[1]).await?;
    let mut w_o = identity();
    w_o[0][3] = 0.5;
    let wrong = page
        .readings()
        .await?
        .wrong("mixed", 1, &mixed(&room(), &w_o, 1));
    assert!(wrong.is_empty(), "{wrong:?}");
    page.choose("heads", "8").await?;
    assert_eq!(page.readings().await?.lines.len(), 8 * 5);
    page.click_control("undo").await?;
    expect(page, &room(), &[0, 1], &[1]).await
}

async fn lines_of_heads_can_be_told_apart_without_colour(page: Page<'_>) -> Result<()> {
    page.open("preset=heads").await?;
    page.choose("heads", "8").await?;
    let dashes: Vec<String> = page
        .script(
            "return [...document.querySelectorAll('path[data-line][data-key=\"0\"]')].map((line) => getComputedStyle(line).strokeDasharray)",
            vec![],
        )
        .await?;
    let mut distinct = dashes.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), 8, "{dashes:?}");
    let places: Vec<String> = page
        .script(
            "return [...document.querySelectorAll('path[data-line][data-key=\"0\"]')].map((line) => line.getAttribute('d'))",
            vec![],
        )
        .await?;
    let mut distinct = places.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), 8, "{places:?}");
    Ok(())
}

async fn a_link_carries_the_heads(page: Page<'_>) -> Result<()> {
    page.open("preset=heads").await?;
    page.weight("wo", 3, 0).enter("-2.5").await?;
    let fragment = page.fragment().await?;
    page.open(&fragment).await?;
    expect(page, &room(), &[0, 1], &[1]).await?;
    let mut w_o = identity();
    w_o[3][0] = -2.5;
    let wrong = page
        .readings()
        .await?
        .wrong("mixed", 1, &mixed(&room(), &w_o, 1));
    assert!(wrong.is_empty(), "{wrong:?}");
    assert_eq!(page.messages().await?.alerts, "");
    // To one head and back by the address.
    page.choose("heads", "1").await?;
    page.reload().await?;
    page.expect(&room().head(0, 2), &[1]).await
}
