use anyhow::Result;
use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::{By, Key, WebElement};

use super::Page;
use super::pointer::Point;
use crate::say;

/// The address of one number: which vector (`q`, `k` or `v`), whose, and which component.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberAt {
    /// `q`, `k` or `v`.
    pub vector: char,
    /// Whose, from 0.
    pub token: usize,
    /// Which component, from 0.
    pub component: usize,
}

/// Bob's first query: what the post's reader wonders about first.
pub const BOBS_QUERY: NumberAt = NumberAt {
    vector: 'q',
    token: 2,
    component: 0,
};

/// What stands in a slider and in its field, and what is wrong with what was typed.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Standing {
    /// Where the slider's thumb is.
    pub slider: f64,
    /// The text in the field.
    pub field: String,
    /// Whether the field is marked as wrong.
    pub invalid: bool,
    /// The sentence that describes what is wrong.
    pub reason: String,
}

/// The slider and the field of one number, or of the temperature.
#[derive(Clone)]
pub struct NumberControl<'a> {
    page: Page<'a>,
    /// The attributes that both carry.
    attributes: String,
}

const STANDING: &str = r#"
    const [slider, field] = [...arguments].map((selector) => document.querySelector(selector));
    const described = field.getAttribute("aria-describedby");
    const reason = described && document.getElementById(described);
    return {
        slider: slider.valueAsNumber,
        field: field.value,
        invalid: field.getAttribute("aria-invalid") === "true",
        reason: reason?.getClientRects().length ? reason.innerText : "",
    };
"#;

impl NumberAt {
    /// What the number is called where it is named: “Bob query 1”.
    ///
    /// # Errors
    ///
    /// When the locale has no words for it.
    pub fn name(self) -> Result<String> {
        let vector = say(
            match self.vector {
                'q' => "query",
                'k' => "key",
                _ => "value",
            },
            &[],
        )?;
        let token = ["Alice", "introduced", "Bob"][self.token];
        let component = (self.component + 1).to_string();
        say(
            "slot-name",
            &[
                ("token", token),
                ("vector", &vector),
                ("component", &component),
            ],
        )
    }
}

impl<'a> Page<'a> {
    /// The slider and field of a number.
    #[must_use]
    pub fn number(self, at: NumberAt) -> NumberControl<'a> {
        let NumberAt {
            vector,
            token,
            component,
        } = at;
        NumberControl {
            page: self,
            attributes: format!(
                "[data-vector='{vector}'][data-token='{token}'][data-component='{component}']"
            ),
        }
    }

    /// The slider and field of a number of a matrix of weights: `wq`, `wk`, `wv` or `wo`.
    #[must_use]
    pub fn weight(self, matrix: &str, row: usize, column: usize) -> NumberControl<'a> {
        NumberControl {
            page: self,
            attributes: format!(
                "[data-matrix='{matrix}'][data-row='{row}'][data-column='{column}']"
            ),
        }
    }

    /// The temperature's slider and field.
    #[must_use]
    pub fn temperature(self) -> NumberControl<'a> {
        NumberControl {
            page: self,
            attributes: "[data-control=temperature]".to_owned(),
        }
    }
}

impl NumberControl<'_> {
    /// The slider.
    ///
    /// # Errors
    ///
    /// When there is none.
    pub async fn slider(&self) -> Result<WebElement> {
        Ok(self
            .page
            .driver()
            .find(By::Css(self.slider_selector()))
            .await?)
    }

    /// The field.
    ///
    /// # Errors
    ///
    /// When there is none.
    pub async fn field(&self) -> Result<WebElement> {
        Ok(self
            .page
            .driver()
            .find(By::Css(self.field_selector()))
            .await?)
    }

    /// What stands in both.
    ///
    /// # Errors
    ///
    /// When either is missing.
    pub async fn standing(&self) -> Result<Standing> {
        let both = vec![json!(self.slider_selector()), json!(self.field_selector())];
        self.page.script(STANDING, both).await
    }

    /// Puts the focus on the slider and presses a key so many times.
    ///
    /// # Errors
    ///
    /// When the driver refuses.
    pub async fn press_on_slider(&self, key: Key, times: usize) -> Result<()> {
        self.slider().await?.focus().await?;
        self.page.press(key, times).await?;
        self.page.after_frame().await
    }

    /// Types a text in place of what stands in the field, without taking it.
    ///
    /// # Errors
    ///
    /// When the driver refuses.
    pub async fn write(&self, text: &str) -> Result<()> {
        self.field().await?.focus().await?;
        self.page.chord(Key::Control, 'a').await?;
        if text.is_empty() {
            self.page.press(Key::Delete, 1).await
        } else {
            self.page.type_text(text).await
        }
    }

    /// Types a text in place of what stands in the field, and presses Enter.
    ///
    /// # Errors
    ///
    /// When the driver refuses.
    pub async fn enter(&self, text: &str) -> Result<()> {
        self.write(text).await?;
        self.page.press(Key::Enter, 1).await?;
        self.page.after_frame().await
    }

    /// The middle of the slider's thumb when it stands at a number.
    ///
    /// # Errors
    ///
    /// When there is no slider.
    pub async fn thumb_at(&self, number: f64) -> Result<Point> {
        let body = r#"
            const [selector, number] = arguments;
            const slider = document.querySelector(selector);
            slider.scrollIntoView({ block: "center" });
            const { left, top, width, height } = slider.getBoundingClientRect();
            const part = (number - slider.min) / (slider.max - slider.min);
            // The thumb's middle keeps half its size from either end; about 16 px in every engine.
            return [left + 8 + part * (width - 16), top + height / 2];
        "#;
        let arguments: Vec<Value> = vec![json!(self.slider_selector()), json!(number)];
        self.page.script(body, arguments).await
    }

    fn slider_selector(&self) -> String {
        format!("input[type=range]{}", self.attributes)
    }

    fn field_selector(&self) -> String {
        format!("input[data-field]{}", self.attributes)
    }
}
