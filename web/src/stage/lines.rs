use attention_scene::{Reading, beam, print_exact};
use leptos::prelude::*;

use crate::app::use_mixer;

/// How wide a line is at weight 0, and how much wider at weight 1, in CSS pixels.
const HAIRLINE: f64 = 1.5;
const SPREAD: f64 = 14.0;

/// The lines of attention, in a unit square that the style sheet stretches over the stage, or
/// turns on its side where the guests sit one under the other. The table says the same in words.
#[component]
pub(crate) fn Lines(
    /// How many guests there are.
    count: Memo<usize>,
) -> impl IntoView {
    let mixer = use_mixer();
    let rows = move || {
        let count = count.get();
        let selection = mixer.selection();
        (0..count)
            .filter(|query_index| selection.shows(*query_index))
            .flat_map(|query_index| (0..count).map(move |key_index| (query_index, key_index)))
            .map(|(query_index, key_index)| view! { <Line query_index key_index count=count /> })
            .collect_view()
    };
    view! {
        <svg class="lines" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
            <g>{rows}</g>
        </svg>
    }
}

/// One guest's line to another: the wider and stronger, the more of its attention goes there.
#[component]
fn Line(query_index: usize, key_index: usize, count: usize) -> impl IntoView {
    let mixer = use_mixer();
    let reading = Reading::Weight {
        query_index,
        key_index,
    };
    let weight = Memo::new(move |_| mixer.look_up(|trace| reading.look_up(trace)));
    view! {
        <path
            data-line=""
            data-query=query_index
            data-key=key_index
            data-weight=move || print_exact(weight.get())
            d=beam(query_index, key_index, count).to_path()
            stroke-width=move || format!("{:.2}", HAIRLINE + SPREAD * weight.get())
            stroke-opacity=move || format!("{:.2}", 0.7 + 0.3 * weight.get())
        />
    }
}
