//! The parts of the page, which a link may hide or lock, and items in them. What is out of sight sleeps.

mod item;
mod sleeper;

use attention_scene::PagePart;
use leptos::prelude::*;

pub(crate) use self::item::Item;
use self::sleeper::Sleeper;
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
    let sight = sleeper.sight();
    view! {
        <fieldset
            use:sight
            class="page-part"
            role="none"
            data-part=part.name()
            prop:hidden=reactive::flag(move || mixer.hides(part))
            prop:disabled=reactive::flag(move || mixer.locks(part))
        >
            {in_turn(move || within.into_any())}
        </fieldset>
    }
}
