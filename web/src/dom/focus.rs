use leptos::leptos_dom::helpers::request_animation_frame;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

/// Puts the focus on what a selector finds in the place that an event came from, once the document
/// is as the event's step leaves it.
pub(crate) fn focus_later(event: &Event, place: &str, selector: String) {
    let target = event.target();
    let target = target.and_then(|target| target.dyn_into::<Element>().ok());
    let Some(place) = target.and_then(|target| target.closest(place).ok().flatten()) else {
        return;
    };
    request_animation_frame(move || {
        let found = place.query_selector(&selector).ok().flatten();
        if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
            found.focus().ok();
        }
    });
}
