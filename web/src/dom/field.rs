use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

/// Puts a text into the field that an event came from.
pub(crate) fn set_field(event: &Event, text: &str) {
    let target = event.target();
    if let Some(field) = target.and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
        field.set_value(text);
    }
}
