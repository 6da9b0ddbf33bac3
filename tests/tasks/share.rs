//! Taking the page along: a link, a frame, a file.

use anyhow::{Context, Result};
use attention_tests::{BOBS_QUERY, Numbers, Page, Variant, word};
use serde_json::json;
use thirtyfour::{By, Key};

use crate::task::tasks;

tasks![
    the_door_leads_to_what_may_be_taken_along,
    the_link_says_what_the_reader_shall_see,
    it_is_done_by_keyboard_alone,
    a_link_is_copied_or_selected,
    a_saved_file_opens_from_disk_as_it_was_saved,
    a_link_too_long_for_a_code_is_said,
];

/// Opens the page with the panel.
async fn open(page: Page<'_>, fragment: &str) -> Result<()> {
    page.open(fragment).await?;
    let open = "document.querySelector('[data-panel=share]').open = true";
    page.script::<()>(open, vec![]).await?;
    page.until("return !!document.querySelector('[data-control=save-file]')")
        .await
}

async fn text_of(page: Page<'_>, control: &str) -> Result<String> {
    let text = "return document.querySelector(`[data-control=${arguments[0]}]`).value";
    page.script(text, vec![json!(control)]).await
}

/// Checks what of a part's is to be, in the list of parts.
async fn check(page: Page<'_>, control: &str, part: &str) -> Result<()> {
    let click = "document.querySelector('.share-parts').open = true;
        document.querySelector(`[data-control=${arguments[0]}][value=${arguments[1]}]`).click()";
    page.script::<()>(click, vec![json!(control), json!(part)])
        .await
}

async fn the_door_leads_to_what_may_be_taken_along(page: Page<'_>) -> Result<()> {
    page.open_first_view(Variant::AsBuilt, "").await?;
    page.number(BOBS_QUERY).enter("0").await?;
    let door = page.driver().find(By::Css("[data-control=share]")).await?;
    door.click().await?;
    page.until("return !!document.querySelector('[data-control=share-link]')")
        .await?;
    let link = text_of(page, "share-link").await?;
    assert!(link.contains("q=1,2;0,1;0,3"), "{link}");
    Ok(())
}

async fn the_link_says_what_the_reader_shall_see(page: Page<'_>) -> Result<()> {
    open(page, "").await?;
    page.number(BOBS_QUERY).enter("0").await?;
    check(page, "share-hide", "table").await?;
    check(page, "share-lock", "k").await?;
    page.choose("share-view", "embed").await?;
    page.choose("share-focus", "0").await?;
    page.choose("share-step", "softmax").await?;
    page.choose("share-theme", "dark").await?;
    page.choose("share-language", "en").await?;
    let link = text_of(page, "share-link").await?;
    let frame = text_of(page, "share-frame").await?;
    for part in [
        "q=1,2;0,1;0,3",
        "focus=0",
        "step=softmax",
        "view=embed",
        "hide=table",
        "lock=k",
        "lang=en",
        "theme=dark",
    ] {
        assert!(link.contains(part), "{part} in {link}");
        assert!(frame.contains(part), "{part} in {frame}");
    }
    assert!(!link.contains("workshop"), "{link}");
    assert!(frame.starts_with("<iframe src=\"http") && frame.contains("&amp;hide=table"));
    // Here nothing is hidden, and the colours stay: it is for the reader.
    page.until("return document.documentElement.dataset.theme !== 'dark'")
        .await?;
    page.expect(&Numbers::walkthrough().with('q', 2, 0, 0.0), &[2])
        .await?;
    let (_, fragment) = link.split_once('#').context("a fragment")?;
    page.open_first_view(Variant::AsBuilt, fragment).await?;
    page.until("return document.querySelector('[data-card=\"0\"]').getAttribute('aria-current') === 'true'")
        .await?;
    page.until("return document.querySelector('[data-control=step]').value === 'softmax'")
        .await?;
    page.until("return document.documentElement.dataset.theme === 'dark'")
        .await?;
    assert!(page.text().await?.contains(&word("locked")?));
    Ok(())
}

async fn it_is_done_by_keyboard_alone(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    let focus = "document.querySelector(arguments[0]).focus()";
    page.script::<()>(focus, vec![json!("[data-panel=share] summary")])
        .await?;
    page.press(Key::Enter, 1).await?;
    page.until("return !!document.querySelector('[data-control=share-link]')")
        .await?;
    // Past what the page is shown as, its colours and language, whom it asks first and where it
    // begins, to its parts.
    page.press(Key::Tab, 6).await?;
    page.press(Key::Enter, 1).await?;
    page.until("return document.querySelector('.share-parts').open")
        .await?;
    page.press(Key::Tab, 1).await?;
    page.press(Key::Space, 1).await?;
    page.until(
        "return document.querySelector('[data-control=share-link]').value.includes('hide=presets')",
    )
    .await?;
    // For a projector, and back.
    page.script::<()>(focus, vec![json!("[data-control=present]")])
        .await?;
    for view in ["present", "full"] {
        page.press(Key::Enter, 1).await?;
        page.until(&format!(
            "return document.documentElement.dataset.view === '{view}'"
        ))
        .await?;
    }
    Ok(())
}

async fn a_link_is_copied_or_selected(page: Page<'_>) -> Result<()> {
    open(page, "").await?;
    let copy = page.driver().find(By::Css(".outcome-row button")).await?;
    copy.click().await?;
    let (copied, selected) = (word("copied")?, word("not-copied")?);
    page.until(&format!(
        "return [{copied:?}, {selected:?}].includes(document.querySelector('[role=status]').textContent.trim())"
    ))
    .await?;
    if page.messages().await?.status == selected {
        let selection = "const field = document.activeElement;
            return field.value.slice(field.selectionStart, field.selectionEnd)";
        let selection: String = page.script(selection, vec![]).await?;
        assert_eq!(selection, text_of(page, "share-link").await?);
    }
    Ok(())
}

/// Saves the page as a file, and returns what is in it.
async fn save(page: Page<'_>) -> Result<String> {
    let save = "
        const create = URL.createObjectURL;
        URL.createObjectURL = (blob) => {
            URL.createObjectURL = create;
            blob.text().then(done);
            return create(blob);
        };
        // What is downloaded stays in the page.
        HTMLAnchorElement.prototype.click = () => {};
        document.querySelector('[data-control=save-file]').click();
    ";
    page.script_until_done(save, vec![]).await
}

/// Opens a file of that text from disk.
async fn open_from_disk(page: Page<'_>, text: &str) -> Result<()> {
    let name = format!(
        "attention-mixer-{}-{}.html",
        page.engine(),
        std::process::id()
    );
    let path = std::env::temp_dir().join(name);
    std::fs::write(&path, text)?;
    page.driver().goto("about:blank").await?;
    page.driver()
        .goto(format!("file://{}", path.display()))
        .await?;
    page.until("return location.protocol === 'file:' && document.readyState === 'complete'")
        .await?;
    let alive = page.until_alive().await;
    std::fs::remove_file(path)?;
    alive
}

async fn a_saved_file_opens_from_disk_as_it_was_saved(page: Page<'_>) -> Result<()> {
    // A name that would end what it stands in.
    open(page, "tokens=%22%3E%3Cscript%3E;b%26c;d&q=1,2;0,1;0,3").await?;
    check(page, "share-lock", "k").await?;
    let file = save(page).await?;
    open_from_disk(page, &file).await?;
    let changed = Numbers::walkthrough().with('q', 2, 0, 0.0);
    page.expect(&changed, &[2]).await?;
    let name = page.card(0).text().await?;
    assert!(name.contains("\"><script>"), "{name}");
    assert!(page.text().await?.contains(&word("locked")?));
    assert_eq!(page.messages().await?.alerts, "");
    // Reset leads to what was saved; and from here it can be saved again, as it stands now.
    page.number(BOBS_QUERY).enter("1.5").await?;
    page.click_control("reset").await?;
    page.expect(&changed, &[2]).await?;
    page.number(BOBS_QUERY).enter("1.5").await?;
    let open = "document.querySelector('[data-panel=share]').open = true";
    page.script::<()>(open, vec![]).await?;
    page.until("return !!document.querySelector('[data-control=save-file]')")
        .await?;
    let again = save(page).await?;
    open_from_disk(page, &again).await?;
    page.expect(&Numbers::walkthrough().with('q', 2, 0, 1.5), &[2])
        .await
}

async fn a_link_too_long_for_a_code_is_said(page: Page<'_>) -> Result<()> {
    open(page, "").await?;
    let shown = "return !!document.querySelector('[data-control=share-code] svg path')";
    assert!(page.script::<bool>(shown, vec![]).await?);
    let rows = vec![["0.123456789"; 8].join(","); 12].join(";");
    page.paste(&format!(
        "q={rows}&k={rows}&v={rows}&tokens=a;b;c;d;e;f;g;h;i;j;k;l"
    ))
    .await?;
    page.until(&format!("return !({})", &shown[7..])).await?;
    assert!(page.text().await?.contains(&word("share-code-too-long")?));
    Ok(())
}
