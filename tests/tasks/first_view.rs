//! What stands there before anyone touches anything.

use anyhow::{Context, Result};
use attention_tests::{NumberAt, Numbers, Page, Variant, say, word};

use crate::task::tasks;

tasks![
    bob_is_in_focus_among_three_guests,
    lines_run_from_bob_to_everyone_and_say_how_much,
    the_arithmetic_is_filled_in,
    bobs_numbers_stand_there_to_six_digits,
    every_number_of_the_computation_is_right,
    every_number_has_a_slider_and_a_field,
    the_posts_own_shares_are_marked_and_explained,
    it_says_whose_toys_the_vectors_are;
    chromium:
    coming_alive_moves_nothing,
];

async fn bob_is_in_focus_among_three_guests(page: Page<'_>) -> Result<()> {
    page.open_first_view(Variant::AsBuilt, "").await?;
    for (token, name) in ["Alice", "introduced", "Bob"].into_iter().enumerate() {
        let text = page.card(token).text().await?;
        assert!(text.contains(name), "card {token} says {text}");
        page.by_role("group", name).await?;
    }
    assert_eq!(page.in_focus().await?, [2]);
    Ok(())
}

async fn lines_run_from_bob_to_everyone_and_say_how_much(page: Page<'_>) -> Result<()> {
    page.open_first_view(Variant::AsBuilt, "").await?;
    let weights = Numbers::walkthrough().attend().weights.swap_remove(2);
    let mut lines = page.readings().await?.lines;
    assert_eq!(lines.len(), 3);
    lines.sort_by_key(|line| line.key);
    // Alice is heard more than “introduced”, Bob himself most of all.
    assert!(
        lines[1].width < lines[0].width && lines[0].width < lines[2].width,
        "{lines:?}"
    );
    for (token, weight) in weights.into_iter().enumerate() {
        let text = page.card(token).text().await?;
        let shares = percentages(&text);
        let is_right = |share: &f64| (share - weight * 100.0).abs() <= 0.5;
        assert!(
            shares.iter().any(is_right),
            "{weight} of Bob's attention, and the card says {text}"
        );
    }
    Ok(())
}

/// The numbers before a per-cent sign.
fn percentages(text: &str) -> Vec<f64> {
    let numbers = text
        .split_whitespace()
        .filter_map(|word| word.strip_suffix('%'));
    numbers.filter_map(|number| number.parse().ok()).collect()
}

async fn the_arithmetic_is_filled_in(page: Page<'_>) -> Result<()> {
    page.open_first_view(Variant::AsBuilt, "").await?;
    let steps = page
        .text_of_region(&say("steps", &[("query", "Bob")])?)
        .await?;
    // Spaces are the design's to choose.
    let steps: String = steps.split_whitespace().collect();
    for part in [
        "2·1+3·1=5",
        "2·1+3·0=2",
        "2·2+3·1=7",
        // e⁻² + e⁻⁵ + 1
        "0.1353",
        "0.0067",
        "1.1421",
        "0.12·[0.2,0.8]",
        "0.01·[0.5,0.1]",
        "0.88·[0.9,0.4]",
        "[0.814690,0.445630]",
    ] {
        assert!(steps.contains(part), "no {part} in {steps}");
    }
    Ok(())
}

async fn bobs_numbers_stand_there_to_six_digits(page: Page<'_>) -> Result<()> {
    page.open_first_view(Variant::AsBuilt, "").await?;
    let readings = page.readings().await?;
    let of_bob = |kind: &str, column: usize| -> Vec<&str> {
        let is_it = |one: &&attention_tests::Readout| {
            (one.kind.as_str(), one.query, one.column) == (kind, 2, column)
        };
        readings
            .readouts
            .iter()
            .filter(is_it)
            .map(|one| one.text.as_str())
            .collect()
    };
    let weights = ["0.118500", "0.005900", "0.875601"].into_iter().enumerate();
    let outputs = ["0.814690", "0.445630"].into_iter().enumerate();
    for (column, digits) in weights {
        assert!(
            of_bob("weight", column).contains(&digits),
            "{digits} in {:?}",
            of_bob("weight", column)
        );
    }
    for (component, digits) in outputs {
        assert!(
            of_bob("output", component).contains(&digits),
            "{digits} in {:?}",
            of_bob("output", component)
        );
    }
    Ok(())
}

async fn every_number_of_the_computation_is_right(page: Page<'_>) -> Result<()> {
    page.open_first_view(Variant::AsBuilt, "").await?;
    page.expect(&Numbers::walkthrough(), &[2]).await?;
    // As JavaScript prints numbers: what other programs read back is the same text.
    let odd: Vec<String> = page
        .script(
            r#"
            const texts = [...document.querySelectorAll("[data-value], [data-weight]")]
                .map(({ dataset }) => dataset.value ?? dataset.weight);
            return texts.filter((text) => String(Number(text)) !== text);
            "#,
            vec![],
        )
        .await?;
    assert!(odd.is_empty(), "{odd:?}");
    Ok(())
}

async fn every_number_has_a_slider_and_a_field(page: Page<'_>) -> Result<()> {
    page.open_first_view(Variant::AsBuilt, "").await?;
    let numbers = Numbers::walkthrough();
    for (vector, rows) in [
        ('q', &numbers.queries),
        ('k', &numbers.keys),
        ('v', &numbers.values),
    ] {
        for (token, row) in rows.iter().enumerate() {
            for (component, number) in row.iter().enumerate() {
                let at = NumberAt {
                    vector,
                    token,
                    component,
                };
                let standing = page.number(at).standing().await?;
                assert_eq!(
                    (standing.slider, standing.field),
                    (*number, number.to_string()),
                    "{at:?}"
                );
                let slider = page.by_role("slider", &at.name()?).await?;
                assert!(
                    slider.is_displayed().await? && slider.is_enabled().await?,
                    "{at:?}"
                );
                let field = page
                    .by_role("textbox", &say("field-name", &[("slot", &at.name()?)])?)
                    .await?;
                assert!(
                    field.is_displayed().await? && field.is_enabled().await?,
                    "{at:?}"
                );
            }
        }
    }
    let out_of_reach: Vec<String> = page
        .script(
            r#"
            const sliders = [...document.querySelectorAll("input[type=range][data-vector]")];
            const fields = [...document.querySelectorAll("input[data-field][data-vector]")];
            const bad = [
                ...sliders.filter(({ min, max, step }) => min > -5 || max < 5 || !(step <= 0.1)),
                ...fields.filter(({ type, inputMode }) => type !== "text" || inputMode !== "decimal"),
            ];
            return [sliders.length, fields.length].filter((count) => count !== 18).map(String)
                .concat(bad.map((element) => element.outerHTML));
            "#,
            vec![],
        )
        .await?;
    assert!(out_of_reach.is_empty(), "{out_of_reach:?}");
    Ok(())
}

async fn the_posts_own_shares_are_marked_and_explained(page: Page<'_>) -> Result<()> {
    page.open_first_view(Variant::AsBuilt, "").await?;
    let text = page.text().await?;
    let honest = say("published-off", &[("temperature", "1.67")])?;
    assert!(text.contains(&honest), "{text}");
    page.by_role(
        "button",
        &say("published-button", &[("temperature", "1.67")])?,
    )
    .await?;
    page.card(0).button().await?.click().await?;
    page.after_frame().await?;
    // The post prints nothing about Alice's row.
    assert!(!page.text().await?.contains(&honest));
    Ok(())
}

async fn it_says_whose_toys_the_vectors_are(page: Page<'_>) -> Result<()> {
    page.open_first_view(Variant::AsBuilt, "").await?;
    assert!(page.text().await?.contains(&word("toy-vectors")?));
    let link = page.by_role("link", &word("post-link")?).await?;
    let address = link.attr("href").await?.context("an address")?;
    assert_eq!(address, word("post-address")?);
    Ok(())
}

async fn coming_alive_moves_nothing(page: Page<'_>) -> Result<()> {
    page.open_first_view(Variant::AsBuilt, "").await?;
    let shifts: Vec<String> = page
        .script_until_done(
            r#"
            const shifts = [];
            const note = (list) => shifts.push(...list.getEntries().map((shift) => `${shift.value} at ${shift.startTime}`));
            new PerformanceObserver(note).observe({ type: "layout-shift", buffered: true });
            // The observer is told of what was buffered, and of what still comes.
            setTimeout(() => done(shifts), 500);
            "#,
            vec![],
        )
        .await?;
    assert!(shifts.is_empty(), "{shifts:?}");
    Ok(())
}
