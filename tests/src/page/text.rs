//! What the page says to people.

use anyhow::Result;
use serde_json::json;
use thirtyfour::By;

use super::Page;

const TEXT: &str = r#"
    const element = document.querySelector(arguments[0]);
    return element === null ? "" : element.innerText.replace(/\s+/g, " ").trim();
"#;

impl Page<'_> {
    /// Everything that can be read on the page, on one line.
    ///
    /// # Errors
    ///
    /// When the browser doesn't answer.
    pub async fn text(self) -> Result<String> {
        self.script(TEXT, vec![json!("body")]).await
    }

    /// What can be read in the region of this name, on one line.
    ///
    /// # Errors
    ///
    /// When there is no such region.
    pub async fn text_of_region(self, name: &str) -> Result<String> {
        let region = self.by_role("region", name).await?;
        let text = region.text().await?;
        Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Clicks what has this role and this name.
    ///
    /// # Errors
    ///
    /// When there is nothing, or more than one, of that name.
    pub async fn click(self, role: &str, name: &str) -> Result<()> {
        self.by_role(role, name).await?.click().await?;
        self.after_frame().await
    }

    /// Clicks a control of the page's contract, such as `undo`.
    ///
    /// # Errors
    ///
    /// When there is no such control.
    pub async fn click_control(self, name: &str) -> Result<()> {
        let control = By::Css(format!("[data-control='{name}']"));
        self.driver.find(control).await?.click().await?;
        self.after_frame().await
    }

    /// Compares every number and line on the page with these, for the rows that are shown.
    ///
    /// # Errors
    ///
    /// A sentence for everything that differs.
    pub async fn expect(self, numbers: &crate::Numbers, shown: &[usize]) -> Result<()> {
        let differences = self.readings().await?.differences(&numbers.attend(), shown);
        anyhow::ensure!(differences.is_empty(), "{}", differences.join("; "));
        Ok(())
    }

    /// Compares the numbers and lines of the one row that the page shows of a large room.
    ///
    /// # Errors
    ///
    /// A sentence for everything that differs.
    pub async fn expect_row(self, numbers: &crate::Numbers, query: usize) -> Result<()> {
        let readings = self.readings().await?;
        let differences = readings.differences_in_row(&numbers.attend(), query);
        anyhow::ensure!(differences.is_empty(), "{}", differences.join("; "));
        Ok(())
    }
}
