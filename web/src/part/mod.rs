//! The parts of the page: a link may hide or lock one, and one that is out of sight sleeps.

use attention_scene::PagePart;
use leptos::{ev::Event, prelude::*};

use crate::{Mixer, app::use_mixer, reactive, turns::in_turn};

/// A part that a link may hide or lock. Being a `fieldset`, it locks every control in it as
/// browsers do; it looks like nothing and has no role of its own.
///
/// What is in it has a mixer of its own to follow, which tells it of nothing while it sleeps.
#[component]
pub(crate) fn Part(
    /// Which part.
    part: PagePart,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let mixer = use_mixer().for_a_part();
    let mut children = Some(children);
    // Built once, by an effect that has its own context and follows nothing.
    let within = reactive::part(move || {
        provide_context(mixer);
        let build = children.take();
        build.map_or_else(|| ().into_any(), |build| untrack(build))
    });
    // What is in it is skipped, and not every engine has the event rise from there.
    view! {
        <fieldset
            class="page-part"
            role="none"
            data-part=part.name()
            prop:hidden=reactive::flag(move || mixer.hides(part))
            prop:disabled=reactive::flag(move || mixer.locks(part))
            on:contentvisibilityautostatechange:capture=move |event| sleep_or_wake(mixer, part, &event)
        >
            {in_turn(move || within.into_any())}
        </fieldset>
    }
}

/// As the browser says of a part whether it is in sight.
#[cfg(feature = "whole")]
fn sleep_or_wake(mixer: Mixer, part: PagePart, event: &Event) {
    match crate::dom::is_skipped(event, part.name()) {
        Some(true) => mixer.part_sleeps(),
        Some(false) => mixer.part_wakes(),
        None => {}
    }
}

/// Only in the whole page is anything left out while numbers move.
#[cfg(not(feature = "whole"))]
fn sleep_or_wake(_mixer: Mixer, _part: PagePart, _event: &Event) {}
