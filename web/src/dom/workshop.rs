//! The way into the workshop, whose module is loaded when it is asked for.

#[cfg(feature = "whole")]
use attention_scene::Quantity;
use attention_scene::Reading;
use leptos::prelude::*;
#[cfg(not(feature = "whole"))]
use web_sys::Event;

#[cfg(not(feature = "whole"))]
use crate::Mixer;

/// The panel that the address asks for in the workshop: `?workshop=charts`, or none by name.
pub(super) fn wanted() -> Option<String> {
    let search = window().location().search().ok()?;
    let wish = |part: &str| {
        let (key, name) = part.split_once('=').unwrap_or((part, ""));
        (key == "workshop").then(|| name.to_owned())
    };
    search.trim_start_matches('?').split('&').find_map(wish)
}

/// Has the page load the workshop's module, which will bring it to life in this one's place.
#[cfg(not(feature = "whole"))]
pub(super) fn call() {
    if let Ok(event) = Event::new("workshop") {
        let _ = window().dispatch_event(&event);
    }
}

/// Goes into the workshop as soon as the room needs it.
#[cfg(not(feature = "whole"))]
pub(super) fn keep(mixer: Mixer) {
    Effect::new(move |_| {
        if mixer.needs_the_workshop() {
            let link = untrack(|| mixer.link());
            go(mixer, &format!("?workshop#{link}"));
        }
    });
}

/// Goes into the workshop, with a number's arithmetic open.
#[cfg(not(feature = "whole"))]
pub(crate) fn trace_in_the_workshop(mixer: Mixer, asked: Reading) {
    let (kind, link) = (asked.kind(), untrack(|| mixer.link()));
    let [query, column] = [asked.query_index, asked.column];
    let address = format!(
        "?workshop={kind}.{}.{query}.{column}#{link}",
        asked.head_index
    );
    go(mixer, &address);
}

/// Goes to another view of the page; from a part of somebody else's, in a tab of its own.
#[cfg(not(feature = "whole"))]
fn go(mixer: Mixer, address: &str) {
    let page = mixer.page();
    let _ = match page.as_str() {
        "" => window().location().assign(address).is_ok(),
        page => window()
            .open_with_url_and_target(&format!("{page}{address}"), "_blank")
            .is_ok(),
    };
}

/// The number that the address asks to be traced: `?workshop=weight.0.2.1`, of which head, in which
/// row and in which column.
#[cfg(feature = "whole")]
pub(super) fn asked(wish: &str) -> Option<Reading> {
    let mut parts = wish.split('.');
    let quantity = Quantity::named(parts.next()?)?;
    let mut index = || parts.next()?.parse().ok();
    let (head, query, column) = (index()?, index()?, index()?);
    Some(Reading::between(quantity, head, query, column))
}

/// Puts the focus on the panel that was asked for, and shows it.
#[cfg(feature = "whole")]
pub(super) fn show(panel: &str) {
    use wasm_bindgen::JsCast;
    let panel = document().get_element_by_id(panel);
    let summary = panel.and_then(|panel| panel.query_selector("summary").ok().flatten());
    if let Some(summary) = summary.and_then(|one| one.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = summary.focus();
        summary.scroll_into_view();
    }
}
