use attention_scene::View;
use leptos::{ev, prelude::*};

use super::{
    address_bar::AddressBar,
    appearance, first, frame,
    root::{announce, come_alive, place, root},
    store, take, workshop,
};
use crate::{App, Mixer, reactive};

/// Brings the whole page to life: what was painted from the HTML, or moved by the first view's own
/// module, gives way to the same, alive, within one task, so that nothing moves on screen.
pub fn start() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    let Some(place) = place() else {
        return;
    };
    announce("whole-starts");
    let hash = window().location().hash().unwrap_or_default();
    let in_address = hash.strip_prefix('#').map(str::to_owned);
    // A page that was saved as a file opens with the link that it was saved with.
    let saved = take::saved_link();
    // What the first view's module, if it is there, has come to.
    let work = first_views_work();
    let fragment = work.clone().or_else(|| in_address.clone()).or(saved);
    let wanted = workshop::wanted();
    let panel = wanted.clone();
    place.set_inner_html("");
    mount_to(place, move || {
        let mixer = Mixer::open(fragment.as_deref());
        if let Some(asked) = panel.as_deref().and_then(workshop::asked) {
            mixer.trace_number(asked, None);
        }
        mixer.open_panel(panel);
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
        keep_address(mixer, in_address);
        // Said and written anew: what was said went with the first view, and the browser may have refused to write.
        if work.is_some() {
            mixer.settle();
        }
        appearance::keep(mixer);
        frame::keep(mixer);
        view! { <App mixer=mixer /> }
    })
    .forget();
    come_alive(move || {
        if let Some(panel) = wanted {
            workshop::show(&panel);
        }
    });
}

/// The link that the first view's module has left, which the browser may not have let it write.
fn first_views_work() -> Option<String> {
    root()?.dataset().get(first::WORK)
}

/// Writes the work into the address as it goes on, and reads the links that are put into it.
fn keep_address(mixer: Mixer, fragment: Option<String>) {
    let bar = AddressBar::new(fragment);
    let [to_write, to_read, hidden, left] = std::array::from_fn(|_| bar.clone());
    reactive::effect(move || _ = mixer.address().map(|link| to_write.want(link)));
    window_event_listener(ev::hashchange, move |event| {
        to_read.read(&event.new_url(), |fragment| mixer.follow(fragment));
    });
    window_event_listener(ev::visibilitychange, move |_| hidden.write());
    window_event_listener(ev::pagehide, move |_| left.write());
}

/// Saves the work as it goes on.
fn keep_work(mixer: Mixer) {
    reactive::effect(move || {
        if let Some(work) = mixer.worth_saving() {
            store::save(&work);
        }
    });
}

/// Takes the steps along that led here, and from here: through a reload, or to a door in another tab.
fn keep_steps(mixer: Mixer) {
    if let Some(steps) = store::steps() {
        mixer.go_on_after(&steps);
    }
    window_event_listener_untyped("pagehide", move |_| store::leave_steps(&mixer.steps()));
}
