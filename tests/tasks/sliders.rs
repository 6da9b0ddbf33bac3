//! Moving numbers by their sliders.

use anyhow::Result;
use attention_tests::{BOBS_QUERY, NumberAt, Numbers, Page};
use serde::de::DeserializeOwned;
use serde_json::json;
use thirtyfour::Key;

use crate::task::tasks;

tasks![
    bobs_first_query_is_brought_to_0_by_keyboard,
    home_and_end_go_as_far_as_the_slider_reaches,
    each_slider_moves_its_own_number,
    everything_is_redrawn_in_the_next_frame,
    long_arithmetic_stands_still_while_a_number_moves,
    what_is_out_of_sight_is_left_out_only_while_numbers_move,
    what_is_out_of_sight_catches_up_once_numbers_rest,
    what_comes_into_sight_is_followed_while_numbers_move,
    a_slider_that_is_scrolled_out_of_sight_keeps_the_focus,
];

pub(crate) async fn bobs_first_query_is_brought_to_0_by_keyboard(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    let bob = page.number(BOBS_QUERY);
    bob.press_on_slider(Key::Left, 20).await?;
    let standing = bob.standing().await?;
    assert_eq!((standing.slider, standing.field.as_str()), (0.0, "0"));
    page.expect(&Numbers::walkthrough().with('q', 2, 0, 0.0), &[2])
        .await
}

pub(crate) async fn home_and_end_go_as_far_as_the_slider_reaches(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    let bob = page.number(BOBS_QUERY);
    for (key, number) in [(Key::Home, -5.0), (Key::End, 5.0)] {
        bob.press_on_slider(key, 1).await?;
        assert_eq!(bob.standing().await?.slider, number);
        page.expect(&Numbers::walkthrough().with('q', 2, 0, number), &[2])
            .await?;
    }
    Ok(())
}

pub(crate) async fn each_slider_moves_its_own_number(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    let mut numbers = Numbers::walkthrough();
    for vector in ['q', 'k', 'v'] {
        for (token, component) in (0..3).flat_map(|token| [(token, 0), (token, 1)]) {
            let control = page.number(NumberAt {
                vector,
                token,
                component,
            });
            control.press_on_slider(Key::Right, 1).await?;
            numbers = numbers.with(vector, token, component, control.standing().await?.slider);
        }
    }
    // One step to the right from wherever each stood.
    assert_eq!(numbers.queries, [[1.1, 2.1], [0.1, 1.1], [2.1, 3.1]]);
    assert_eq!(numbers.keys, [[1.1, 1.1], [1.1, 0.1], [2.1, 1.1]]);
    assert_eq!(numbers.values, [[0.3, 0.9], [0.6, 0.2], [1.0, 0.5]]);
    page.expect(&numbers, &[2]).await
}

pub(crate) async fn everything_is_redrawn_in_the_next_frame(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    // Read when the frame's callbacks have run: just before it is painted.
    let [weight, line, field]: [String; 3] = page
        .script_until_done(
            r#"
            const slider = document.querySelector(arguments[0]);
            slider.value = "0";
            slider.dispatchEvent(new Event("input", { bubbles: true }));
            requestAnimationFrame(() => done([
                document.querySelector('[data-readout=weight][data-query="2"][data-key="2"]').dataset.value,
                document.querySelector('[data-line][data-query="2"][data-key="2"]').dataset.weight,
                document.querySelector('[data-field][data-vector=q][data-token="2"][data-component="0"]').value,
            ]));
            "#,
            vec![json!("input[type=range][data-vector=q][data-token='2'][data-component='0']")],
        )
        .await?;
    let expected = Numbers::walkthrough().with('q', 2, 0, 0.0).attend().weights[2][2];
    for text in [weight, line] {
        let drawn: f64 = text.parse()?;
        assert!((drawn - expected).abs() < 1e-12, "{drawn}, not {expected}");
    }
    assert_eq!(field, "0");
    Ok(())
}

/// Where each product of the scores stands on the page, from its column's edge to its line.
async fn places_of_products(page: Page<'_>) -> Result<Vec<[i64; 2]>> {
    let body = r#"return [...document.querySelectorAll(".compare span.term")].map((term) => {
        const { right, top } = term.getBoundingClientRect();
        return [Math.round(right), Math.round(top + scrollY)];
    })"#;
    page.script(body, vec![]).await
}

async fn long_arithmetic_stands_still_while_a_number_moves(page: Page<'_>) -> Result<()> {
    let room = "q=1,2,0.5,-1;0,1,2,0.3;2,3,-0.5,1&k=1,1,0,-0.2;1,0,1,2;2,1,-3,0.4&v=1,0;0,1;1,1";
    // Divided, too, no product stands upon another: four for each of three guests.
    page.open(&format!("{room}&scale=sqrt_dk")).await?;
    let mut places = places_of_products(page).await?;
    places.sort_unstable();
    places.dedup();
    assert_eq!(places.len(), 12, "{places:?}");
    page.open(room).await?;
    let bob = page.number(BOBS_QUERY);
    bob.press_on_slider(Key::Left, 1).await?;
    let before = places_of_products(page).await?;
    let rights: Vec<i64> = before.iter().map(|[right, _]| *right).collect();
    assert_eq!(rights.len(), 12);
    assert!(
        rights.chunks(4).all(|row| row == &rights[..4]),
        "{before:?}"
    );
    // (−5), then 5: at its longest and at its shortest.
    for key in [Key::Home, Key::End] {
        bob.press_on_slider(key, 1).await?;
        assert_eq!(places_of_products(page).await?, before);
    }
    // Of four decimal places they are wider, and stand as still.
    bob.enter("-9.8765").await?;
    let wider = places_of_products(page).await?;
    assert_ne!(wider, before);
    bob.enter("0.1").await?;
    assert_eq!(places_of_products(page).await?, before);
    bob.enter("0.1234").await?;
    assert_eq!(places_of_products(page).await?, wider);
    // What is too long for a column is written out in lines, and stays within them.
    bob.enter("-1234.5678").await?;
    let beyond: Vec<String> = page
        .script(
            r#"const { right } = document.querySelector(".compare .rows").getBoundingClientRect();
            return [...document.querySelectorAll(".compare .rows :is(.q, .k, b)")]
                .filter((part) => part.getBoundingClientRect().right > right + 1)
                .map((part) => part.outerHTML)"#,
            vec![],
        )
        .await?;
    assert_eq!(beyond, [""; 0]);
    let lines = places_of_products(page).await?;
    assert!(lines != before && lines != wider);
    Ok(())
}

async fn what_is_out_of_sight_is_left_out_only_while_numbers_move(page: Page<'_>) -> Result<()> {
    let moving = r#"
        const slider = document.querySelector("input[type=range][data-vector=q]");
        const tell = (kind) => slider.dispatchEvent(new Event(kind, { bubbles: true }));
        const moving = () => document.documentElement.dataset.moving ?? "no";
        slider.value = "-3";
        tell("input");
        const found = [moving()];
        if (arguments[0]) tell("change");
        found.push(moving());
        return found;
    "#;
    let rests = "return document.documentElement.dataset.moving === undefined";
    page.open(&Numbers::of_size(12, 8).link(2)).await?;
    for (lets_go, expected) in [(true, ["true", "no"]), (false, ["true", "true"])] {
        let found: [String; 2] = page.script(moving, vec![json!(lets_go)]).await?;
        assert_eq!(found, expected, "{lets_go}");
        page.until(rests).await?;
    }
    // Few guests are all in sight, or nearly.
    page.open("").await?;
    let found: [String; 2] = page.script(moving, vec![json!(false)]).await?;
    assert_eq!(found, ["no", "no"]);
    Ok(())
}

/// Bob's first query is dragged, and not let go of, until `look()` finds something: the first of what it answers with.
async fn drag_until<T: DeserializeOwned>(page: Page<'_>, look: &str) -> Result<T> {
    let drag = format!(
        r#"
        const slider = document.querySelector(
            "input[type=range][data-vector=q][data-token='2'][data-component='0']");
        {look}
        // The browser takes its time to say what is out of sight.
        const move = (left) => requestAnimationFrame(() => {{
            const found = look();
            if (found[0] || left === 0) return done(found);
            slider.value = left % 2 === 0 ? 2.5 : 5;
            slider.dispatchEvent(new Event("input", {{ bubbles: true }}));
            move(left - 1);
        }});
        move(500);
        "#
    );
    page.script_until_done(&drag, vec![]).await
}

/// The table of everyone's weights stands at the page's end.
async fn what_is_out_of_sight_catches_up_once_numbers_rest(page: Page<'_>) -> Result<()> {
    let look = r#"
        const weight = (place) =>
            document.querySelector(`${place}[data-query='2'][data-key='0']`).dataset;
        const waits = () => weight("[data-line]").weight !== weight("td [data-readout=weight]").value;
        const look = () => [waits(), slider.valueAsNumber];
    "#;
    let room = Numbers::of_size(12, 8);
    page.open(&room.link(2)).await?;
    let (waits, number): (bool, f64) = drag_until(page, look).await?;
    assert!(waits, "the table is followed, though nobody sees it");
    page.until("return document.documentElement.dataset.moving === undefined")
        .await?;
    page.after_frame().await?;
    page.expect(&room.with('q', 2, 0, number), &[2]).await
}

/// The last row of the arithmetic, scrolled to while a slider is dragged, says what it has come to.
async fn what_comes_into_sight_is_followed_while_numbers_move(page: Page<'_>) -> Result<()> {
    let look = r#"
        const row = document.querySelector(".step.soften [data-readout=weight][data-key='11']");
        const moves = document.documentElement.dataset;
        let said, isAsleep = false;
        const look = () => {
            const isFollowed = row.dataset.value !== said;
            const found = [isAsleep && isFollowed, moves.moving ?? "no"];
            isAsleep ||= !isFollowed;
            // WebKit's scrollIntoView doesn't find what isn't drawn.
            if (isAsleep) window.scrollBy(0, row.getBoundingClientRect().top - 100);
            said = row.dataset.value;
            return found;
        };
    "#;
    page.open(&Numbers::of_size(12, 8).link(2)).await?;
    let found: (bool, String) = drag_until(page, look).await?;
    assert_eq!(found, (true, "true".to_owned()));
    Ok(())
}

/// Its card is hidden with all that is out of sight, unless it holds the focus.
async fn a_slider_that_is_scrolled_out_of_sight_keeps_the_focus(page: Page<'_>) -> Result<()> {
    let look = r#"
        const [other, , own] = document.querySelectorAll(".seat");
        const isHidden = (seat) => getComputedStyle(seat.querySelector(".badge")).contentVisibility === "hidden";
        slider.focus();
        window.scrollTo(0, document.documentElement.scrollHeight);
        const look = () => [isHidden(other), isHidden(own), document.activeElement === slider];
    "#;
    page.open(&Numbers::of_size(12, 8).link(2)).await?;
    let found: [bool; 3] = drag_until(page, look).await?;
    assert_eq!(
        found,
        [true, false, true],
        "others' cards hidden, its own not, focus kept"
    );
    Ok(())
}
