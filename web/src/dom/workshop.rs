//! The way into the workshop: from a door, from a number, from another page.

use attention_scene::{Quantity, Reading};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

#[cfg(feature = "element")]
use crate::Mixer;

/// The panel that the address asks for: `?workshop=charts`, or none by name.
pub(super) fn wanted() -> Option<String> {
    let search = window().location().search().ok()?;
    let wish = |part: &str| {
        let (key, name) = part.split_once('=').unwrap_or((part, ""));
        (key == "workshop").then(|| name.to_owned())
    };
    search.trim_start_matches('?').split('&').find_map(wish)
}

/// What asks for a number to be traced, in an address: `?workshop=weight.0.2.1`, of which head, in
/// which row and in which column.
pub(super) fn asking(reading: Reading) -> String {
    let [query, column] = [reading.query_index, reading.column];
    let (kind, head) = (reading.kind(), reading.head_index);
    format!("?workshop={kind}.{head}.{query}.{column}")
}

/// The number that is asked for so.
pub(super) fn asked(wish: &str) -> Option<Reading> {
    let mut parts = wish.split('.');
    let quantity = Quantity::named(parts.next()?)?;
    let mut index = || parts.next()?.parse().ok();
    let (head, query, column) = (index()?, index()?, index()?);
    Some(Reading::between(quantity, head, query, column))
}

#[cfg(feature = "element")]
/// From a part of somebody else's page, traces a number on the page itself, in a tab of its own.
pub(crate) fn trace_in_the_workshop(mixer: Mixer, reading: Reading) {
    let (page, link) = (mixer.page(), untrack(|| mixer.link()));
    let address = format!("{page}{}#{link}", asking(reading));
    let _ = window().open_with_url_and_target(&address, "_blank");
}

/// Puts the focus on the panel that was asked for, and shows it.
pub(super) fn show(panel: &str) {
    let panel = document().get_element_by_id(panel);
    let summary = panel.and_then(|panel| panel.query_selector("summary").ok().flatten());
    if let Some(summary) = summary.and_then(|one| one.dyn_into::<HtmlElement>().ok()) {
        let _ = summary.focus();
        summary.scroll_into_view();
    }
}
