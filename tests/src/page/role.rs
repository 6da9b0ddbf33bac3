//! Finding what assistive technology would find: by role and accessible name.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::WebElement;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::common::requestdata::RequestData;
use thirtyfour::common::types::SessionId;

use super::Page;

/// Guesses names well enough to choose candidates; the browser itself has the last word.
const CANDIDATES: &str = r#"
    const [role, name] = arguments;
    const selector = {
        button: "button",
        checkbox: "input[type=checkbox]",
        combobox: "select",
        group: "fieldset, [role=group]",
        heading: "h1, h2, h3",
        image: "img, [role=img]",
        link: "a[href]",
        region: "section",
        slider: "input[type=range], [role=slider]",
        table: "table",
        textbox: "input[type=text]",
    }[role];
    const plain = (text) => text.replace(/\s+/g, " ").trim();
    const textOf = (ids) => ids.split(" ").map((id) => document.getElementById(id).textContent).join(" ");
    const nameOf = (element) =>
        element.getAttribute("aria-label") ??
        (element.hasAttribute("aria-labelledby") ? textOf(element.getAttribute("aria-labelledby")) : null) ??
        (element.labels?.length ? [...element.labels].map((label) => label.textContent).join(" ") : element.textContent);
    return [...document.querySelectorAll(selector)]
        .filter((element) => element.getClientRects().length > 0 && plain(nameOf(element)) === name);
"#;

impl Page<'_> {
    /// The one visible element with this role and this accessible name, as the browser computes both.
    ///
    /// # Errors
    ///
    /// When there is none, or more than one.
    pub async fn by_role(self, role: &str, name: &str) -> Result<WebElement> {
        let found = self
            .driver
            .execute(CANDIDATES, vec![json!(role), json!(name)])
            .await?;
        let mut found = found.elements()?;
        ensure!(
            found.len() == 1,
            "{} elements are a {role} called “{name}”",
            found.len()
        );
        let element = found.pop().context("one of them")?;
        let label = self.computed(&element, "label").await?;
        ensure!(
            label == name,
            "the browser calls the {role} “{label}”, not “{name}”"
        );
        let computed_role = self.computed(&element, "role").await?;
        ensure!(
            computed_role == role || (role, computed_role.as_str()) == ("image", "img"),
            "“{name}” is a {computed_role}, not a {role}"
        );
        Ok(element)
    }

    /// An element's role or label, as the browser computes it.
    async fn computed(self, element: &WebElement, what: &'static str) -> Result<String> {
        let command = Computed {
            element: element.element_id().to_string(),
            what,
        };
        Ok(self.driver.cmd(command).await?.value()?)
    }
}

/// WebDriver's “Get Computed Label” and “Get Computed Role”.
#[derive(Debug)]
struct Computed {
    element: String,
    what: &'static str,
}

impl FormatRequestData for Computed {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let Self { element, what } = self;
        let path = format!("/session/{session}/element/{element}/computed{what}");
        RequestData::new(http::Method::GET, path)
    }
}
