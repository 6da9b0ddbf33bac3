//! The charts, and what a switch changed.

use anyhow::Result;
use attention_tests::{BOBS_QUERY, Numbers, Page, Pointer, say, word};
use serde_json::json;
use thirtyfour::{By, Key, WebElement};

use crate::task::tasks;

tasks![
    charts_are_there_only_while_they_are_open,
    a_click_in_the_matrix_says_who_may_listen,
    a_tap_in_the_matrix_asks_its_rows_guest,
    the_matrix_is_used_by_keyboard,
    the_marker_stands_at_the_temperature,
    alike_guests_share_their_attention_evenly,
    charts_say_in_words_what_they_show,
    a_switch_is_shown_before_and_after,
    what_was_before_goes_with_the_next_step_or_when_dismissed,
    names_in_charts_are_names,
    labels_can_be_read_on_a_phone,
];

pub(crate) async fn open_charts(page: Page<'_>) -> Result<()> {
    let summary = By::Css("[data-panel=charts] > summary");
    page.driver().find(summary).await?.click().await?;
    page.after_frame().await
}

async fn cell(page: Page<'_>, query: usize, key: usize) -> Result<WebElement> {
    let cell = format!("[data-weight-cell][data-query='{query}'][data-key='{key}']");
    Ok(page.driver().find(By::Css(cell)).await?)
}

/// Clicks or taps in the middle of a cell, where a person would: not every driver takes a part of a
/// drawing for something to click.
async fn point_at(page: Page<'_>, pointer: Pointer, query: usize, key: usize) -> Result<()> {
    let body = r#"
        const [query, key] = arguments;
        const cell = document.querySelector(`[data-weight-cell][data-query="${query}"][data-key="${key}"] rect`);
        cell.scrollIntoView({ block: "center" });
        const { left, top, width, height } = cell.getBoundingClientRect();
        return [left + width / 2, top + height / 2];
    "#;
    let middle = page.script(body, vec![json!(query), json!(key)]).await?;
    page.press_at(pointer, middle).await?;
    page.after_frame().await
}

/// What the matrix says of one cell.
async fn cell_name(page: Page<'_>, query: usize, key: usize) -> Result<String> {
    let name = cell(page, query, key).await?.attr("aria-label").await?;
    Ok(name.unwrap_or_default())
}

async fn charts_are_there_only_while_they_are_open(page: Page<'_>) -> Result<()> {
    let drawn = "return document.querySelectorAll('[data-panel=charts] figure').length";
    page.open("").await?;
    assert_eq!(page.script::<usize>(drawn, vec![]).await?, 0);
    open_charts(page).await?;
    assert_eq!(page.script::<usize>(drawn, vec![]).await?, 3);
    page.number(BOBS_QUERY).enter("0").await?;
    page.expect(&Numbers::walkthrough().with('q', 2, 0, 0.0), &[2])
        .await?;
    open_charts(page).await?;
    assert_eq!(page.script::<usize>(drawn, vec![]).await?, 0);
    Ok(())
}

async fn a_click_in_the_matrix_says_who_may_listen(page: Page<'_>) -> Result<()> {
    page.open("mask=111;111;111").await?;
    open_charts(page).await?;
    point_at(page, Pointer::Mouse, 2, 2).await?;
    page.after_frame().await?;
    page.expect(&Numbers::walkthrough().masking(&[(2, 2)]), &[2])
        .await?;
    let masked = say("may-not-listen", &[("query", "Bob"), ("key", "Bob")])?;
    assert_eq!(cell_name(page, 2, 2).await?, masked);
    for key in [0, 1] {
        point_at(page, Pointer::Mouse, 2, key).await?;
    }
    page.after_frame().await?;
    let silent = say("silent", &[("query", "Bob")])?;
    let matrix = page.driver().find(By::Css("figure.matrix")).await?;
    assert!(matrix.text().await?.contains(&silent));
    for key in [0, 1, 2] {
        point_at(page, Pointer::Mouse, 2, key).await?;
    }
    page.after_frame().await?;
    page.expect(&Numbers::walkthrough(), &[2]).await?;
    // Whoever was in focus stays so.
    assert_eq!(page.in_focus().await?, [2]);
    Ok(())
}

async fn a_tap_in_the_matrix_asks_its_rows_guest(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    open_charts(page).await?;
    point_at(page, Pointer::Touch, 0, 1).await?;
    page.until_in_focus(0).await?;
    assert_eq!(page.in_focus().await?, [0]);
    page.expect(&Numbers::walkthrough(), &[0]).await?;
    let row = "return [...document.querySelectorAll('figure.matrix [role=row]')].findIndex((row) => row.matches('[aria-current=true]'))";
    assert_eq!(page.script::<i64>(row, vec![]).await?, 0);
    Ok(())
}

async fn the_matrix_is_used_by_keyboard(page: Page<'_>) -> Result<()> {
    page.open("mask=111;111;111").await?;
    open_charts(page).await?;
    let focused = async || -> Result<[Option<String>; 2]> {
        let body = "const { query, key } = document.activeElement.dataset; return [query ?? null, key ?? null]";
        page.script(body, vec![]).await
    };
    let at = |query: &str, key: &str| [Some(query.to_owned()), Some(key.to_owned())];
    page.script::<()>(
        "document.querySelector('[data-panel=charts] > summary').focus()",
        vec![],
    )
    .await?;
    // One stop, in the row of the guest in focus.
    page.press(Key::Tab, 1).await?;
    assert_eq!(focused().await?, at("2", "0"));
    let stops = "return document.querySelectorAll('[data-weight-cell][tabindex=\"0\"]').length";
    assert_eq!(page.script::<usize>(stops, vec![]).await?, 1);
    page.press(Key::Right, 1).await?;
    page.press(Key::Up, 1).await?;
    assert_eq!(focused().await?, at("1", "1"));
    page.press(Key::Enter, 1).await?;
    page.press(Key::End, 1).await?;
    page.press(Key::Right, 3).await?;
    page.press(Key::Down, 1).await?;
    page.press(Key::Space, 1).await?;
    page.after_frame().await?;
    assert_eq!(focused().await?, at("2", "2"));
    assert_eq!(page.script::<usize>(stops, vec![]).await?, 1);
    page.expect(&Numbers::walkthrough().masking(&[(1, 1), (2, 2)]), &[2])
        .await
}

async fn the_marker_stands_at_the_temperature(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    open_charts(page).await?;
    let place = async || -> Result<(f64, f64)> {
        let body = r#"
            const marker = document.querySelector("[data-temperature-marker]");
            return [Number(marker.dataset.value), Number(marker.getAttribute("x1"))];
        "#;
        page.script(body, vec![]).await
    };
    let (temperature, one) = place().await?;
    assert_eq!(temperature, 1.0);
    page.temperature().enter("0.1").await?;
    let (_, coldest) = place().await?;
    page.temperature().enter("20").await?;
    let (temperature, hottest) = place().await?;
    assert_eq!(temperature, 20.0);
    assert!(coldest < one && one < hottest, "{coldest} {one} {hottest}");
    // Halfway on a logarithmic axis.
    assert!((one * 2.0 - coldest - hottest).abs() < 0.2);
    page.temperature().press_on_slider(Key::Left, 3).await?;
    assert!(place().await?.1 < hottest);
    // A curve for each of three guests, each dashed in its own way.
    let dashes: Vec<String> = page
        .script(
            "return [...document.querySelectorAll('.curve polyline')].map((curve) => curve.getAttribute('stroke-dasharray'))",
            vec![],
        )
        .await?;
    assert_eq!(dashes.len(), 3);
    assert!(dashes[0] != dashes[1] && dashes[1] != dashes[2] && dashes[0] != dashes[2]);
    Ok(())
}

async fn alike_guests_share_their_attention_evenly(page: Page<'_>) -> Result<()> {
    page.open("preset=uniform").await?;
    open_charts(page).await?;
    let bits: Vec<String> = page
        .script(
            "return [...document.querySelectorAll('[data-entropy]')].map((bar) => bar.dataset.value)",
            vec![],
        )
        .await?;
    assert_eq!(bits.len(), 3);
    for bits in bits {
        assert!(
            (bits.parse::<f64>()? - 3_f64.log2()).abs() < 1e-12,
            "{bits}"
        );
    }
    Ok(())
}

async fn charts_say_in_words_what_they_show(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    open_charts(page).await?;
    let item = |key: &str, percent: &str| say("bars-item", &[("key", key), ("percent", percent)]);
    let list = |percents: [&str; 3]| -> Result<String> {
        let [alice, introduced, bob] = percents;
        Ok([
            item("Alice", alice)?,
            item("introduced", introduced)?,
            item("Bob", bob)?,
        ]
        .join(", "))
    };
    page.temperature().enter("2").await?;
    // e⁻¹, e^−2.5, 1; at 10: e^−0.2, e^−0.5, 1.
    let curves = say(
        "curves-alternative",
        &[
            ("query", "Bob"),
            ("temperature", "2"),
            ("coldest", &list(["0.0%", "0.0%", "100.0%"])?),
            ("now", &list(["25.4%", "5.7%", "69.0%"])?),
            ("hottest", &list(["33.8%", "25.0%", "41.2%"])?),
        ],
    )?;
    page.by_role("image", &curves).await?;
    page.open("preset=uniform").await?;
    open_charts(page).await?;
    let names: Vec<String> = page
        .script(
            "return [...document.querySelectorAll('[data-card] .name-text')].map((name) => name.textContent)",
            vec![],
        )
        .await?;
    let items: Result<Vec<String>> = names
        .iter()
        .map(|name| say("entropy-item", &[("query", name), ("bits", "1.58")]))
        .collect();
    let entropy = say(
        "entropy-alternative",
        &[("most", "1.58"), ("items", &items?.join(", "))],
    )?;
    page.by_role("image", &entropy).await?;
    Ok(())
}

/// The sentence about the loud room's third guest before anything is changed: scores of 8, 12 and 4.
fn loud_before(names: &[String]) -> Result<String> {
    let item =
        |(name, percent): (&String, &str)| say("bars-item", &[("key", name), ("percent", percent)]);
    let items: Result<Vec<String>> = names
        .iter()
        .zip(["1.8%", "98.2%", "0.0%"])
        .map(item)
        .collect();
    say("before-says", &[("weights", &items?.join(", "))])
}

async fn names(page: Page<'_>) -> Result<Vec<String>> {
    let body = "return [...document.querySelectorAll('[data-card] .name-text')].map((name) => name.textContent)";
    page.script(body, vec![]).await
}

const MARKS: &str = "return document.querySelectorAll('[data-before]').length";

async fn a_switch_is_shown_before_and_after(page: Page<'_>) -> Result<()> {
    page.open("preset=loud").await?;
    let before = loud_before(&names(page).await?)?;
    assert!(!page.text().await?.contains(&before));
    assert_eq!(page.script::<usize>(MARKS, vec![]).await?, 0);
    page.click_control("scale").await?;
    assert!(page.text().await?.contains(&before));
    assert_eq!(page.script::<usize>(MARKS, vec![]).await?, 3);
    for (control, is_there) in [("undo", false), ("redo", true)] {
        page.click_control(control).await?;
        assert_eq!(page.text().await?.contains(&before), is_there, "{control}");
    }
    page.click_control("undo").await?;
    page.temperature().enter("4").await?;
    assert!(page.text().await?.contains(&before));
    page.click_control("undo").await?;
    page.choose("mask", "causal").await?;
    assert!(page.text().await?.contains(&before));
    Ok(())
}

async fn what_was_before_goes_with_the_next_step_or_when_dismissed(page: Page<'_>) -> Result<()> {
    page.open("preset=loud").await?;
    page.click_control("scale").await?;
    page.click("button", &word("before-dismiss")?).await?;
    assert_eq!(page.script::<usize>(MARKS, vec![]).await?, 0);
    page.click_control("scale").await?;
    assert_eq!(page.script::<usize>(MARKS, vec![]).await?, 3);
    page.number(BOBS_QUERY).enter("2.5").await?;
    assert_eq!(page.script::<usize>(MARKS, vec![]).await?, 0);
    Ok(())
}

async fn names_in_charts_are_names(page: Page<'_>) -> Result<()> {
    page.open("tokens=%3Cimg%20src%3Dx%20onerror%3Dx%3D1%3E;%D7%A9%D7%9C%D7%95%D7%9D;%3Cb%3E")
        .await?;
    open_charts(page).await?;
    let strange = "return document.querySelectorAll('figure :is(img, b, script)').length";
    assert_eq!(page.script::<usize>(strange, vec![]).await?, 0);
    let labels: Vec<String> = page
        .script(
            "return [...document.querySelectorAll('[data-panel=charts] text')].map((text) => text.textContent.trim())",
            vec![],
        )
        .await?;
    for name in ["שלום", "<b>"] {
        assert!(labels.iter().any(|label| label == name), "{labels:?}");
    }
    let name = cell_name(page, 1, 0).await?;
    assert!(name.contains("<img src=x onerror=x=1>"), "{name}");
    Ok(())
}

async fn labels_can_be_read_on_a_phone(page: Page<'_>) -> Result<()> {
    page.open_framed(360, "").await?;
    open_charts(page).await?;
    let small: Vec<(String, f64)> = page
        .script(
            r#"
            return [...document.querySelectorAll(arguments[0])].map((label) => {
                const { a, b } = label.getScreenCTM();
                return [label.textContent.trim(), parseFloat(getComputedStyle(label).fontSize) * Math.hypot(a, b)];
            }).filter(([text, height]) => text !== "" && height < 12);
            "#,
            vec![json!("figure svg text")],
        )
        .await?;
    assert!(small.is_empty(), "{small:?}");
    let (content, window): (f64, f64) = page
        .script(
            "const { scrollWidth, clientWidth } = document.documentElement; return [scrollWidth, clientWidth]",
            vec![],
        )
        .await?;
    assert!(content <= window, "{content} in {window}");
    Ok(())
}
