//! One number of the computation on screen.

use attention_scene::{Quantity, Reading, print_exact};
use leptos::prelude::*;

use crate::{
    app::use_mixer,
    dom::{Spot, TEXT, follow},
    reactive,
};

/// A number of the trace: as text for people, in full for other programs. Pressed, it opens its
/// arithmetic: the click is taken where all of them arrive, in [`App`](crate::App).
#[component]
pub(crate) fn Readout(
    /// Which number.
    reading: Reading,
    /// How it is printed for people.
    print: fn(f64) -> String,
    /// Whether it is reached by arrow keys and not by Tab, as in a table.
    #[prop(optional)]
    by_arrows: bool,
) -> impl IntoView {
    let mixer = use_mixer();
    let number = mixer.read(reading);
    let (key, component) = match reading.is_component() {
        true => (None, Some(reading.column)),
        false => (Some(reading.column), None),
    };
    let of_head = reading.quantity != Quantity::Mixed;
    let now = number.get_untracked();
    let spots: Vec<Spot> = vec![
        ("data-value", Box::new(print_exact)),
        (TEXT, Box::new(print)),
    ];
    let follow = follow(number, spots);
    let head =
        move || (of_head && mixer.head_count().get() > 1).then(|| reading.head_index.to_string());
    view! {
        <button
            use:follow
            type="button"
            class="readout"
            tabindex=by_arrows.then_some("-1")
            data-readout=reading.kind()
            data-head=reactive::attribute(head)
            data-query=reading.query_index
            data-key=key
            data-component=component
            data-value=print_exact(now)
        >
            {print(now)}
        </button>
    }
}
