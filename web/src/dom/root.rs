//! What the document's root tells whoever looks: that the page is there, and that it is ready.

use std::time::Duration;

use leptos::{
    leptos_dom::helpers::request_animation_frame,
    prelude::{document, set_timeout, window},
};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement};

/// How long to wait for a frame: none comes in a background tab, or in a frame out of sight.
const PATIENCE: Duration = Duration::from_secs(1);

pub(super) fn root() -> Option<HtmlElement> {
    document().document_element()?.dyn_into().ok()
}

/// Where the room is.
pub(super) fn place() -> Option<HtmlElement> {
    document().get_element_by_id("app")?.dyn_into().ok()
}

/// Says that the room is alive, and that it is ready once it has been painted.
pub(super) fn come_alive(painted: impl FnOnce() + 'static) {
    say("started");
    request_animation_frame(move || {
        mark_ready();
        painted();
    });
    set_timeout(mark_ready, PATIENCE);
}

/// Tells the page's own script, or whoever else listens.
pub(super) fn announce(what: &str) {
    if let Ok(event) = Event::new(what) {
        let _ = window().dispatch_event(&event);
    }
}

fn mark_ready() {
    say("ready");
    if let Some(root) = root() {
        root.class_list().remove_1("opening").ok();
    }
    // It was late, and came alive after all.
    let notice = document().query_selector("[data-notice=not-loaded]");
    if let Ok(Some(notice)) = notice {
        notice.set_attribute("hidden", "").ok();
    }
}

/// `data-…="true"`.
fn say(what: &str) {
    if let Some(root) = root() {
        root.dataset().set(what, "true").ok();
    }
}
