//! Pinning a room, to hold what comes after against it.

use attention_scene::{Reading, print_points};
use leptos::prelude::*;

use crate::{Live, Mixer, app::use_mixer, reactive, words};

/// Pins the room as it stands, returns to it, takes the pin out.
#[component]
pub(crate) fn Pin() -> impl IntoView {
    let mixer = use_mixer();
    let (pinned, compares) = (mixer.is_pinned(), mixer.compares());
    let label = move || match pinned.get() {
        0 => words::pin(),
        _ => words::unpin(),
    };
    let press = move |_| match pinned.get_untracked() {
        0 => mixer.pin(),
        _ => mixer.unpin(),
    };
    let back = reactive::part_while(pinned, move || {
        let says = move || match compares.get() {
            0 => words::pinned_elsewhere(),
            _ => words::pinned_note(),
        };
        view! {
            <button type="button" data-control="pinned" on:click=move |_| mixer.return_to_pinned()>
                {words::pinned_return()}
            </button>
            <small>{reactive::text(move || says().to_owned())}</small>
        }
        .into_any()
    });
    view! {
        <div class="pin">
            <button
                type="button"
                data-control="pin"
                aria-pressed=reactive::text(move || (pinned.get() == 1).to_string())
                on:click=press
            >
                {reactive::text(move || label().to_owned())}
            </button>
            {back}
        </div>
    }
}

/// By how much a share differs from the pinned one, while there is one to differ from.
pub(crate) fn delta(
    mixer: Mixer,
    compares: Memo<usize>,
    weight: Live,
    reading: Reading,
) -> impl IntoView {
    reactive::part_while(compares, move || {
        let points = move || print_points(weight.get() - mixer.pinned_number(reading));
        let says = move || words::pinned_delta(&points());
        view! { <span class="delta">{reactive::text(says)}</span> }.into_any()
    })
}
