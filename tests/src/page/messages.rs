use anyhow::Result;

use super::Page;

/// What the page says that it did, and what it refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Messages {
    /// The text of `[role=status]`.
    pub status: String,
    /// The text of every visible `[role=alert]` that says something.
    pub alerts: String,
}

const READ: &str = r#"
    const text = (role) => [...document.querySelectorAll(`[role=${role}]`)]
        .filter((element) => element.getClientRects().length > 0)
        .map((element) => element.innerText.replace(/\s+/g, " ").trim())
        .filter((text) => text !== "")
        .join("\n");
    return [text("status"), text("alert")];
"#;

impl Page<'_> {
    /// What the page says now.
    ///
    /// # Errors
    ///
    /// When the browser doesn't answer.
    pub async fn messages(self) -> Result<Messages> {
        let [status, alerts] = self.script(READ, vec![]).await?;
        Ok(Messages { status, alerts })
    }
}
