use attention_scene::{Reading, Slot, Vector, print_fixed, print_short};
use leptos::prelude::*;

use super::soften::six_places;
use crate::{app::use_mixer, reactive, readout::Readout, words};

/// Step 3: every value, as much as its weight, added up.
#[component]
pub(crate) fn Mix(
    /// Who becomes it.
    query_index: usize,
    /// How many values are mixed.
    count: usize,
) -> impl IntoView {
    let mixer = use_mixer();
    let d_v = mixer.dimension(Vector::Value);
    let terms = reactive::each(
        0..count,
        |key_index| view! { <Share query_index key_index /> },
    );
    let output = reactive::part(move || {
        reactive::each(0..d_v.get(), |component_index| {
            let comma = if component_index > 0 { ", " } else { "" };
            let reading = Reading::Output {
                query_index,
                component_index,
            };
            view! {
                {comma}
                <Readout reading print=six_places />
            }
        })
        .into_any()
    });
    view! {
        <li class="step">
            <h3>{words::mix_title()}</h3>
            <p>{reactive::text(move || words::mix_says(&mixer.token(query_index)))}</p>
            <p class="formula mix">{terms}</p>
            <p class="formula output">
                <span class="who">{reactive::text(move || words::output_of(&mixer.token(query_index)))}</span>
                <b>"[" {output} "]"</b>
            </p>
        </li>
    }
}

/// One weight times one value: 0.12·[0.2, 0.8].
#[component]
fn Share(query_index: usize, key_index: usize) -> impl IntoView {
    let mixer = use_mixer();
    let weight = mixer.read(Reading::Weight {
        query_index,
        key_index,
    });
    let plus = if key_index > 0 { " + " } else { "" };
    let share = move || format!("{plus}{}·", print_fixed(weight.get(), 2));
    let value = move || {
        mixer.experiment().with(|room| {
            let number = |component_index| {
                let slot = Slot {
                    vector: Vector::Value,
                    token_index: key_index,
                    component_index,
                };
                print_short(room.number(slot).unwrap_or_default())
            };
            let numbers: Vec<String> = (0..room.dimension(Vector::Value)).map(number).collect();
            format!("[{}]", numbers.join(", "))
        })
    };
    view! {
        <span class="part">
            {reactive::text(share)}
            <span class="v">{reactive::text(value)}</span>
        </span>
    }
}
