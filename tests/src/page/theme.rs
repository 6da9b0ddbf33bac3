use anyhow::Result;
use thirtyfour::{By, WebElement};

use super::Page;

/// The page's colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Page<'_> {
    /// Chooses the page's colours.
    ///
    /// # Errors
    ///
    /// When there is no such choice.
    pub async fn choose_theme(self, theme: Theme) -> Result<()> {
        let value = match theme {
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        self.choose("theme", value).await
    }

    /// Chooses from a list, by the values of the contract.
    ///
    /// # Errors
    ///
    /// When there is no such choice.
    pub async fn choose(self, control: &str, value: &str) -> Result<()> {
        self.option(control, value).await?.click().await?;
        self.after_frame().await
    }

    /// An option of a list, by the values of the contract.
    ///
    /// # Errors
    ///
    /// When there is no such choice.
    pub async fn option(self, control: &str, value: &str) -> Result<WebElement> {
        let option = format!("[data-control='{control}'] option[value='{value}']");
        Ok(self.driver.find(By::Css(option)).await?)
    }
}
