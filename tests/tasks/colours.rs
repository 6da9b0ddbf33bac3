//! Light and dark, as the system has it or as the learner chooses.

use anyhow::Result;
use attention_tests::{BOBS_QUERY, Page, Theme, Variant};
use serde_json::json;

use crate::task::tasks;

tasks![
    a_learner_chooses_light_or_dark,
    a_link_chooses_light_or_dark;
    chromium:
    lines_are_told_apart_in_the_systems_few_colours,
    the_system_chooses_unless_a_learner_does,
];

/// How bright the page's background is, from 0 to 1.
async fn brightness(page: Page<'_>) -> Result<f64> {
    let body = r#"
        const canvas = new OffscreenCanvas(1, 1).getContext("2d");
        canvas.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
        canvas.fillRect(0, 0, 1, 1);
        const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
        return (red + green + blue) / (3 * 255);
    "#;
    page.script(body, vec![]).await
}

async fn a_learner_chooses_light_or_dark(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    page.choose_theme(Theme::Dark).await?;
    let dark = brightness(page).await?;
    page.choose_theme(Theme::Light).await?;
    let light = brightness(page).await?;
    assert!(dark < 0.3 && light > 0.7, "dark {dark}, light {light}");
    Ok(())
}

async fn the_system_chooses_unless_a_learner_does(page: Page<'_>) -> Result<()> {
    let prefer = async |scheme: &str| {
        let media = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
        page.driver()
            .cdp()
            .send_raw("Emulation.setEmulatedMedia", media)
            .await
    };
    page.open("").await?;
    prefer("dark").await?;
    let dark = brightness(page).await?;
    prefer("light").await?;
    let light = brightness(page).await?;
    page.choose_theme(Theme::Dark).await?;
    let chosen = brightness(page).await?;
    prefer("").await?;
    assert!(dark < 0.3 && light > 0.7, "dark {dark}, light {light}");
    assert_eq!(chosen, dark);
    Ok(())
}

async fn a_link_chooses_light_or_dark(page: Page<'_>) -> Result<()> {
    let chosen = "return document.querySelector('[data-control=theme]').value";
    // The first paint has the colours already: they don't wait for the module.
    page.go_to(Variant::WithoutModule, "theme=dark").await?;
    assert!(brightness(page).await? < 0.3);
    assert_eq!(page.script::<String>(chosen, vec![]).await?, "dark");
    page.open("focus=1&theme=dark").await?;
    assert!(brightness(page).await? < 0.3);
    assert_eq!(page.script::<String>(chosen, vec![]).await?, "dark");
    assert_eq!(page.messages().await?.alerts, "");
    page.number(BOBS_QUERY).enter("1.5").await?;
    page.until_address_says("theme=dark").await?;
    page.paste("theme=light").await?;
    page.after_frame().await?;
    assert!(brightness(page).await? > 0.7);
    assert_eq!(page.script::<String>(chosen, vec![]).await?, "light");
    page.choose("theme", "dark").await?;
    page.until_address_says("theme=dark").await?;
    page.choose("theme", "auto").await?;
    page.until("return !location.hash.includes('theme')").await
}

async fn lines_are_told_apart_in_the_systems_few_colours(page: Page<'_>) -> Result<()> {
    let force = async |value: &str| {
        let media = json!({"features": [{"name": "forced-colors", "value": value}]});
        page.driver()
            .cdp()
            .send_raw("Emulation.setEmulatedMedia", media)
            .await
    };
    page.open("").await?;
    page.click_control("all-rows").await?;
    force("active").await?;
    let look = r#"
        const styles = ["asking", "others"].map((name) => {
            const style = getComputedStyle(document.querySelector(`path[data-line].${name}`));
            return [style.stroke, style.strokeDasharray, style.strokeOpacity];
        });
        const floor = getComputedStyle(document.querySelector(".floor"));
        return [...styles, [floor.backgroundColor, floor.backgroundImage, getComputedStyle(document.body).color]];
    "#;
    let seen: [[String; 3]; 3] = page.script(look, vec![]).await?;
    force("").await?;
    let [asking, others, floor] = &seen;
    assert!(asking[0] != others[0] && asking[1] != others[1], "{seen:?}");
    // Nothing of the page's own colours is left behind the lines.
    assert_eq!(floor[1], "none", "{seen:?}");
    for line in [asking, others] {
        assert!(line[0] != floor[0] && line[2] == "1", "{seen:?}");
    }
    Ok(())
}
