//! What is beyond the first view by itself: the whole page comes, takes its place, and does it there.

use std::collections::BTreeMap;

use anyhow::Result;
use attention_tests::{BOBS_QUERY, Numbers, Page, Variant, word};
use serde_json::json;
use thirtyfour::{By, Key};

use crate::task::tasks;
use crate::workshop::until_in_the_workshop;

tasks![
    the_whole_page_takes_the_place_of_the_same,
    a_press_is_done_in_the_whole_page_and_the_steps_come_along,
    a_choice_from_a_list_is_made_in_the_whole_page,
    a_temperature_is_held_against_what_was_before_it,
    colours_chosen_there_stand_in_the_address,
    a_refused_text_comes_along,
    what_is_being_typed_stays,
    a_link_put_into_the_address_is_followed,
    the_table_is_walked_by_arrow_keys,
    a_number_that_is_held_is_not_taken_away,
    what_cannot_be_loaded_is_said_and_the_numbers_still_move,
];

fn worked() -> Numbers {
    Numbers::walkthrough().with('q', 2, 0, -1.5)
}

pub(crate) async fn until_rows_of_all(page: Page<'_>) -> Result<()> {
    page.until("return document.querySelectorAll('path[data-line]').length === 9")
        .await?;
    page.after_frame().await
}

/// Where everything stands, as far as the doors, which give way to panels.
const PLACES: &str = r#"
    scrollTo(0, 0);
    const places = {};
    const note = (element, path) => {
        // Of letters in a picture, engines reckon hundredths of a pixel with the spaces around them.
        if (element.matches("svg text")) return;
        const { x, y, width, height } = element.getBoundingClientRect();
        places[path] = [element.tagName, x, y, width, height].join(" ");
        [...element.children].forEach((child, index) => note(child, `${path} ${index}`));
    };
    for (const part of [".tools", ".guide", ".room"]) note(document.querySelector(part), part);
    return places;
"#;

async fn the_whole_page_takes_the_place_of_the_same(page: Page<'_>) -> Result<()> {
    page.open_first_view(Variant::AsBuilt, "").await?;
    let before: BTreeMap<String, String> = page.script(PLACES, vec![]).await?;
    page.click_control("pin").await?;
    page.until("return document.querySelector('[data-control=pin]').ariaPressed === 'true'")
        .await?;
    page.click_control("pin").await?;
    let after: BTreeMap<String, String> = page.script(PLACES, vec![]).await?;
    assert!(before.len() > 300, "{}", before.len());
    let differ: Vec<_> = before
        .iter()
        .filter(|(path, place)| after.get(*path) != Some(place))
        .collect();
    assert!(differ.is_empty(), "{differ:#?}");
    assert_eq!(before.len(), after.len());
    Ok(())
}

async fn a_press_is_done_in_the_whole_page_and_the_steps_come_along(page: Page<'_>) -> Result<()> {
    page.open_first_view(Variant::AsBuilt, "").await?;
    page.number(BOBS_QUERY).enter("-1.5").await?;
    page.number(BOBS_QUERY).enter("4").await?;
    page.click_control("undo").await?;
    page.card(0).button().await?.click().await?;
    let all = page
        .driver()
        .find(By::Css("[data-control=all-rows]"))
        .await?;
    all.focus().await?;
    page.press(Key::Space, 1).await?;
    until_rows_of_all(page).await?;
    page.expect(&worked(), &[0, 1, 2]).await?;
    assert_eq!(page.in_focus().await?, [0]);
    page.until("return document.activeElement.matches('[data-control=all-rows]:checked')")
        .await?;
    // Taken again, taken back, and back to where it began.
    page.click_control("redo").await?;
    page.expect(&Numbers::walkthrough().with('q', 2, 0, 4.0), &[0, 1, 2])
        .await?;
    page.click_control("undo").await?;
    page.expect(&worked(), &[0, 1, 2]).await?;
    page.click_control("undo").await?;
    page.expect(&Numbers::walkthrough(), &[0, 1, 2]).await?;
    page.click_control("redo").await?;
    page.click_control("reset").await?;
    page.expect(&Numbers::walkthrough(), &[2]).await?;
    assert_eq!(page.in_focus().await?, [2]);
    page.until("return document.querySelector('[data-control=reset]').ariaDisabled === 'true'")
        .await
}

async fn a_choice_from_a_list_is_made_in_the_whole_page(page: Page<'_>) -> Result<()> {
    page.open_first_view(Variant::AsBuilt, "").await?;
    page.number(BOBS_QUERY).enter("-1.5").await?;
    page.option("mask", "causal").await?.click().await?;
    page.until("return document.querySelectorAll('.everyone .masked').length === 3")
        .await?;
    page.after_frame().await?;
    let looks_back = worked().masking(&[(0, 1), (0, 2), (1, 2)]);
    page.expect(&looks_back, &[2]).await?;
    page.click_control("undo").await?;
    page.click_control("undo").await?;
    page.expect(&Numbers::walkthrough(), &[2]).await
}

async fn a_temperature_is_held_against_what_was_before_it(page: Page<'_>) -> Result<()> {
    page.open_first_view(Variant::AsBuilt, "").await?;
    let temperature = page.temperature();
    temperature.press_on_slider(Key::End, 1).await?;
    page.expect(&Numbers::walkthrough().times(0.2), &[2])
        .await?;
    // The marks of what was before are the whole page's.
    page.until("return document.querySelectorAll('[data-before]').length === 3")
        .await?;
    page.until(
        "return document.activeElement.matches('input[type=range][data-control=temperature]')",
    )
    .await?;
    page.expect(&Numbers::walkthrough().times(0.2), &[2])
        .await?;
    // Whom Bob listens to now is still said.
    assert!(page.messages().await?.status.contains("Bob"));
    page.click_control("undo").await?;
    page.expect(&Numbers::walkthrough(), &[2]).await
}

async fn colours_chosen_there_stand_in_the_address(page: Page<'_>) -> Result<()> {
    page.open_first_view(Variant::AsBuilt, "").await?;
    page.option("theme", "dark").await?.click().await?;
    page.until_address_says("theme=dark").await?;
    page.reload().await?;
    page.until("return document.documentElement.dataset.theme === 'dark'")
        .await
}

async fn a_refused_text_comes_along(page: Page<'_>) -> Result<()> {
    page.open_first_view(Variant::AsBuilt, "").await?;
    page.number(BOBS_QUERY).enter("much").await?;
    page.click_control("pin").await?;
    page.until("return document.querySelector('[data-control=pin]').ariaPressed === 'true'")
        .await?;
    page.after_frame().await?;
    assert_eq!(page.number(BOBS_QUERY).standing().await?.field, "much");
    assert!(page.messages().await?.alerts.contains("much"));
    page.expect(&Numbers::walkthrough(), &[2]).await
}

async fn what_is_being_typed_stays(page: Page<'_>) -> Result<()> {
    page.open_first_view(Variant::AsBuilt, "").await?;
    let bob = page.number(BOBS_QUERY);
    // Somebody who is quicker than the rest of the page.
    let draft = "const field = document.querySelector(arguments[0]);
        field.focus();
        field.value = '-1';
        document.querySelector('[data-control=pin]').click();";
    let field = "input[data-field][data-vector=q][data-token='2'][data-component='0']";
    page.script::<()>(draft, vec![json!(field)]).await?;
    page.until("return document.querySelector('[data-control=pin]').ariaPressed === 'true'")
        .await?;
    page.after_frame().await?;
    assert_eq!(bob.standing().await?.field, "-1");
    page.expect(&Numbers::walkthrough(), &[2]).await?;
    page.type_text(".5").await?;
    page.press(Key::Enter, 1).await?;
    page.after_frame().await?;
    page.expect(&worked(), &[2]).await
}

async fn a_link_put_into_the_address_is_followed(page: Page<'_>) -> Result<()> {
    page.open_first_view(Variant::AsBuilt, "").await?;
    page.number(BOBS_QUERY).enter("-1.5").await?;
    page.paste("q=1,2;0,1;0,3&focus=0").await?;
    page.until("return document.querySelector('[data-card=\"0\"]').ariaCurrent === 'true'")
        .await?;
    page.after_frame().await?;
    page.expect(&Numbers::walkthrough().with('q', 2, 0, 0.0), &[0])
        .await?;
    assert_eq!(page.messages().await?.alerts, "");
    page.click_control("undo").await?;
    page.expect(&worked(), &[2]).await
}

async fn the_table_is_walked_by_arrow_keys(page: Page<'_>) -> Result<()> {
    page.open_first_view(Variant::AsBuilt, "").await?;
    let table = page.driver().find(By::Css(".everyone .scroller")).await?;
    table.focus().await?;
    page.press(Key::Down, 2).await?;
    page.press(Key::Right, 1).await?;
    let here: [String; 2] = page
        .script(
            "const { query, readout } = document.activeElement.dataset; return [query, readout]",
            vec![],
        )
        .await?;
    assert_eq!(here, ["1", "score"]);
    page.press(Key::Enter, 1).await?;
    until_in_the_workshop(page).await?;
    page.until("return !!document.querySelector('.derivation')")
        .await
}

async fn a_number_that_is_held_is_not_taken_away(page: Page<'_>) -> Result<()> {
    page.open_first_view(Variant::AsBuilt, "").await?;
    // A press on a button, and a finger on a slider before the rest has come.
    let hold = r#"
        const slider = document.querySelector("input[type=range][data-vector=q][data-token='2'][data-component='0']");
        document.querySelector("[data-control=pin]").click();
        slider.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
        window.held = slider;
        const isModule = ({ name }) => /workshop-.*_bg/.test(name);
        const loaded = () => performance.getEntriesByType("resource").some(isModule);
        const wait = () => loaded() ? setTimeout(() => done(slider.isConnected), 300) : setTimeout(wait, 20);
        wait();
    "#;
    assert!(page.script_until_done::<bool>(hold, vec![]).await?);
    let move_on = r#"
        const [number] = arguments;
        held.value = number;
        held.dispatchEvent(new Event("input", { bubbles: true }));
    "#;
    page.script::<()>(move_on, vec![json!("-1.5")]).await?;
    page.expect(&worked(), &[2]).await?;
    let release = r#"
        held.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
        held.dispatchEvent(new Event("change", { bubbles: true }));
    "#;
    page.script::<()>(release, vec![]).await?;
    page.until("return document.querySelector('[data-control=pin]').ariaPressed === 'true'")
        .await?;
    page.after_frame().await?;
    page.expect(&worked(), &[2]).await?;
    page.click_control("undo").await?;
    page.expect(&Numbers::walkthrough(), &[2]).await
}

async fn what_cannot_be_loaded_is_said_and_the_numbers_still_move(page: Page<'_>) -> Result<()> {
    page.open_first_view(Variant::WithoutRest, "").await?;
    page.number(BOBS_QUERY).enter("4").await?;
    page.click_control("pin").await?;
    let sentence = word("rest-not-loaded")?;
    let is_said = "return document.body.innerText.includes(arguments[0])";
    page.until(&is_said.replace("arguments[0]", &json!(sentence).to_string()))
        .await?;
    assert!(!page.text().await?.contains(&word("coming")?));
    page.number(BOBS_QUERY).enter("-1.5").await?;
    page.expect(&worked(), &[2]).await
}
