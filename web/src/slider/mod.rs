//! A slider over one number.

use std::{cell::Cell, rc::Rc};

use attention_scene::print_exact;
use leptos::prelude::*;

use crate::{
    Live,
    address::Address,
    app::use_mixer,
    reactive::{self, Text},
};

/// How far a slider reaches, and how finely, as its attributes say it.
pub(crate) struct Reach {
    pub(crate) min: &'static str,
    pub(crate) max: &'static str,
    pub(crate) step: &'static str,
}

/// What takes a slider's number.
pub(crate) type Move = Rc<dyn Fn(&str)>;

/// A slider. Its number may lie between its steps or beyond its ends: it then shows the nearest.
/// Where a touch turns out to scroll the page, the number goes back to what it was.
#[component]
pub(crate) fn Slider(
    /// The number in force.
    value: Live,
    /// The slider's name.
    name: Text,
    /// Which number it is for.
    address: Address,
    /// How far it reaches.
    reach: Reach,
    /// Moves the number while the slider moves.
    drag: Move,
) -> impl IntoView {
    let mixer = use_mixer();
    let (drag, back) = (Rc::clone(&drag), drag);
    let before = Rc::new(Cell::new(0.0));
    let remembered = Rc::clone(&before);
    let shown = reactive::number(move || value.get());
    let text = move || print_exact(shown.get());
    let (guest, weights) = (address.of_guest(), address.of_weights());
    view! {
        <input
            type="range"
            min=reach.min
            max=reach.max
            step=reach.step
            value=print_exact(value.get_untracked())
            prop:value=reactive::text(text)
            aria-label=name
            aria-valuetext=reactive::text(text)
            data-control=address.control()
            data-source=reactive::attribute(move || mixer.is_source(address))
            data-vector=guest.map(|slot| slot.tensor.letter())
            data-token=guest.map(|slot| slot.row)
            data-component=guest.map(|slot| slot.column)
            data-matrix=weights.map(|slot| slot.tensor.letter())
            data-row=weights.map(|slot| slot.row)
            data-column=weights.map(|slot| slot.column)
            on:input=move |event| drag(&event_target_value(&event))
            on:change=move |_| mixer.end_gesture()
            on:pointerdown=move |_| remembered.set(value.get_untracked())
            on:pointercancel=move |_| {
                back(&print_exact(before.get()));
                mixer.end_gesture();
            }
        />
    }
}
