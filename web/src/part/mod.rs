//! The parts of the page: a link may hide or lock one, and what is out of sight sleeps.

mod sleeper;

use attention_scene::PagePart;
use leptos::prelude::*;

pub(crate) use self::sleeper::Sleeper;
use crate::{app::use_mixer, reactive, turns::in_turn};

/// A part that a link may hide or lock. Being a `fieldset`, it locks every control in it as
/// browsers do; it looks like nothing and has no role of its own.
#[component]
pub(crate) fn Part(
    /// Which part.
    part: PagePart,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let mixer = use_mixer();
    let sleeper = Sleeper::new(mixer);
    let within = sleeper.build(children);
    // What is in it is skipped, and not every engine has the event rise from there.
    view! {
        <fieldset
            class="page-part"
            role="none"
            data-part=part.name()
            prop:hidden=reactive::flag(move || mixer.hides(part))
            prop:disabled=reactive::flag(move || mixer.locks(part))
            on:contentvisibilityautostatechange:capture=move |event| sleeper.sleep_or_wake(&event)
        >
            {in_turn(move || within.into_any())}
        </fieldset>
    }
}
