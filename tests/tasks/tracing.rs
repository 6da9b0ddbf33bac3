//! How a number comes about, back to the sliders it came from.

use anyhow::Result;
use attention_tests::{BOBS_QUERY, Numbers, Page, Point, Pointer, say, word};
use thirtyfour::{By, Key};

use crate::task::tasks;

tasks![
    a_weight_of_the_table_opens_its_arithmetic,
    a_line_opens_the_arithmetic_of_its_weight,
    a_share_on_a_card_opens_it_by_keyboard,
    arrow_keys_walk_the_table_and_enter_opens_a_score,
    a_number_inside_leads_further_and_closing_leads_back,
    the_arithmetic_follows_the_sliders,
    who_may_not_be_heard_takes_no_part,
    who_hears_nobody_is_told_so,
    the_arithmetic_fits_a_phone,
];

/// The name of the section that traces a weight.
fn weight_title(query: &str, key: &str, weight: f64) -> Result<String> {
    let what = say("number-weight", &[("query", query), ("key", key)])?;
    title(&what, &format!("{weight:.6}"))
}

fn title(what: &str, value: &str) -> Result<String> {
    say("derived-title", &[("what", what), ("value", value)])
}

/// What a section says, without the spaces that layout puts into formulas.
async fn arithmetic(page: Page<'_>, title: &str) -> Result<String> {
    let text = page.text_of_region(title).await?;
    Ok(text.split_whitespace().collect())
}

async fn press_readout(page: Page<'_>, readout: &str) -> Result<()> {
    let selector = format!(".everyone [data-readout={readout}");
    page.driver().find(By::Css(selector)).await?.click().await?;
    page.after_frame().await
}

const BOB_FOR_ALICE: &str = "weight][data-query='2'][data-key='0']";

/// The attributes of the element that has the focus: what it stands for.
async fn focused(page: Page<'_>) -> Result<String> {
    let body = r#"
        const { readout, trace, query, key, component } = document.activeElement.dataset;
        return [readout ?? trace ?? document.activeElement.id, query, key ?? component].join(" ").trim();
    "#;
    page.script(body, vec![]).await
}

/// The numbers that are lit, as “q 2 0”: those of the number's own arithmetic, or of its row.
async fn lit(page: Page<'_>, source: &str) -> Result<Vec<String>> {
    let body = r#"
        return [...document.querySelectorAll(`input[type=range][data-source="${arguments[0]}"][data-vector]`)]
            .map(({ dataset }) => `${dataset.vector} ${dataset.token} ${dataset.component}`);
    "#;
    page.script(body, vec![source.into()]).await
}

async fn a_weight_of_the_table_opens_its_arithmetic(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    assert_eq!(lit(page, "true").await?, Vec::<String>::new());
    press_readout(page, BOB_FOR_ALICE).await?;
    let title = weight_title("Bob", "Alice", 0.118_500)?;
    assert_eq!(focused(page).await?, "derivation-title");
    let text = arithmetic(page, &title).await?;
    for term in [
        "0.135335÷1.142073=0.118500",
        "0.135335+0.006738+1.000000=1.142073",
        "e5−7=0.135335",
        "5÷1=5",
        "2·1+3·1=5",
    ] {
        assert!(text.contains(term), "no {term} in {text}");
    }
    let says = say("says-score", &[("query", "Bob"), ("key", "Alice")])?;
    assert!(page.text().await?.contains(&says));
    assert_eq!(
        lit(page, "true").await?,
        ["k 0 0", "k 0 1", "q 2 0", "q 2 1"]
    );
    assert_eq!(
        lit(page, "row").await?,
        ["k 1 0", "k 1 1", "k 2 0", "k 2 1"]
    );
    let fields = "return document.querySelectorAll('input[data-field][data-vector][data-source=\"true\"]').length";
    assert_eq!(page.script::<usize>(fields, vec![]).await?, 4);
    // Everything stands where it stood, and once more.
    page.expect(&Numbers::walkthrough(), &[2]).await?;
    page.press(Key::Escape, 1).await?;
    page.after_frame().await?;
    assert_eq!(focused(page).await?, "weight 2 0");
    assert_eq!(lit(page, "true").await?, Vec::<String>::new());
    assert!(page.by_role("region", &title).await.is_err());
    Ok(())
}

async fn a_line_opens_the_arithmetic_of_its_weight(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    let middle: Point = page
        .script(
            r#"
            const line = document.querySelector('path[data-line][data-query="2"][data-key="0"]');
            line.closest("svg").scrollIntoView({ block: "center" });
            const middle = line.getPointAtLength(line.getTotalLength() / 2);
            const { x, y } = middle.matrixTransform(line.getScreenCTM());
            // Beside what is drawn: a line need not be hit exactly.
            return [x, y + 9];
            "#,
            vec![],
        )
        .await?;
    page.drag(Pointer::Mouse, middle, middle).await?;
    page.after_frame().await?;
    let title = weight_title("Bob", "Alice", 0.118_500)?;
    page.by_role("region", &title).await?;
    page.click("button", &word("derived-close")?).await?;
    // A line takes no focus: the share that it ends in does.
    assert_eq!(focused(page).await?, "weight 2 0");
    Ok(())
}

async fn a_share_on_a_card_opens_it_by_keyboard(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    let share = By::Css("button[data-trace=weight][data-query='2'][data-key='1']");
    page.driver().find(share).await?.focus().await?;
    page.press(Key::Enter, 1).await?;
    page.after_frame().await?;
    let title = weight_title("Bob", "introduced", 0.005_900)?;
    page.by_role("region", &title).await?;
    assert_eq!(focused(page).await?, "derivation-title");
    page.press(Key::Escape, 1).await?;
    assert_eq!(focused(page).await?, "weight 2 1");
    Ok(())
}

async fn arrow_keys_walk_the_table_and_enter_opens_a_score(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    page.driver()
        .find(By::Css(".scroller"))
        .await?
        .focus()
        .await?;
    for (key, expected) in [
        (Key::Right, "weight 0 0"),
        (Key::Down, "weight 1 0"),
        (Key::Right, "score 1 0"),
        (Key::End, "output 1 1"),
        (Key::Up, "output 0 1"),
        (Key::Home, "weight 0 0"),
        (Key::Up, "weight 0 0"),
        (Key::Right, "score 0 0"),
        (Key::Left, "weight 0 0"),
        (Key::Down, "weight 1 0"),
        (Key::Right, "score 1 0"),
    ] {
        page.press(key.clone(), 1).await?;
        assert_eq!(focused(page).await?, expected, "after {key:?}");
    }
    page.press(Key::Enter, 1).await?;
    page.after_frame().await?;
    // [0, 1] · [1, 1]
    let what = say("number-score", &[("query", "introduced"), ("key", "Alice")])?;
    let title = title(&what, "1")?;
    assert!(arithmetic(page, &title).await?.contains("0·1+1·1=1"));
    page.press(Key::Escape, 1).await?;
    assert_eq!(focused(page).await?, "score 1 0");
    // One stop of Tab: the next one is beyond the table.
    page.press(Key::Tab, 1).await?;
    let inside = "return document.activeElement.closest('.scroller') !== null";
    assert!(!page.script::<bool>(inside, vec![]).await?);
    Ok(())
}

async fn a_number_inside_leads_further_and_closing_leads_back(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    press_readout(page, "output][data-query='2'][data-component='1']").await?;
    let what = say("number-output", &[("query", "Bob"), ("component", "2")])?;
    let text = arithmetic(page, &title(&what, "0.445630")?).await?;
    let mix = "0.118500·0.8+0.005900·0.1+0.875601·0.4=0.445630";
    assert!(text.contains(mix), "no {mix} in {text}");
    let values = lit(page, "true")
        .await?
        .into_iter()
        .filter(|one| one.starts_with('v'));
    assert_eq!(values.collect::<Vec<_>>(), ["v 0 1", "v 1 1", "v 2 1"]);
    let inside = By::Css(".derivation [data-readout=weight][data-query='2'][data-key='1']");
    page.driver().find(inside).await?.click().await?;
    page.after_frame().await?;
    page.by_role("region", &weight_title("Bob", "introduced", 0.005_900)?)
        .await?;
    assert_eq!(focused(page).await?, "derivation-title");
    page.press(Key::Escape, 1).await?;
    assert_eq!(focused(page).await?, "output 2 1");
    Ok(())
}

async fn the_arithmetic_follows_the_sliders(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    press_readout(page, BOB_FOR_ALICE).await?;
    page.number(BOBS_QUERY)
        .press_on_slider(Key::Left, 5)
        .await?;
    let moved = Numbers::walkthrough().with('q', 2, 0, 1.5);
    page.expect(&moved, &[2]).await?;
    let attention = moved.attend();
    let title = weight_title("Bob", "Alice", attention.weights[2][0])?;
    let text = arithmetic(page, &title).await?;
    assert!(text.contains("1.5·1+3·1=4.5"), "{text}");
    // The temperature takes part, too.
    page.temperature().enter("2").await?;
    let attention = moved.times(0.5).attend();
    let title = weight_title("Bob", "Alice", attention.weights[2][0])?;
    let text = arithmetic(page, &title).await?;
    assert!(text.contains("4.5÷2=2.25"), "{text}");
    page.click_control("scale").await?;
    let scaled = word("formula-scaled-sqrt")?;
    assert!(page.text().await?.contains(&scaled));
    Ok(())
}

async fn who_may_not_be_heard_takes_no_part(page: Page<'_>) -> Result<()> {
    page.open("mask=causal&focus=0").await?;
    press_readout(page, "weight][data-query='0'][data-key='2']").await?;
    page.by_role("region", &weight_title("Alice", "Bob", 0.0)?)
        .await?;
    let says = say("says-unheard", &[("query", "Alice"), ("key", "Bob")])?;
    assert!(page.text().await?.contains(&says));
    assert_eq!(lit(page, "true").await?, Vec::<String>::new());
    // Listened to again, it has an arithmetic again.
    page.choose("mask", "none").await?;
    assert_eq!(
        lit(page, "true").await?,
        ["q 0 0", "q 0 1", "k 2 0", "k 2 1"]
    );
    Ok(())
}

async fn who_hears_nobody_is_told_so(page: Page<'_>) -> Result<()> {
    page.open("mask=111;111;000").await?;
    press_readout(page, "output][data-query='2'][data-component='0']").await?;
    let what = say("number-output", &[("query", "Bob"), ("component", "1")])?;
    let text = page.text_of_region(&title(&what, "0.000000")?).await?;
    let silent = say("silent", &[("query", "Bob")])?;
    assert!(text.contains(&silent), "{text}");
    assert_eq!(lit(page, "true").await?, Vec::<String>::new());
    Ok(())
}

async fn the_arithmetic_fits_a_phone(page: Page<'_>) -> Result<()> {
    for width in [360, 320] {
        page.open_framed(width, "").await?;
        // By keyboard: a window may be lower than the frame, and a click must not miss.
        let readout = ".everyone [data-readout=output][data-query='2'][data-component='0']";
        page.driver().find(By::Css(readout)).await?.focus().await?;
        page.press(Key::Enter, 1).await?;
        page.after_frame().await?;
        let body = r#"
            const { scrollWidth, clientWidth } = document.documentElement;
            const { top, bottom } = document.activeElement.getBoundingClientRect();
            const small = [...document.querySelectorAll(".derivation button")]
                .map((button) => button.getBoundingClientRect())
                .filter(({ width, height }) => Math.min(width, height) < 24);
            const wide = [...document.querySelectorAll("body *")]
                .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5)
                .filter((element) => !element.closest(".scroller"))
                .map((element) => element.outerHTML.slice(0, 120));
            return [scrollWidth > clientWidth ? wide : [], [top, bottom, innerHeight], small.length];
        "#;
        let (wide, [top, bottom, window], small): (Vec<String>, [f64; 3], usize) =
            page.script(body, vec![]).await?;
        assert!(wide.is_empty(), "too wide at {width}: {wide:#?}");
        assert!(
            top >= 0.0 && bottom <= window,
            "title from {top} to {bottom} of {window} at {width}"
        );
        assert_eq!(small, 0, "targets at {width}");
    }
    Ok(())
}
