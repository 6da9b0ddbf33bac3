use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDetailsElement};

/// Whether the `<details>` that an event came from is open.
pub(crate) fn is_open(event: &Event) -> bool {
    let target = event.target();
    target
        .and_then(|target| target.dyn_into::<HtmlDetailsElement>().ok())
        .is_some_and(|details| details.open())
}
