use attention_core::{Error, HeadError};
use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// Why a call was refused. JavaScript gets it as an `Error` with a `code`, and a `row` where one is
/// at fault.
#[derive(Debug)]
pub(crate) struct Refusal {
    code: &'static str,
    message: String,
    row: Option<usize>,
    head: Option<usize>,
}

impl Refusal {
    /// An argument that is not what it has to be.
    pub(crate) fn input(message: impl Into<String>) -> Self {
        Self::new("input", message, None)
    }

    pub(crate) fn new(code: &'static str, message: impl Into<String>, row: Option<usize>) -> Self {
        Self {
            code,
            message: message.into(),
            row,
            head: None,
        }
    }

    /// The same, about one of several heads.
    pub(crate) fn in_head(mut self, head_index: usize) -> Self {
        self.message = format!("head {head_index}: {}", self.message);
        self.head = Some(head_index);
        self
    }
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self::new(error.code(), error.to_string(), error.row())
    }
}

impl From<HeadError> for Refusal {
    fn from(HeadError { head_index, error }: HeadError) -> Self {
        match head_index {
            Some(head_index) => Self::from(error).in_head(head_index),
            None => error.into(),
        }
    }
}

impl From<Refusal> for JsValue {
    fn from(refusal: Refusal) -> Self {
        let error = js_sys::Error::new(&refusal.message);
        let set = |name: &str, value: JsValue| {
            // A new object of our own takes a property.
            _ = Reflect::set(&error, &name.into(), &value);
        };
        set("code", refusal.code.into());
        for (name, index) in [("row", refusal.row), ("head", refusal.head)] {
            if let Some(index) = index {
                set(name, JsValue::from_f64(index as f64));
            }
        }
        error.into()
    }
}
