//! The keyboard.

use anyhow::Result;
use serde_json::{Value, json};
use thirtyfour::Key;
use thirtyfour::common::command::{Actions, Command};

use super::Page;

impl Page<'_> {
    /// Presses and releases a key so many times, wherever the focus is.
    ///
    /// # Errors
    ///
    /// When the driver refuses.
    pub async fn press(self, key: Key, times: usize) -> Result<()> {
        let presses = (0..times).flat_map(|_| stroke(key.value())).collect();
        self.strike(presses).await
    }

    /// Types a text, wherever the focus is.
    ///
    /// # Errors
    ///
    /// When the driver refuses.
    pub async fn type_text(self, text: &str) -> Result<()> {
        self.strike(text.chars().flat_map(stroke).collect()).await
    }

    /// Presses a key while another is held.
    ///
    /// # Errors
    ///
    /// When the driver refuses.
    pub async fn chord(self, held: Key, key: char) -> Result<()> {
        let [press, release] = stroke(held.value());
        let [down, up] = stroke(key);
        self.strike(vec![press, down, up, release]).await
    }

    async fn strike(self, strokes: Vec<Value>) -> Result<()> {
        let keyboard = json!([{"type": "key", "id": "keyboard", "actions": strokes}]);
        self.perform(keyboard).await
    }

    /// Performs a list of input sources' actions, as WebDriver defines them.
    ///
    /// # Errors
    ///
    /// When the driver refuses.
    pub async fn perform(self, sources: Value) -> Result<()> {
        self.driver
            .cmd(Command::PerformActions(Actions::from(sources)))
            .await?;
        Ok(())
    }
}

fn stroke(key: char) -> [Value; 2] {
    ["keyDown", "keyUp"].map(|kind| json!({"type": kind, "value": key}))
}
