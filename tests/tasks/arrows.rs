//! Vectors of two numbers as arrows, moved by their tips.

use anyhow::{Context, Result};
use attention_tests::{NumberAt, Numbers, Page, Point, Pointer, say};
use serde_json::json;
use thirtyfour::{By, Key, WebElement};

use crate::task::tasks;
use crate::touch::{on_a_phone, swipe};

tasks![
    a_tip_dragged_moves_its_numbers_and_is_one_step,
    a_tip_dragged_far_outside_stops_where_sliders_do,
    pressing_a_tip_or_coming_to_it_changes_nothing,
    escape_gives_up_a_drag,
    arrow_keys_move_a_tip,
    tips_say_whose_they_are_and_where,
    the_line_of_equal_scores_crosses_the_query_at_a_right_angle,
    values_span_a_shape_with_their_mixture_inside,
    vectors_of_other_sizes_have_sliders_alone,
    projected_vectors_are_results_and_embeddings_have_tips;
    chromium:
    a_finger_drags_a_tip_and_the_page_stands_still,
];

/// A tip's selector: `q`, `k`, `v` or `x`, and whose.
fn tip(vector: char, token: usize) -> String {
    format!("[data-handle][data-vector='{vector}'][data-token='{token}']")
}

async fn find(page: Page<'_>, vector: char, token: usize) -> Result<WebElement> {
    Ok(page.driver().find(By::Css(tip(vector, token))).await?)
}

/// Where a vector stands in the viewport, in the plane of that name, of a look to ±5; its plane is
/// scrolled into view.
async fn point(page: Page<'_>, plane: &str, [x, y]: [f64; 2]) -> Result<Point> {
    let body = r#"
        const [plane, x, y] = arguments;
        const picture = document.querySelector(`[data-plane=${plane}] svg`);
        picture.scrollIntoView({ block: "center", behavior: "instant" });
        const { left, top, width, height } = picture.getBoundingClientRect();
        return [left + width * (180 + 30 * x) / 360, top + height * (180 - 30 * y) / 360];
    "#;
    page.script(body, vec![json!(plane), json!(x), json!(y)])
        .await
}

/// The fields of a vector's two numbers.
async fn fields(page: Page<'_>, vector: char, token: usize) -> Result<[String; 2]> {
    let field = async |component| {
        let at = NumberAt {
            vector,
            token,
            component,
        };
        let standing = page.number(at).standing().await?;
        let number: f64 = standing.field.parse()?;
        let shown = number.clamp(-5.0, 5.0);
        assert!((standing.slider - shown).abs() < 0.06, "{standing:?}");
        anyhow::Ok(standing.field)
    };
    Ok([field(0).await?, field(1).await?])
}

async fn a_tip_dragged_moves_its_numbers_and_is_one_step(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    let from = point(page, "meeting", [2.0, 3.0]).await?;
    let to = point(page, "meeting", [-1.5, 0.5]).await?;
    page.drag(Pointer::Mouse, from, to).await?;
    page.after_frame().await?;
    // A pixel is less than half a step.
    assert_eq!(fields(page, 'q', 2).await?, ["-1.5", "0.5"]);
    let dragged = Numbers::walkthrough()
        .with('q', 2, 0, -1.5)
        .with('q', 2, 1, 0.5);
    page.expect(&dragged, &[2]).await?;
    page.click_control("undo").await?;
    page.expect(&Numbers::walkthrough(), &[2]).await?;
    page.click_control("undo").await?;
    page.click_control("redo").await?;
    page.expect(&dragged, &[2]).await
}

async fn a_tip_dragged_far_outside_stops_where_sliders_do(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    let from = point(page, "meeting", [2.0, 3.0]).await?;
    let up = (from.0 + 30.0, 2.0);
    page.drag(Pointer::Mouse, from, up).await?;
    page.after_frame().await?;
    let [_, second] = fields(page, 'q', 2).await?;
    assert_eq!(second, "5");
    assert_eq!(page.messages().await?.alerts, "");
    Ok(())
}

async fn pressing_a_tip_or_coming_to_it_changes_nothing(page: Page<'_>) -> Result<()> {
    page.open("q=1,2;0,1;100,3.12346").await?;
    let numbers = Numbers::walkthrough()
        .with('q', 2, 0, 100.0)
        .with('q', 2, 1, 3.12346);
    let bob = find(page, 'q', 2).await?;
    bob.focus().await?;
    page.press(Key::Shift, 1).await?;
    page.expect(&numbers, &[2]).await?;
    // Where it leaves the plane. Not every driver finds the middle of what is in a picture.
    let at = point(page, "meeting", [5.0, 0.156]).await?;
    page.drag(Pointer::Mouse, at, at).await?;
    page.expect(&numbers, &[2]).await?;
    let beyond = "return document.querySelector('[data-arrow=q][data-token=\"2\"]').dataset.beyond";
    assert_eq!(page.script::<String>(beyond, vec![]).await?, "true");
    let text = bob.attr("aria-valuetext").await?.context("its text")?;
    let expected = say("arrow-value-beyond", &[("one", "100"), ("other", "3.1235")])?;
    assert_eq!(text, expected);
    // Back in, as a slider comes back.
    bob.focus().await?;
    page.press(Key::Right, 1).await?;
    page.expect(&numbers, &[2]).await?;
    page.press(Key::Left, 1).await?;
    page.expect(&numbers.with('q', 2, 0, 4.9), &[2]).await
}

async fn escape_gives_up_a_drag(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    let (from, to) = (
        point(page, "meeting", [2.0, 3.0]).await?,
        point(page, "meeting", [0.0, -4.0]).await?,
    );
    let moves = |x: f64, y: f64| json!({"type": "pointerMove", "duration": 16, "origin": "viewport", "x": x.round() as i64, "y": y.round() as i64});
    let pause = || json!({"type": "pause", "duration": 0});
    let pointer = json!([
        moves(from.0, from.1),
        {"type": "pointerDown", "button": 0},
        moves(to.0, to.1),
        pause(),
        pause(),
        moves(to.0 + 40.0, to.1),
        {"type": "pointerUp", "button": 0},
    ]);
    let keys = json!([
        pause(), pause(), pause(),
        {"type": "keyDown", "value": Key::Escape.value()},
        {"type": "keyUp", "value": Key::Escape.value()},
    ]);
    page.perform(json!([
        {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": pointer},
        {"type": "key", "id": "keyboard", "actions": keys},
    ]))
    .await?;
    page.after_frame().await?;
    page.expect(&Numbers::walkthrough(), &[2]).await?;
    let undo = "return document.querySelector('[data-control=undo]').getAttribute('aria-disabled')";
    assert_eq!(page.script::<String>(undo, vec![]).await?, "true");
    Ok(())
}

async fn arrow_keys_move_a_tip(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    find(page, 'k', 0).await?.focus().await?;
    page.press(Key::Right, 3).await?;
    page.press(Key::Down, 1).await?;
    let moved = Numbers::walkthrough()
        .with('k', 0, 0, 1.3)
        .with('k', 0, 1, 0.9);
    page.expect(&moved, &[2]).await?;
    assert_eq!(fields(page, 'k', 0).await?, ["1.3", "0.9"]);
    page.perform(json!([{"type": "key", "id": "keyboard", "actions": [
        {"type": "keyDown", "value": Key::Shift.value()},
        {"type": "keyDown", "value": Key::Up.value()},
        {"type": "keyUp", "value": Key::Up.value()},
        {"type": "keyUp", "value": Key::Shift.value()},
    ]}]))
    .await?;
    page.after_frame().await?;
    page.expect(&moved.clone().with('k', 0, 1, 1.9), &[2])
        .await?;
    // Each press let go is a step.
    page.click_control("undo").await?;
    page.expect(&moved, &[2]).await
}

async fn tips_say_whose_they_are_and_where(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    let name = say("arrow-name", &[("token", "Bob"), ("vector", "query")])?;
    let bob = page.by_role("slider", &name).await?;
    let text = say("arrow-value", &[("one", "2"), ("other", "3")])?;
    assert_eq!(bob.attr("aria-valuetext").await?, Some(text));
    page.number(attention_tests::BOBS_QUERY)
        .enter("-1.5")
        .await?;
    let text = say("arrow-value", &[("one", "\u{2212}1.5"), ("other", "3")])?;
    assert_eq!(bob.attr("aria-valuetext").await?, Some(text));
    let small = r#"
        return [...document.querySelectorAll("[data-handle] .target")]
            .map((target) => target.getBoundingClientRect())
            .filter(({ width, height }) => Math.min(width, height) < 24).length;
    "#;
    for width in [1280, 768, 360, 320] {
        page.open_framed(width, "").await?;
        assert_eq!(page.script::<u32>(small, vec![]).await?, 0, "at {width}");
    }
    Ok(())
}

/// The line's ends in the plane.
async fn line(page: Page<'_>) -> Result<Option<[[f64; 2]; 2]>> {
    let body = r#"
        const path = document.querySelector("[data-equal-scores]").getAttribute("d");
        const numbers = path.match(/-?[\d.]+/g)?.map(Number);
        const at = (x, y) => [(x - 180) / 30, (180 - y) / 30];
        return numbers ? [at(numbers[0], numbers[1]), at(numbers[2], numbers[3])] : null;
    "#;
    page.script(body, vec![]).await
}

async fn the_line_of_equal_scores_crosses_the_query_at_a_right_angle(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    let says = async |score: &str, key: &str| -> Result<bool> {
        let variables = [("score", score), ("query", "Bob"), ("key", key)];
        Ok(page
            .text()
            .await?
            .contains(&say("equal-scores", &variables)?))
    };
    // Through the key that Bob hears most, his own.
    let check = async |query: [f64; 2], score: f64| -> Result<()> {
        let ends = line(page).await?.context("a line")?;
        for end in ends {
            let of_end = query[0] * end[0] + query[1] * end[1];
            assert!((of_end - score).abs() < 0.01, "{end:?} scores {of_end}");
            assert!((end[0].abs().max(end[1].abs()) - 5.0).abs() < 0.01);
        }
        let along = [ends[1][0] - ends[0][0], ends[1][1] - ends[0][1]];
        let slant = query[0] * along[0] + query[1] * along[1];
        assert!(slant.abs() < 0.02, "{along:?}");
        Ok(())
    };
    check([2.0, 3.0], 7.0).await?;
    assert!(says("7", "Bob").await?);
    // Through the key that is taken hold of.
    find(page, 'k', 0).await?.focus().await?;
    page.after_frame().await?;
    check([2.0, 3.0], 5.0).await?;
    assert!(says("5", "Alice").await?);
    page.number(attention_tests::BOBS_QUERY).enter("0").await?;
    // 0·1 + 3·1: Alice and Bob score alike, and both are on the line.
    check([0.0, 3.0], 3.0).await?;
    let second = NumberAt {
        component: 1,
        ..attention_tests::BOBS_QUERY
    };
    page.number(second).enter("0").await?;
    assert_eq!(line(page).await?, None);
    let zero = say("equal-scores-zero", &[("query", "Bob")])?;
    assert!(page.text().await?.contains(&zero));
    Ok(())
}

async fn values_span_a_shape_with_their_mixture_inside(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    let inside = r#"
        const span = document.querySelector("[data-span]");
        const point = document.querySelector("[data-arrow=output] circle").transform.baseVal.consolidate().matrix;
        const at = span.ownerSVGElement.createSVGPoint();
        at.x = point.e;
        at.y = point.f;
        return span.isPointInFill(at);
    "#;
    assert!(page.script::<bool>(inside, vec![]).await?);
    let expected = say(
        "mixture",
        &[
            ("query", "Bob"),
            (
                "output",
                &say("arrow-value", &[("one", "0.8147"), ("other", "0.4456")])?,
            ),
        ],
    )?;
    assert!(page.text().await?.contains(&expected));
    find(page, 'v', 1).await?.focus().await?;
    page.press(Key::Left, 2).await?;
    let moved = Numbers::walkthrough().with('v', 1, 0, 0.3);
    page.expect(&moved, &[2]).await?;
    assert!(page.script::<bool>(inside, vec![]).await?);
    Ok(())
}

async fn vectors_of_other_sizes_have_sliders_alone(page: Page<'_>) -> Result<()> {
    page.open("q=1;0;2&k=1;1;2&v=1,2,3;4,5,6;7,8,9").await?;
    let text = page.text().await?;
    for size in ["1", "3"] {
        assert!(text.contains(&say("arrows-given-up", &[("size", size)])?));
    }
    assert!(find(page, 'q', 0).await.is_err());
    Ok(())
}

async fn projected_vectors_are_results_and_embeddings_have_tips(page: Page<'_>) -> Result<()> {
    page.open("preset=order").await?;
    assert!(find(page, 'q', 0).await.is_err());
    let drawn = "return document.querySelectorAll('[data-arrow]').length";
    assert!(page.script::<u32>(drawn, vec![]).await? > 0);
    Ok(())
}

async fn a_finger_drags_a_tip_and_the_page_stands_still(page: Page<'_>) -> Result<()> {
    on_a_phone(page, async || {
        page.open("").await?;
        let from = point(page, "meeting", [2.0, 3.0]).await?;
        let to = point(page, "meeting", [2.0, -2.0]).await?;
        // What stands above may grow or shrink: the plane stays where it is on the screen.
        let body =
            "return document.querySelector('[data-plane=meeting] svg').getBoundingClientRect().top";
        let start: f64 = page.script(body, vec![]).await?;
        swipe(page, from, to).await?;
        let end: f64 = page.script(body, vec![]).await?;
        assert!((start - end).abs() < 1.0, "moved from {start} to {end}");
        let dragged = Numbers::walkthrough().with('q', 2, 1, -2.0);
        page.expect(&dragged, &[2]).await?;
        page.click_control("undo").await?;
        page.expect(&Numbers::walkthrough(), &[2]).await?;
        // Beside the tips the page scrolls.
        let (x, y) = point(page, "meeting", [-4.0, -4.0]).await?;
        let start: f64 = page.script("return scrollY", vec![]).await?;
        swipe(page, (x, y), (x, y - 200.0)).await?;
        let end: f64 = page.script("return scrollY", vec![]).await?;
        assert!(end - start > 100.0, "scrolled from {start} to {end}");
        Ok(())
    })
    .await
}
