//! The workshop, which is loaded when it is asked for.

use anyhow::Result;
use attention_tests::{BOBS_QUERY, Numbers, Page, Variant};
use serde_json::json;
use thirtyfour::By;

use crate::task::tasks;

tasks![
    a_door_leads_to_its_panel_and_the_room_comes_along,
    a_number_is_traced_in_the_workshop,
    a_room_that_needs_the_workshop_opens_it,
    a_preset_that_needs_the_workshop_leads_there,
    the_first_view_loads_no_workshop,
    steps_are_taken_back_that_were_taken_before_the_workshop_and_a_reload,
];

/// Does what leads to the workshop, and waits for that to be alive.
async fn into_the_workshop(page: Page<'_>, go: impl AsyncFnOnce() -> Result<()>) -> Result<()> {
    go().await?;
    until_in_the_workshop(page).await
}

/// Waits for the workshop to be alive.
pub(crate) async fn until_in_the_workshop(page: Page<'_>) -> Result<()> {
    page.until("return document.querySelector('details[data-panel]') !== null")
        .await?;
    page.until_alive().await
}

async fn is_open(page: Page<'_>, panel: &str) -> Result<bool> {
    page.script(
        "return document.querySelector(`details[data-panel=${arguments[0]}]`).open",
        vec![json!(panel)],
    )
    .await
}

async fn a_door_leads_to_its_panel_and_the_room_comes_along(page: Page<'_>) -> Result<()> {
    page.open_first_view(Variant::AsBuilt, "").await?;
    page.number(BOBS_QUERY).enter("-1.5").await?;
    let door: String = page
        .script(
            "return document.querySelector('[data-door=charts]').textContent",
            vec![],
        )
        .await?;
    let door = page.by_role("link", &door).await?;
    into_the_workshop(page, async || Ok(door.click().await?)).await?;
    assert!(is_open(page, "charts").await?);
    assert!(!is_open(page, "guests").await?);
    page.until("return document.activeElement.matches('[data-panel=charts] > summary')")
        .await?;
    page.expect(&Numbers::walkthrough().with('q', 2, 0, -1.5), &[2])
        .await?;
    assert_eq!(page.messages().await?.alerts, "");
    Ok(())
}

async fn a_number_is_traced_in_the_workshop(page: Page<'_>) -> Result<()> {
    page.open_first_view(Variant::AsBuilt, "").await?;
    let trace =
        "document.querySelector('[data-readout=weight][data-query=\"2\"][data-key=\"0\"]').click()";
    into_the_workshop(page, async || page.script(trace, vec![]).await).await?;
    // Bob's query, Alice's key, and the rest of Bob's row light up.
    page.until(
        "return document.querySelectorAll('input[type=range][data-vector][data-source=true]').length === 4",
    )
    .await
}

async fn a_room_that_needs_the_workshop_opens_it(page: Page<'_>) -> Result<()> {
    for preset in ["order", "heads"] {
        page.go_to(Variant::AsBuilt, &format!("preset={preset}"))
            .await?;
        until_in_the_workshop(page).await?;
        let chosen: String = page
            .script(
                "return document.querySelector('[data-control=preset]').value",
                vec![],
            )
            .await?;
        assert_eq!(chosen, preset);
    }
    Ok(())
}

async fn a_preset_that_needs_the_workshop_leads_there(page: Page<'_>) -> Result<()> {
    page.open_first_view(Variant::AsBuilt, "").await?;
    let heads = page.option("preset", "heads").await?;
    into_the_workshop(page, async || Ok(heads.click().await?)).await?;
    let heads: String = page
        .script(
            "return document.querySelector('[data-control=heads]').value",
            vec![],
        )
        .await?;
    assert_eq!(heads, "2");
    Ok(())
}

async fn the_first_view_loads_no_workshop(page: Page<'_>) -> Result<()> {
    page.open_first_view(Variant::AsBuilt, "").await?;
    let loaded: Vec<String> = page
        .script(
            "return performance.getEntriesByType('resource').map(({ name }) => name)",
            vec![],
        )
        .await?;
    assert!(
        !loaded.iter().any(|name| name.contains("workshop")),
        "{loaded:?}"
    );
    let doors: usize = page
        .script(
            "return document.querySelectorAll('[data-door]').length",
            vec![],
        )
        .await?;
    assert_eq!(doors, 8);
    Ok(())
}

async fn steps_are_taken_back_that_were_taken_before_the_workshop_and_a_reload(
    page: Page<'_>,
) -> Result<()> {
    page.open_first_view(Variant::AsBuilt, "").await?;
    page.number(BOBS_QUERY).enter("-1.5").await?;
    page.number(BOBS_QUERY).enter("4").await?;
    let door = page.driver().find(By::Css("[data-door=charts]")).await?;
    into_the_workshop(page, async || Ok(door.click().await?)).await?;
    page.number(BOBS_QUERY).enter("0").await?;
    page.until_address_says("q=1,2;0,1;0,3").await?;
    page.reload().await?;
    let walkthrough = Numbers::walkthrough();
    for number in [4.0, -1.5, 2.0] {
        page.click_control("undo").await?;
        page.expect(&walkthrough.clone().with('q', 2, 0, number), &[2])
            .await?;
    }
    page.until("return document.querySelector('[data-control=undo]').ariaDisabled === 'true'")
        .await?;
    // Another room has no part in them.
    page.go_to(Variant::AsBuilt, "preset=uniform").await?;
    page.until_alive().await?;
    page.until("return document.querySelector('[data-control=undo]').ariaDisabled === 'true'")
        .await
}
