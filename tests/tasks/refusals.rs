//! What can't be taken as a number, and how it is refused.

use anyhow::Result;
use attention_tests::{BOBS_QUERY, NumberAt, Numbers, Page, say, word};
use thirtyfour::Key;

use crate::task::tasks;

tasks![
    what_is_no_number_is_refused_in_words_and_changes_nothing,
    escape_brings_the_last_good_number_back,
    the_next_good_number_clears_the_refusal,
    a_refused_number_is_not_lost_by_moving_on,
    a_temperature_that_is_none_is_refused,
    each_field_clears_its_own_refusal_alone,
    a_refusal_does_not_come_back_with_the_number,
    a_dismissed_refusal_still_stands_beside_its_field,
];

pub(crate) async fn what_is_no_number_is_refused_in_words_and_changes_nothing(
    page: Page<'_>,
) -> Result<()> {
    let too_long = "1".repeat(1000);
    for (typed, why) in [
        ("abc", "refused-not-a-number"),
        ("1e999", "refused-too-large"),
        ("", "refused-empty"),
        ("NaN", "refused-not-a-number"),
        (too_long.as_str(), "refused-too-long"),
    ] {
        page.open("").await?;
        let bob = page.number(BOBS_QUERY);
        bob.enter("1.5").await?;
        bob.enter(typed).await?;
        let standing = bob.standing().await?;
        assert_eq!((standing.slider, standing.field.as_str()), (1.5, typed));
        assert!(standing.invalid, "{typed:.9} is not marked");
        assert_eq!(standing.reason, word(why)?, "{typed:.9}");
        let alerts = page.messages().await?.alerts;
        // A long text is quoted from its beginning.
        let quoted: String = typed.chars().take(20).collect();
        let sentence = say(
            "refused",
            &[
                ("name", &BOBS_QUERY.name()?),
                ("text", &quoted),
                ("why", &word(why)?),
                ("kept", "1.5"),
            ],
        )?;
        assert!(alerts.contains(&sentence), "{alerts}, not {sentence}");
        page.expect(&Numbers::walkthrough().with('q', 2, 0, 1.5), &[2])
            .await?;
    }
    Ok(())
}

pub(crate) async fn escape_brings_the_last_good_number_back(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    let bob = page.number(BOBS_QUERY);
    bob.enter("abc").await?;
    page.press(Key::Escape, 1).await?;
    page.after_frame().await?;
    let standing = bob.standing().await?;
    assert_eq!((standing.field.as_str(), standing.invalid), ("2", false));
    assert_eq!(standing.reason, "");
    assert_eq!(page.messages().await?.alerts, "");
    page.expect(&Numbers::walkthrough(), &[2]).await
}

pub(crate) async fn the_next_good_number_clears_the_refusal(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    let bob = page.number(BOBS_QUERY);
    bob.enter("abc").await?;
    bob.enter("1").await?;
    let standing = bob.standing().await?;
    assert_eq!(
        (standing.slider, standing.field.as_str(), standing.invalid),
        (1.0, "1", false)
    );
    assert_eq!(page.messages().await?.alerts, "");
    page.expect(&Numbers::walkthrough().with('q', 2, 0, 1.0), &[2])
        .await
}

async fn a_refused_number_is_not_lost_by_moving_on(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    let bob = page.number(BOBS_QUERY);
    bob.enter("abc").await?;
    page.click_control("all-rows").await?;
    // It still stands there to be mended, and the last good number is in force.
    assert_eq!(bob.standing().await?.field, "abc");
    page.expect(&Numbers::walkthrough(), &[0, 1, 2]).await?;
    // Nor by moving another number of the same vector.
    let beside = page.number(NumberAt {
        component: 1,
        ..BOBS_QUERY
    });
    beside.press_on_slider(Key::Left, 1).await?;
    let standing = bob.standing().await?;
    assert_eq!((standing.field.as_str(), standing.invalid), ("abc", true));
    bob.press_on_slider(Key::Left, 1).await?;
    let standing = bob.standing().await?;
    assert_eq!((standing.field.as_str(), standing.invalid), ("1.9", false));
    let moved = Numbers::walkthrough().with('q', 2, 1, 2.9);
    page.expect(&moved.with('q', 2, 0, 1.9), &[0, 1, 2]).await
}

async fn a_temperature_that_is_none_is_refused(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    let temperature = page.temperature();
    for typed in ["0", "-1"] {
        temperature.enter(typed).await?;
        let standing = temperature.standing().await?;
        assert_eq!((standing.slider, standing.invalid), (1.0, true), "{typed}");
        assert_eq!(standing.reason, word("refused-too-cold")?);
        page.expect(&Numbers::walkthrough(), &[2]).await?;
    }
    Ok(())
}

async fn each_field_clears_its_own_refusal_alone(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    let (bob, temperature) = (page.number(BOBS_QUERY), page.temperature());
    bob.enter("abc").await?;
    temperature.enter("0").await?;
    let sentence = |name: &str, text: &str, why: &str, kept: &str| -> Result<String> {
        let why = word(why)?;
        let variables = [
            ("name", name),
            ("text", text),
            ("why", &why),
            ("kept", kept),
        ];
        say("refused", &variables)
    };
    let about_bob = sentence(&BOBS_QUERY.name()?, "abc", "refused-not-a-number", "2")?;
    let about_temperature = sentence(&word("temperature")?, "0", "refused-too-cold", "1")?;
    let alerts = page.messages().await?.alerts;
    assert!(
        alerts.contains(&about_bob) && alerts.contains(&about_temperature),
        "{alerts}"
    );
    page.press(Key::Escape, 1).await?;
    page.after_frame().await?;
    let alerts = page.messages().await?.alerts;
    assert!(
        alerts.contains(&about_bob) && !alerts.contains(&about_temperature),
        "{alerts}"
    );
    // A good number elsewhere mends nothing here.
    temperature.enter("2").await?;
    assert!(page.messages().await?.alerts.contains(&about_bob));
    assert!(bob.standing().await?.invalid);
    bob.enter("1").await?;
    assert_eq!(page.messages().await?.alerts, "");
    Ok(())
}

pub(crate) async fn a_refusal_does_not_come_back_with_the_number(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    let bob = page.number(BOBS_QUERY);
    bob.enter("abc").await?;
    bob.press_on_slider(Key::Left, 1).await?;
    bob.press_on_slider(Key::Right, 1).await?;
    let standing = bob.standing().await?;
    assert_eq!((standing.field.as_str(), standing.invalid), ("2", false));
    assert_eq!(standing.reason, "");
    assert_eq!(page.messages().await?.alerts, "");
    Ok(())
}

pub(crate) async fn a_dismissed_refusal_still_stands_beside_its_field(
    page: Page<'_>,
) -> Result<()> {
    page.open("").await?;
    let bob = page.number(BOBS_QUERY);
    bob.enter("abc").await?;
    page.click("button", &word("dismiss")?).await?;
    assert_eq!(page.messages().await?.alerts, "");
    let standing = bob.standing().await?;
    assert_eq!(standing.reason, word("refused-not-a-number")?);
    assert!(standing.invalid);
    Ok(())
}
