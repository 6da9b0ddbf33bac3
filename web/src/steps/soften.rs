use attention_scene::{Experiment, Reading, print_fixed, print_short};
use leptos::prelude::*;

use crate::{app::use_mixer, charts::WeightBars, readout::Readout, words};

/// Step 2: exponentials, their sum, and each one's share of it.
#[component]
pub(crate) fn Soften(
    /// Whose row.
    query_index: usize,
) -> impl IntoView {
    let mixer = use_mixer();
    let count = mixer.experiment().with_untracked(Experiment::token_count);
    let largest = Memo::new(move |_| {
        print_short(mixer.look_up(|trace| trace.row_max(query_index).unwrap_or_default()))
    });
    let sum = Memo::new(move |_| print_fixed(mixer.look_up(|trace| trace.row_sum(query_index)), 4));
    let rows = (0..count)
        .map(|key_index| view! { <Exponential query_index key_index largest sum /> })
        .collect_view();
    view! {
        <li class="step">
            <h3>{words::soften_title()}</h3>
            <p>{move || words::soften_says(&largest.get(), &mixer.token(query_index))}</p>
            <ul class="rows">
                {rows}
                <li class="total">
                    <span class="who">{words::sum()}</span>
                    <span class="formula"><b>{move || sum.get()}</b></span>
                </li>
            </ul>
            <WeightBars query_index />
        </li>
    }
}

/// One exponential and the weight it comes to.
#[component]
fn Exponential(
    query_index: usize,
    key_index: usize,
    largest: Memo<String>,
    sum: Memo<String>,
) -> impl IntoView {
    let mixer = use_mixer();
    let scaled = Reading::Scaled {
        query_index,
        key_index,
    };
    let score = Memo::new(move |_| print_short(mixer.look_up(|trace| scaled.look_up(trace))));
    let exponential = Memo::new(move |_| {
        print_fixed(
            mixer.look_up(|trace| trace.exponential(query_index, key_index)),
            4,
        )
    });
    let weight = Reading::Weight {
        query_index,
        key_index,
    };
    view! {
        <li>
            <span class="who">{move || mixer.token(key_index)}</span>
            <span class="formula">
                <span class="part">
                    "e" <sup>{move || score.get()} " − " {move || largest.get()}</sup> " = "
                    {move || exponential.get()}
                </span>
                <span class="part">
                    " ÷ " {move || sum.get()} " = "
                    <b><Readout reading=weight print=six_places /></b>
                </span>
            </span>
        </li>
    }
}

/// Six decimal places.
pub(super) fn six_places(number: f64) -> String {
    print_fixed(number, 6)
}
