//! How scores become weights, and the way back.

mod hearing;
mod temperature;

use attention_scene::{PagePart, Scale};
use leptos::prelude::*;

use self::{hearing::HearingChoice, temperature::Temperature};
use crate::{Mixer, app::use_mixer, part::Part, pin::Pin, reactive, words};

/// The switches that act on the whole room.
#[component]
pub(crate) fn Controls() -> impl IntoView {
    let mixer = use_mixer();
    let scaled = move || mixer.scale() == Scale::SqrtDk;
    let on_scale = move |event| {
        let on = event_target_checked(&event);
        mixer.set_scale(if on { Scale::SqrtDk } else { Scale::None });
    };
    view! {
        <section class="controls" aria-label=words::controls()>
            <Part part=PagePart::Temperature>
                <Temperature />
            </Part>
            <Part part=PagePart::Scale>
                <label class="switch">
                    <input type="checkbox" data-control="scale" prop:checked=reactive::flag(scaled) on:change=on_scale />
                    {words::scale()}
                </label>
            </Part>
            <Part part=PagePart::Mask>
                <HearingChoice />
            </Part>
            <Part part=PagePart::History>
                <div class="history">
                    <Action name="undo" label=words::undo() possible=Mixer::can_undo act=Mixer::undo />
                    <Action name="redo" label=words::redo() possible=Mixer::can_redo act=Mixer::redo />
                    <Action name="reset" label=words::reset() possible=Mixer::can_reset act=Mixer::reset />
                </div>
            </Part>
            <Part part=PagePart::Pin>
                <Pin />
            </Part>
        </section>
    }
}

/// A button that stays focusable when there is nothing for it to do.
#[component]
fn Action(
    /// Its name in the contract.
    name: &'static str,
    /// What it says.
    label: &'static str,
    /// Whether there is anything to do.
    possible: fn(Mixer) -> bool,
    /// What it does.
    act: fn(Mixer),
) -> impl IntoView {
    let mixer = use_mixer();
    view! {
        <button
            type="button"
            data-control=name
            aria-disabled=reactive::true_where(move || !possible(mixer))
            on:click=move |_| act(mixer)
        >
            {label}
        </button>
    }
}
