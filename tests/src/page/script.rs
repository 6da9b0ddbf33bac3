//! Asking the document what a driver has no command for.

use anyhow::{Context, Result};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::Page;

impl Page<'_> {
    /// Runs a script's body with `arguments`, and reads what it returns.
    ///
    /// # Errors
    ///
    /// What the script throws, and when it returns something else than asked for.
    pub async fn script<T: DeserializeOwned>(self, body: &str, arguments: Vec<Value>) -> Result<T> {
        let returned = self.driver.execute(body, arguments).await?;
        returned
            .convert()
            .with_context(|| format!("{} from {body}", returned.json()))
    }

    /// Runs a script's body that calls its last argument, `done`, with what it comes to.
    ///
    /// # Errors
    ///
    /// As [`script`](Self::script), and when `done` isn't called in time.
    pub async fn script_until_done<T: DeserializeOwned>(
        self,
        body: &str,
        arguments: Vec<Value>,
    ) -> Result<T> {
        let body = format!("const done = arguments[arguments.length - 1];\n{body}");
        let returned = self.driver.execute_async(body.as_str(), arguments).await?;
        returned
            .convert()
            .with_context(|| format!("{} from {body}", returned.json()))
    }

    /// Waits until the frame that is due has been drawn: a message posted from its callback
    /// arrives after its style, layout and paint.
    ///
    /// # Errors
    ///
    /// When no frame is drawn.
    pub async fn after_frame(self) -> Result<()> {
        let body = "requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => done(null);
            port2.postMessage(null);
        });";
        self.script_until_done(body, vec![]).await
    }
}
