//! The page for those who use it without a mouse, or without seeing it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use attention_tests::{BOBS_QUERY, Page, Theme, say, word};
use serde::Deserialize;
use thirtyfour::Key;

use crate::task::tasks;

tasks![
    axe_finds_nothing_on_a_desk,
    axe_finds_nothing_on_a_phone,
    tab_visits_everything_in_order_and_shows_where_it_is,
    the_skip_link_leads_to_the_guests,
    targets_are_large_enough,
    what_changed_is_said_once_a_step_is_done,
    the_chart_has_a_text_alternative,
];

async fn axe_finds_nothing_on_a_desk(page: Page<'_>) -> Result<()> {
    axe_finds_nothing(page, 1280).await
}

async fn axe_finds_nothing_on_a_phone(page: Page<'_>) -> Result<()> {
    axe_finds_nothing(page, 360).await
}

/// In light and in dark: as the page opens, with everyone's lines, and with a refusal.
async fn axe_finds_nothing(page: Page<'_>, width: u32) -> Result<()> {
    let axe = axe()?;
    // Most of what is wrong is wrong in every state: said once, with the states it is in.
    let mut found = BTreeMap::<String, Vec<&str>>::new();
    let mut look = async |state: &'static str| -> Result<()> {
        for violation in violations(page, &axe).await? {
            found.entry(violation).or_default().push(state);
        }
        Ok(())
    };
    page.open_framed(width, "").await?;
    page.choose_theme(Theme::Light).await?;
    look("light, first view").await?;
    page.choose_theme(Theme::Dark).await?;
    look("dark, first view").await?;
    page.click_control("all-rows").await?;
    look("dark, everyone's lines").await?;
    page.number(BOBS_QUERY).enter("abc").await?;
    look("dark, everyone's lines and a refusal").await?;
    page.choose_theme(Theme::Light).await?;
    look("light, everyone's lines and a refusal").await?;
    page.choose("mask", "causal").await?;
    page.choose("mask", "cells").await?;
    look("light, masked cell by cell").await?;
    page.choose_theme(Theme::Dark).await?;
    look("dark, masked cell by cell").await?;
    page.click_control("pin").await?;
    look("dark, beside a pinned state").await?;
    page.choose_theme(Theme::Light).await?;
    look("light, beside a pinned state").await?;
    page.choose_theme(Theme::Dark).await?;
    page.choose("step", "softmax").await?;
    look("dark, a step of the walk").await?;
    page.choose_theme(Theme::Light).await?;
    look("light, a step of the walk").await?;
    page.choose("preset", "order").await?;
    page.click_control("swap").await?;
    look("dark, vectors made of embeddings, two guests having changed seats").await?;
    page.choose_theme(Theme::Light).await?;
    page.choose("position", "edited").await?;
    look("light, vectors made of embeddings and edited positions").await?;
    page.choose("preset", "heads").await?;
    look("light, two heads").await?;
    page.choose_theme(Theme::Dark).await?;
    look("dark, two heads").await?;
    assert!(found.is_empty(), "at {width} px: {found:#?}");
    Ok(())
}

/// axe-core's script, where `ATTENTION_AXE` says or where xtask's packages are.
fn axe() -> Result<String> {
    let in_workspace = "../xtask/tools/node_modules/axe-core/axe.min.js";
    let file = match std::env::var_os("ATTENTION_AXE") {
        Some(file) => PathBuf::from(file),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join(in_workspace),
    };
    std::fs::read_to_string(&file).with_context(|| {
        let file = file.display();
        format!(
            "axe-core is not at {file}: `cargo xtask test` sets it up, `npm ci` in xtask/tools too"
        )
    })
}

/// Every rule that is broken, and where.
async fn violations(page: Page<'_>, axe: &str) -> Result<Vec<String>> {
    // Injected with each run: a driver's scripts need not share their globals from one to the next.
    let run = format!(
        "{axe};
        const describe = ({{ id, nodes }}) => nodes.map(({{ html, failureSummary }}) =>
            `${{id}}: ${{html.slice(0, 200)}}: ${{failureSummary}}`);
        axe.run().then(
            ({{ violations }}) => done(violations.flatMap(describe)),
            (problem) => done([`axe itself: ${{problem}}`]),
        );"
    );
    page.script_until_done(&run, vec![]).await
}

/// Where the keyboard's focus is.
#[derive(Debug, Deserialize)]
struct Focused {
    /// Its place among what can be focused, in the document's order.
    place: i64,
    #[expect(dead_code, reason = "printed by Debug where it is in the wrong place")]
    html: String,
    outlined: bool,
    in_view: bool,
}

const FOCUSABLE: &str = r#"
    const focusable = [...document.querySelectorAll("a[href], button, input, select, summary, textarea, [tabindex='0']")]
        .filter((element) => !element.disabled && element.getClientRects().length > 0);
"#;

async fn tab_visits_everything_in_order_and_shows_where_it_is(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    let count: i64 = page
        .script(&format!("{FOCUSABLE} return focusable.length"), vec![])
        .await?;
    // 18 sliders, 18 fields, three guests, and the switches.
    assert!(count > 45, "{count}");
    let focused = format!(
        r#"{FOCUSABLE}
        const element = document.activeElement;
        const style = getComputedStyle(element);
        const {{ top, bottom, left, right }} = element.getBoundingClientRect();
        const middle = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        return {{
            place: focusable.indexOf(element),
            html: element.outerHTML.slice(0, 200),
            outlined: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none",
            in_view: top >= 0 && bottom <= innerHeight || element.contains(middle),
        }};"#
    );
    for expected in 0..count {
        page.press(Key::Tab, 1).await?;
        let focused: Focused = page.script(&focused, vec![]).await?;
        assert_eq!(focused.place, expected, "{focused:?}");
        assert!(focused.outlined && focused.in_view, "{focused:?}");
    }
    Ok(())
}

async fn the_skip_link_leads_to_the_guests(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    page.press(Key::Tab, 1).await?;
    let name: String = page
        .script("return document.activeElement.textContent", vec![])
        .await?;
    assert_eq!(name, word("skip-to-stage")?);
    page.press(Key::Enter, 1).await?;
    page.press(Key::Tab, 1).await?;
    let inside: bool = page
        .script(
            "return document.activeElement.closest('#stage') !== null",
            vec![],
        )
        .await?;
    assert!(inside);
    // The address's new fragment is not taken for a link to numbers.
    assert_eq!(page.messages().await?.alerts, "");
    Ok(())
}

async fn targets_are_large_enough(page: Page<'_>) -> Result<()> {
    for width in [1280, 360] {
        page.open_framed(width, "").await?;
        page.number(BOBS_QUERY).enter("abc").await?;
        // A label is part of its control's target; a link inside a sentence is exempt (WCAG 2.5.8).
        let small: Vec<String> = page
            .script(
                r#"
                const targets = [...document.querySelectorAll("button, select, input, a[href]")]
                    .filter((element) => element.getClientRects().length > 0)
                    .filter((element) => !(element.matches("a") && element.closest("p")));
                const size = (element) => {
                    const label = element.closest("label");
                    const { width, height } = (label ?? element).getBoundingClientRect();
                    return Math.min(width, height);
                };
                return targets
                    .filter((element) => size(element) < 24)
                    .map((element) => `${size(element)} px: ${element.outerHTML.slice(0, 200)}`);
                "#,
                vec![],
            )
            .await?;
        assert!(small.is_empty(), "at {width}: {small:#?}");
    }
    Ok(())
}

async fn what_changed_is_said_once_a_step_is_done(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    assert_eq!(page.messages().await?.status, "");
    page.number(BOBS_QUERY).enter("-5").await?;
    // −5·1 + 3·1, −5·1, −5·2 + 3·1: Alice is nearest to what Bob looks for now.
    let says = |percent: &str| {
        say(
            "status-listens",
            &[("query", "Bob"), ("key", "Alice"), ("percent", percent)],
        )
    };
    assert_eq!(page.messages().await?.status, says("94.6%")?);
    Ok(())
}

async fn the_chart_has_a_text_alternative(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    let item = |key: &str, percent: &str| say("bars-item", &[("key", key), ("percent", percent)]);
    let weights = [
        item("Alice", "11.8%")?,
        item("introduced", "0.6%")?,
        item("Bob", "87.6%")?,
    ]
    .join(", ");
    let alternative = say(
        "bars-alternative",
        &[("query", "Bob"), ("weights", &weights)],
    )?;
    page.by_role("image", &alternative).await?;
    Ok(())
}
