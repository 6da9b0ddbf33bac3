//! The page for those who use it without a mouse, or without seeing it.

use std::collections::BTreeMap;

use anyhow::Result;
use attention_tests::{BOBS_QUERY, Numbers, Page, Variant, say, word};
use serde::Deserialize;
use thirtyfour::{By, Key};

use crate::axe::violations_in_both_themes;
use crate::guests::{hostile_link, open_list};
use crate::task::tasks;
use crate::{files, real_heads};

tasks![
    axe_finds_nothing_on_a_desk,
    axe_finds_nothing_on_a_phone,
    axe_finds_nothing_in_the_first_view_by_itself,
    axe_finds_nothing_in_the_charts,
    axe_finds_nothing_in_large_rooms,
    axe_finds_nothing_in_real_heads,
    axe_finds_nothing_in_files,
    tab_visits_everything_in_order_and_shows_where_it_is,
    the_skip_link_leads_to_the_guests,
    targets_are_large_enough,
    what_changed_is_said_once_a_step_is_done,
    guests_heard_alike_are_named_together,
    the_chart_has_a_text_alternative,
];

async fn axe_finds_nothing_on_a_desk(page: Page<'_>) -> Result<()> {
    axe_finds_nothing(page, 1280).await
}

async fn axe_finds_nothing_on_a_phone(page: Page<'_>) -> Result<()> {
    axe_finds_nothing(page, 360).await
}

async fn axe_finds_nothing_in_the_first_view_by_itself(page: Page<'_>) -> Result<()> {
    page.open_first_view(Variant::AsBuilt, "").await?;
    page.number(BOBS_QUERY).enter("much").await?;
    page.temperature()
        .slider()
        .await?
        .send_keys(Key::Right)
        .await?;
    let found = violations_in_both_themes(page).await?;
    assert!(found.is_empty(), "{found:#?}");
    Ok(())
}

/// In light and in dark: as the page opens, with everyone's lines, with a refusal, and so on.
async fn axe_finds_nothing(page: Page<'_>, width: u32) -> Result<()> {
    // Most of what is wrong is wrong in every state: said once, with the states it is in.
    let mut found = BTreeMap::<String, Vec<&str>>::new();
    let mut look = async |state: &'static str| -> Result<()> {
        for violation in violations_in_both_themes(page).await? {
            found.entry(violation).or_default().push(state);
        }
        Ok(())
    };
    page.open_framed(width, "").await?;
    look("first view").await?;
    page.click_control("all-rows").await?;
    look("everyone's lines").await?;
    page.number(BOBS_QUERY).enter("abc").await?;
    look("everyone's lines and a refusal").await?;
    page.choose("mask", "causal").await?;
    page.choose("mask", "cells").await?;
    look("masked cell by cell").await?;
    page.click_control("pin").await?;
    look("beside a pinned state").await?;
    let weight = By::Css(".everyone [data-readout=weight]");
    page.driver().find(weight).await?.focus().await?;
    page.press(Key::Enter, 1).await?;
    look("a number's arithmetic").await?;
    page.open_framed(width, "preset=order").await?;
    look("arrows of embeddings").await?;
    page.paste("q=1,2;0,1;100,3").await?;
    look("an arrow beyond its plane").await?;
    page.choose("step", "softmax").await?;
    look("a step of the walk").await?;
    let seven = ["1,0"; 7].join(";");
    let names = hostile_link();
    page.open_framed(
        width,
        &format!("tokens={names}&q={seven}&k={seven}&v={seven}"),
    )
    .await?;
    open_list(page).await?;
    look("the guest list with names of every kind").await?;
    page.choose("preset", "order").await?;
    page.click_control("swap").await?;
    look("vectors made of embeddings, two guests having changed seats").await?;
    page.choose("position", "edited").await?;
    look("vectors made of embeddings and edited positions").await?;
    page.choose("preset", "heads").await?;
    look("two heads").await?;
    page.open_framed(width, "view=embed&hide=steps&lock=q,mask,history")
        .await?;
    look("embedded, with parts hidden and locked").await?;
    page.open_framed(width, "").await?;
    let open = "document.querySelector('[data-panel=share]').open = true";
    page.script::<()>(open, vec![]).await?;
    page.until("const parts = document.querySelector('.share-parts'); if (parts) parts.open = true; return !!parts")
        .await?;
    look("what may be taken along").await?;
    page.open_framed(width, "view=present&lock=stage").await?;
    look("for a projector").await?;
    assert!(found.is_empty(), "at {width} px: {found:#?}");
    Ok(())
}

/// With a switch just changed, masked cells and a guest who hears nobody.
async fn axe_finds_nothing_in_the_charts(page: Page<'_>) -> Result<()> {
    for width in [1280, 360] {
        page.open_framed(width, "mask=111;101;000").await?;
        page.click_control("scale").await?;
        crate::charts::open_charts(page).await?;
        let found = violations_in_both_themes(page).await?;
        assert!(found.is_empty(), "at {width} px: {found:#?}");
    }
    Ok(())
}

async fn axe_finds_nothing_in_large_rooms(page: Page<'_>) -> Result<()> {
    for width in [1280, 360] {
        for (tokens, size) in [(20, 4), (3, 9)] {
            let link = Numbers::of_size(tokens, size).link(1);
            page.open_framed(width, &link).await?;
            let found = violations_in_both_themes(page).await?;
            assert!(found.is_empty(), "{tokens}×{size}, {width}: {found:#?}");
        }
    }
    Ok(())
}

async fn axe_finds_nothing_in_real_heads(page: Page<'_>) -> Result<()> {
    for width in [1280, 360] {
        page.open_framed(width, "").await?;
        real_heads::fetch(page).await?;
        let found = violations_in_both_themes(page).await?;
        assert!(found.is_empty(), "{width}: {found:#?}");
    }
    Ok(())
}

async fn axe_finds_nothing_in_files(page: Page<'_>) -> Result<()> {
    for width in [1280, 360] {
        page.open_framed(width, "").await?;
        files::open_picker(page).await?;
        let found = violations_in_both_themes(page).await?;
        assert!(found.is_empty(), "{width}: {found:#?}");
    }
    Ok(())
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
    const focusable = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
        // What arrow keys lead to is no stop of its own.
        .filter((element) => !element.disabled && element.tabIndex >= 0 && element.getClientRects().length > 0);
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
        // Browsers don't scroll to what is partly in view, such as a table that goes on below the window's edge: of
        // something that large, a part must be seen, and nothing before it (WCAG 2.4.11).
        const [first, last] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
        const middle = document.elementFromPoint((left + right) / 2, (first + last) / 2);
        const is_large = bottom - top > 100;
        // Engines scroll by whole pixels.
        const is_whole = top > -1 && bottom < innerHeight + 1;
        const is_seen = last - first >= 24 && element.contains(middle);
        return {{
            place: focusable.indexOf(element),
            html: `${{top}} to ${{bottom}} of ${{innerHeight}}: ${{element.outerHTML.slice(0, 200)}}`,
            outlined: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none",
            in_view: is_whole || (is_large && is_seen),
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

pub(crate) async fn the_skip_link_leads_to_the_guests(page: Page<'_>) -> Result<()> {
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

pub(crate) async fn what_changed_is_said_once_a_step_is_done(page: Page<'_>) -> Result<()> {
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

pub(crate) async fn the_chart_has_a_text_alternative(page: Page<'_>) -> Result<()> {
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

async fn guests_heard_alike_are_named_together(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    let says = |query: &str, keys: &str, percent: &str| {
        say(
            "status-listens-alike",
            &[("query", query), ("keys", keys), ("percent", percent)],
        )
    };
    let list = |before: &str, last: &str| say("list-end", &[("before", before), ("last", last)]);
    page.choose("preset", "introduction").await?;
    // e⁴ / (2·e⁴ + 3)
    let both = list("Alice", "Bob")?;
    assert_eq!(
        page.messages().await?.status,
        says("introduced", &both, "48.7%")?
    );
    page.choose("preset", "uniform").await?;
    let status = page.messages().await?.status;
    assert!(
        status.contains("33.3%") && status.contains(" and "),
        "{status}"
    );
    Ok(())
}
