//! Typing numbers, and going back and forth between a field and its slider.

use anyhow::Result;
use attention_tests::{BOBS_QUERY, NumberAt, Numbers, Page};
use thirtyfour::Key;

use crate::task::tasks;

tasks![
    numbers_are_typed_the_way_people_type_them,
    a_typed_number_moves_the_slider_and_the_slider_the_field,
    a_number_beyond_the_slider_is_kept,
    a_number_between_the_sliders_steps_is_kept,
    leaving_the_field_takes_the_number,
    each_field_sets_its_own_number,
    a_negative_number_stands_in_brackets_after_a_sign,
];

pub(crate) async fn numbers_are_typed_the_way_people_type_them(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    let bob = page.number(BOBS_QUERY);
    for (typed, number) in [
        ("1,5", 1.5),
        ("\u{2212}1.5", -1.5),
        ("-0.5", -0.5),
        (" 3 ", 3.0),
        (".5", 0.5),
        ("1e-1", 0.1),
    ] {
        bob.enter(typed).await?;
        let standing = bob.standing().await?;
        assert_eq!(
            (standing.slider, standing.invalid),
            (number, false),
            "{typed:?}"
        );
        page.expect(&Numbers::walkthrough().with('q', 2, 0, number), &[2])
            .await?;
    }
    Ok(())
}

pub(crate) async fn a_typed_number_moves_the_slider_and_the_slider_the_field(
    page: Page<'_>,
) -> Result<()> {
    page.open("").await?;
    let bob = page.number(BOBS_QUERY);
    bob.enter("1,5").await?;
    assert_eq!(bob.standing().await?.slider, 1.5);
    bob.press_on_slider(Key::Right, 2).await?;
    let standing = bob.standing().await?;
    assert_eq!((standing.slider, standing.field.as_str()), (1.7, "1.7"));
    page.expect(&Numbers::walkthrough().with('q', 2, 0, 1.7), &[2])
        .await?;
    bob.enter("\u{2212}1.5").await?;
    let standing = bob.standing().await?;
    assert_eq!((standing.slider, standing.field.as_str()), (-1.5, "-1.5"));
    page.expect(&Numbers::walkthrough().with('q', 2, 0, -1.5), &[2])
        .await
}

pub(crate) async fn a_number_beyond_the_slider_is_kept(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    let bob = page.number(BOBS_QUERY);
    bob.enter("7").await?;
    let standing = bob.standing().await?;
    assert_eq!((standing.slider, standing.field.as_str()), (5.0, "7"));
    page.expect(&Numbers::walkthrough().with('q', 2, 0, 7.0), &[2])
        .await?;
    // The slider takes over from where its thumb stands.
    bob.press_on_slider(Key::Left, 1).await?;
    let standing = bob.standing().await?;
    assert_eq!((standing.slider, standing.field.as_str()), (4.9, "4.9"));
    page.expect(&Numbers::walkthrough().with('q', 2, 0, 4.9), &[2])
        .await
}

pub(crate) async fn a_number_between_the_sliders_steps_is_kept(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    let bob = page.number(BOBS_QUERY);
    bob.enter("0.25").await?;
    let standing = bob.standing().await?;
    assert!((standing.slider - 0.25).abs() <= 0.050_001, "{standing:?}");
    assert_eq!(standing.field, "0.25");
    page.expect(&Numbers::walkthrough().with('q', 2, 0, 0.25), &[2])
        .await?;
    bob.press_on_slider(Key::Right, 1).await?;
    let standing = bob.standing().await?;
    assert_eq!(standing.field.parse::<f64>()?, standing.slider);
    page.expect(
        &Numbers::walkthrough().with('q', 2, 0, standing.slider),
        &[2],
    )
    .await
}

pub(crate) async fn leaving_the_field_takes_the_number(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    let bob = page.number(BOBS_QUERY);
    bob.write("4").await?;
    // Not while it is being typed.
    page.expect(&Numbers::walkthrough(), &[2]).await?;
    page.press(Key::Tab, 1).await?;
    page.after_frame().await?;
    page.expect(&Numbers::walkthrough().with('q', 2, 0, 4.0), &[2])
        .await
}

pub(crate) async fn each_field_sets_its_own_number(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    let mut numbers = Numbers::walkthrough();
    let mut number = -1.0;
    for vector in ['q', 'k', 'v'] {
        for (token, component) in (0..3).flat_map(|token| [(token, 0), (token, 1)]) {
            number += 0.125;
            page.number(NumberAt {
                vector,
                token,
                component,
            })
            .enter(&number.to_string())
            .await?;
            numbers = numbers.with(vector, token, component, number);
        }
    }
    page.expect(&numbers, &[2]).await
}

pub(crate) async fn a_negative_number_stands_in_brackets_after_a_sign(
    page: Page<'_>,
) -> Result<()> {
    page.open("").await?;
    page.number(BOBS_QUERY).enter("-5").await?;
    let formulas = "
        // Spaces are the design's to choose.
        const texts = (formulas) =>
            [...document.querySelectorAll(formulas)].map(({ textContent }) => textContent.replaceAll(/\\s/g, ''));
        return [texts('.compare .formula')[0], ...texts('.soften sup')]";
    let formulas: Vec<String> = page.script(formulas, vec![]).await?;
    let expected = ["(−5)·1+3·1", "−2−(−2)", "−5−(−2)", "−7−(−2)"];
    assert_eq!(formulas.len(), expected.len());
    for (formula, expected) in formulas.iter().zip(expected) {
        assert!(formula.starts_with(expected), "{formula}, not {expected}");
    }
    Ok(())
}
