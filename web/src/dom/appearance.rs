//! The page's colours and view, which the document's root and a list outside the room show.

use attention_scene::Theme;
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlSelectElement};

use super::root::root;
use crate::{Mixer, reactive};

/// Shows what a link or the learner chose, and takes what the learner chooses.
pub(super) fn keep(mixer: Mixer) {
    // Chosen while the module was under way.
    let shown = root().and_then(|root| root.dataset().get("theme"));
    let shown = shown.and_then(|name| Theme::named(&name));
    if let Some(theme) = shown.filter(|theme| mixer.theme() != Some(*theme)) {
        mixer.choose_theme(theme);
    }
    reactive::effect(move || _ = mixer.theme().map(show));
    reactive::effect(move || {
        if let Some(root) = root() {
            root.dataset().set("view", mixer.view().name()).ok();
        }
    });
    window_event_listener(ev::change, move |event| {
        if let Some(theme) = chosen(&event) {
            mixer.choose_theme(theme);
        }
    });
}

fn show(theme: Theme) {
    let document = document();
    if let Some(root) = root() {
        root.dataset().set("theme", theme.name()).ok();
    }
    let list = document.query_selector("[data-control=theme]").ok();
    let list = list.flatten().map(JsCast::dyn_into::<HtmlSelectElement>);
    if let Some(Ok(list)) = list {
        list.set_value(theme.name());
    }
}

fn chosen(event: &Event) -> Option<Theme> {
    let list: HtmlSelectElement = event.target()?.dyn_into().ok()?;
    let is_theme = list.dataset().get("control").as_deref() == Some("theme");
    is_theme.then(|| Theme::named(&list.value())).flatten()
}
