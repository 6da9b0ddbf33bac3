use leptos::{leptos_dom::helpers::request_animation_frame, prelude::*};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, HtmlElement};

use super::store;
use crate::{App, Mixer};

/// Brings the page to life: what was painted from the HTML gives way to the same, alive, within
/// one task, so that nothing moves on screen.
pub fn start() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    let document = document();
    let Some(place) = place(&document) else {
        return;
    };
    let hash = window().location().hash().unwrap_or_default();
    let fragment = hash.strip_prefix('#').map(str::to_owned);
    place.set_inner_html("");
    mount_to(place, move || {
        let mixer = Mixer::open(fragment.as_deref());
        keep_address(mixer);
        // A link always wins; at the bare address, earlier work is offered.
        if fragment.as_deref().is_none_or(str::is_empty)
            && let Some(work) = store::saved()
        {
            mixer.offer(&work);
        }
        keep_work(mixer);
        view! { <App mixer=mixer /> }
    })
    .forget();
    request_animation_frame(move || mark_ready(&document));
}

fn place(document: &Document) -> Option<HtmlElement> {
    document.get_element_by_id("app")?.dyn_into().ok()
}

/// Writes the work into the address as it goes on, without filling the back button: a reload, or
/// a start after a failure, finds it there.
fn keep_address(mixer: Mixer) {
    Effect::new(move |_| {
        let Some(link) = mixer.address() else {
            return;
        };
        if let Ok(history) = window().history() {
            // Refused where a sandbox forbids it; then there is nothing to keep.
            let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("#{link}")));
        }
    });
}

/// Saves the work as it goes on.
fn keep_work(mixer: Mixer) {
    Effect::new(move |_| {
        if let Some(work) = mixer.worth_saving() {
            store::save(&work);
        }
    });
}

fn mark_ready(document: &Document) {
    let root = document
        .document_element()
        .and_then(|root| root.dyn_into::<HtmlElement>().ok());
    if let Some(root) = root {
        root.class_list().remove_1("opening").ok();
        root.dataset().set("ready", "true").ok();
    }
}
