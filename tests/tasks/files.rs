//! Saving what is on the page, and opening what was brought.

mod opening;
mod saving;

use anyhow::Result;
use attention_tests::{Page, say};
use serde_json::json;

use crate::task::Task;
pub(crate) use opening::open_picker;

pub(crate) fn tasks() -> Vec<Task> {
    [saving::tasks(), opening::tasks()].concat()
}

/// Opens the page with the panel, whose module is loaded by that.
async fn open(page: Page<'_>, fragment: &str) -> Result<()> {
    page.open(fragment).await?;
    open_panel(page).await
}

pub(crate) async fn open_panel(page: Page<'_>) -> Result<()> {
    let open = "document.querySelector('[data-panel=files]').open = true";
    page.script::<()>(open, vec![]).await?;
    page.until("return !!document.querySelector('[data-control=export-save]')")
        .await
}

/// Waits for a sentence in `[role=status]`.
async fn until_said(page: Page<'_>, sentence: &str) -> Result<()> {
    page.until(&format!(
        "return document.querySelector('[role=status]').textContent.trim() === {}",
        json!(sentence)
    ))
    .await
}

/// Waits for a room of so many guests from a file of that name.
async fn until_taken(page: Page<'_>, name: &str, count: &str) -> Result<()> {
    until_said(
        page,
        &say("file-taken", &[("name", name), ("count", count)])?,
    )
    .await
}

/// Chooses a file of these bytes, in base64, as a learner chooses one.
async fn choose_file(page: Page<'_>, name: &str, base64: &str) -> Result<()> {
    let choose = "
        const bytes = Uint8Array.from(atob(arguments[1]), (one) => one.charCodeAt(0));
        const transfer = new DataTransfer();
        transfer.items.add(new File([bytes], arguments[0]));
        const field = document.querySelector('[data-control=import-file]');
        field.files = transfer.files;
        field.dispatchEvent(new Event('change', { bubbles: true }));
    ";
    page.script(choose, vec![json!(name), json!(base64)]).await
}
