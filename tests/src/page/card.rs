use anyhow::Result;
use serde_json::json;
use thirtyfour::{By, WebElement};

use super::Page;

/// A guest's card.
#[derive(Clone, Copy)]
pub struct Card<'a> {
    page: Page<'a>,
    token: usize,
}

impl<'a> Page<'a> {
    /// The card of a guest, counted from 0.
    #[must_use]
    pub fn card(self, token: usize) -> Card<'a> {
        Card { page: self, token }
    }

    /// The guests whose card says that they are in focus.
    ///
    /// # Errors
    ///
    /// When the browser doesn't answer.
    pub async fn in_focus(self) -> Result<Vec<usize>> {
        let body = r#"return [...document.querySelectorAll('[data-card][aria-current="true"]')].map((card) => Number(card.dataset.card))"#;
        self.script(body, vec![]).await
    }

    /// Waits until a guest is in focus: an engine makes a click of a tap in its own time.
    ///
    /// # Errors
    ///
    /// When it isn't after a while.
    pub async fn until_in_focus(self, token: usize) -> Result<()> {
        let is_there = format!(
            r#"return !!document.querySelector('[data-card="{token}"][aria-current="true"]')"#
        );
        self.until(&is_there).await
    }
}

impl Card<'_> {
    /// The button that puts the guest in focus.
    ///
    /// # Errors
    ///
    /// When there is none.
    pub async fn button(self) -> Result<WebElement> {
        let button = format!("[data-card='{}'] button", self.token);
        Ok(self.page.driver().find(By::Css(button)).await?)
    }

    /// Everything that stands at the guest's seat, the labels of the lines that end there with it.
    ///
    /// # Errors
    ///
    /// When there is no such card.
    pub async fn text(self) -> Result<String> {
        let body = r#"
            const card = document.querySelector(`[data-card="${arguments[0]}"]`);
            return card.closest("li").innerText.replace(/\s+/g, " ").trim();
        "#;
        self.page.script(body, vec![json!(self.token)]).await
    }
}
