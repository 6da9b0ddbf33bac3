use std::time::Duration;

use attention_scene::View;
use leptos::{leptos_dom::helpers::request_animation_frame, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement};

use super::{address_bar::AddressBar, appearance, frame, store, take, workshop};
use crate::{App, Mixer};

/// How long to wait for a frame: none comes in a background tab, or in a frame out of sight.
const PATIENCE: Duration = Duration::from_secs(1);

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
    let in_address = hash.strip_prefix('#').map(str::to_owned);
    // A page that was saved as a file opens with the link that it was saved with.
    let saved = take::saved_link();
    let fragment = in_address.clone().or(saved);
    let wanted = workshop::wanted();
    #[cfg(not(feature = "whole"))]
    if wanted.is_some() || of_the_workshop(fragment.as_deref()) {
        say(&document, "started");
        return workshop::call();
    }
    place.set_inner_html("");
    let panel = wanted.clone();
    mount_to(place, move || {
        let mixer = Mixer::open(fragment.as_deref());
        #[cfg(feature = "whole")]
        if let Some(asked) = panel.as_deref().and_then(workshop::asked) {
            mixer.trace_number(asked, None);
        }
        mixer.open_panel(panel);
        #[cfg(not(feature = "whole"))]
        workshop::keep(mixer);
        // A link always wins; at the bare address, earlier work is offered.
        if fragment.as_deref().is_none_or(str::is_empty)
            && let Some(work) = store::saved()
        {
            mixer.offer(&work);
        }
        // A page inside another's is no place where work is kept.
        if untrack(|| mixer.view()) != View::Embed {
            keep_work(mixer);
            keep_steps(mixer);
        }
        AddressBar::keep(mixer, in_address);
        appearance::keep(mixer);
        frame::keep(mixer);
        view! { <App mixer=mixer /> }
    })
    .forget();
    say(&document, "started");
    let painted = document.clone();
    request_animation_frame(move || {
        mark_ready(&painted);
        #[cfg(feature = "whole")]
        if let Some(panel) = wanted {
            workshop::show(&panel);
        }
    });
    set_timeout(move || mark_ready(&document), PATIENCE);
}

/// Whether a link's room belongs into the workshop.
#[cfg(not(feature = "whole"))]
fn of_the_workshop(fragment: Option<&str>) -> bool {
    Owner::new().with(|| untrack(|| Mixer::open(fragment).needs_the_workshop()))
}

fn place(document: &Document) -> Option<HtmlElement> {
    document.get_element_by_id("app")?.dyn_into().ok()
}

/// Says something of the page to whoever asks its root: `data-…="true"`.
fn say(document: &Document, what: &str) {
    if let Some(root) = root(document) {
        root.dataset().set(what, "true").ok();
    }
}

/// Saves the work as it goes on.
fn keep_work(mixer: Mixer) {
    Effect::new(move |_| {
        if let Some(work) = mixer.worth_saving() {
            store::save(&work);
        }
    });
}

/// Takes the steps along that led here, and from here: into the workshop, or through a reload.
fn keep_steps(mixer: Mixer) {
    if let Some(steps) = store::steps() {
        mixer.go_on_after(&steps);
    }
    window_event_listener_untyped("pagehide", move |_| store::leave_steps(&mixer.steps()));
}

fn mark_ready(document: &Document) {
    say(document, "ready");
    if let Some(root) = root(document) {
        root.class_list().remove_1("opening").ok();
    }
    // It was late, and came alive after all.
    let notice = document.query_selector("[data-notice=not-loaded]");
    if let Ok(Some(notice)) = notice {
        notice.set_attribute("hidden", "").ok();
    }
}

pub(super) fn root(document: &Document) -> Option<HtmlElement> {
    document.document_element()?.dyn_into().ok()
}
