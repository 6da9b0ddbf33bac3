//! Light and dark, as the system has it or as the learner chooses.

use anyhow::Result;
use attention_tests::{Page, Theme};
use serde_json::json;

use crate::task::tasks;

tasks![
    a_learner_chooses_light_or_dark;
    chromium:
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
