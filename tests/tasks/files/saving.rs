use anyhow::{Context, Result};
use attention_tests::{BOBS_QUERY, Page, Theme, say, word};
use serde_json::{Value, json};

use super::{open, until_said};
use crate::task::tasks;

tasks![
    nothing_of_files_is_loaded_before_the_panel_is_opened,
    every_intermediate_is_saved,
    scripts_and_a_document_are_saved,
    the_stage_is_saved_as_it_stands,
    charts_are_saved_as_they_are_drawn,
    pictures_are_saved_in_pixels,
    a_chart_that_is_not_on_the_page_is_told_of,
];

/// Saves something, and returns its file's name, kind and content, in which pixels are told by their size.
async fn save(page: Page<'_>, export: &str) -> Result<(String, String)> {
    page.choose("export", export).await?;
    let save = "
        const create = URL.createObjectURL;
        const click = HTMLAnchorElement.prototype.click;
        let blob;
        URL.createObjectURL = (one) => create.call(URL, blob = one);
        // What is downloaded stays in the page.
        HTMLAnchorElement.prototype.click = async function () {
            URL.createObjectURL = create;
            HTMLAnchorElement.prototype.click = click;
            if (blob.type !== 'image/png') return done([this.download, await blob.text()]);
            const picture = await createImageBitmap(blob);
            const canvas = document.createElement('canvas');
            canvas.width = canvas.height = 1;
            const context = canvas.getContext('2d');
            // The pixel in the middle of the upper edge's margin.
            context.drawImage(picture, -picture.width / 2, -8);
            const [r, g, b] = context.getImageData(0, 0, 1, 1).data;
            done([this.download, `${picture.width} ${picture.height} ${r},${g},${b}`]);
        };
        document.querySelector('[data-control=export-save]').click();
    ";
    let (name, content): (String, String) = page.script_until_done(save, vec![]).await?;
    until_said(page, &say("file-saved", &[("name", &name)])?).await?;
    Ok((name, content))
}

async fn nothing_of_files_is_loaded_before_the_panel_is_opened(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    let loaded = "return performance.getEntriesByType('resource')
        .filter(({ name }) => /\\/files-/.test(name)).length";
    assert_eq!(page.script::<usize>(loaded, vec![]).await?, 0);
    super::open_panel(page).await?;
    assert!(page.script::<usize>(loaded, vec![]).await? >= 2);
    Ok(())
}

async fn every_intermediate_is_saved(page: Page<'_>) -> Result<()> {
    open(page, "").await?;
    page.number(BOBS_QUERY).enter("0").await?;
    let (name, json) = save(page, "json").await?;
    assert_eq!(name, "attention.json");
    let file: Value = serde_json::from_str(&json)?;
    assert_eq!(file["heads"][0]["scores"][2], json!([3, 0, 3]));
    let link = file["link"].as_str().context("a link")?;
    assert!(link.contains("q=1,2;0,1;0,3"), "{link}");
    let (name, csv) = save(page, "csv").await?;
    assert_eq!(name, "attention.csv");
    assert!(csv.contains("\nscore,0,2,0,,3\n"), "{csv}");
    Ok(())
}

async fn scripts_and_a_document_are_saved(page: Page<'_>) -> Result<()> {
    open(page, "temperature=2").await?;
    for (export, name, part) in [
        (
            "numpy",
            "attention_numpy.py",
            "q = np.array([[1, 2], [0, 1], [2, 3]], dtype=float)",
        ),
        (
            "pytorch",
            "attention_pytorch.py",
            "q = torch.tensor([[1, 2], [0, 1], [2, 3]], dtype=torch.float64)",
        ),
        ("latex", "attention.tex", "\\cdot \\tfrac{1}{2}"),
    ] {
        let (found, text) = save(page, export).await?;
        assert_eq!(found, name);
        assert!(text.contains(part), "{part} in {text}");
    }
    Ok(())
}

async fn the_stage_is_saved_as_it_stands(page: Page<'_>) -> Result<()> {
    open(page, "tokens=%3Cscript%3Ealert(1)%3C%2Fscript%3E;b;c").await?;
    page.choose_theme(Theme::Light).await?;
    let (name, svg) = save(page, "stage-svg").await?;
    assert_eq!(name, "attention-stage.svg");
    assert!(
        svg.contains("c → c: 87.6%") && svg.contains("#fffdf8"),
        "{svg}"
    );
    assert!(!svg.contains("<script"), "{svg}");
    assert_eq!(svg.matches("<path").count(), 3);
    page.choose_theme(Theme::Dark).await?;
    page.click_control("all-rows").await?;
    let (_, svg) = save(page, "stage-svg").await?;
    assert!(svg.contains("#1e1d42"), "{svg}");
    assert_eq!(svg.matches("<path").count(), 9);
    Ok(())
}

async fn charts_are_saved_as_they_are_drawn(page: Page<'_>) -> Result<()> {
    open(page, "").await?;
    let charts = "document.querySelector('[data-panel=charts]').open = true";
    page.script::<()>(charts, vec![]).await?;
    page.until("return !!document.querySelector('.entropy .chart svg')")
        .await?;
    for (export, part) in [
        ("bars", "introduced"),
        ("matrix", "88%"),
        ("curves", "polyline"),
        ("entropy", "introduced"),
    ] {
        let (name, svg) = save(page, &format!("{export}-svg")).await?;
        assert_eq!(name, format!("attention-{export}.svg"));
        assert!(svg.contains(part), "{part} in {svg}");
        // Plotters' colours stand for parts: here they are the page's.
        assert!(!svg.contains("#010101") && svg.contains("rgb("), "{svg}");
        let parse = "return new DOMParser().parseFromString(arguments[0], 'image/svg+xml').querySelector('parsererror') === null";
        assert!(page.script::<bool>(parse, vec![json!(svg)]).await?, "{svg}");
    }
    Ok(())
}

async fn pictures_are_saved_in_pixels(page: Page<'_>) -> Result<()> {
    open(page, "").await?;
    page.choose_theme(Theme::Light).await?;
    let (name, stage) = save(page, "stage-png").await?;
    assert_eq!(name, "attention-stage.png");
    assert!(stage.ends_with("29,26,71"), "the evening floor: {stage}");
    let width: u32 = stage.split(' ').next().context("a width")?.parse()?;
    assert!(width > 600, "{width}");
    let (name, bars) = save(page, "bars-png").await?;
    assert_eq!(name, "attention-bars.png");
    assert!(bars.ends_with("255,253,248"), "paper: {bars}");
    Ok(())
}

async fn a_chart_that_is_not_on_the_page_is_told_of(page: Page<'_>) -> Result<()> {
    open(page, "").await?;
    page.choose("export", "matrix-svg").await?;
    page.click_control("export-save").await?;
    let sentence = word("file-no-chart")?;
    page.until(&format!(
        "return document.querySelector('#files [data-picker] + [role=alert]').textContent === {}",
        json!(sentence)
    ))
    .await
}
