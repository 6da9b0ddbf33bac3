//! How scores become weights, and the way back.

mod temperature;

use attention_scene::{History, Scale};
use leptos::prelude::*;

use self::temperature::Temperature;
use crate::{app::use_mixer, words};

/// The switches that act on the whole room.
#[component]
pub(crate) fn Controls() -> impl IntoView {
    let mixer = use_mixer();
    let scaled = move || {
        mixer
            .experiment()
            .with(|room| room.scale() == Scale::SqrtDk)
    };
    let on_scale = move |event| {
        let on = event_target_checked(&event);
        mixer.set_scale(if on { Scale::SqrtDk } else { Scale::None });
    };
    let [undo, redo, reset] =
        [History::can_undo, History::can_redo, History::can_reset].map(|what| mixer.can(what));
    view! {
        <section class="controls" aria-label=words::controls()>
            <Temperature />
            <label class="switch">
                <input type="checkbox" data-control="scale" prop:checked=scaled on:change=on_scale />
                {words::scale()}
            </label>
            <div class="history">
                <Action name="undo" label=words::undo() possible=undo act=move || mixer.undo() />
                <Action name="redo" label=words::redo() possible=redo act=move || mixer.redo() />
                <Action name="reset" label=words::reset() possible=reset act=move || mixer.reset() />
            </div>
        </section>
    }
}

/// A button that stays focusable when there is nothing for it to do.
#[component]
fn Action<Act: Fn() + 'static>(
    /// Its name in the contract.
    name: &'static str,
    /// What it says.
    label: &'static str,
    /// Whether there is anything to do.
    possible: Memo<bool>,
    /// What it does.
    act: Act,
) -> impl IntoView {
    view! {
        <button
            type="button"
            data-control=name
            aria-disabled=move || (!possible.get()).then_some("true")
            on:click=move |_| act()
        >
            {label}
        </button>
    }
}
