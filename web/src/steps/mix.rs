use attention_scene::{Reading, Vector, print_fixed, print_short};
use leptos::prelude::*;

use super::soften::six_places;
use crate::{app::use_mixer, readout::Readout, words};

/// Step 3: every value, as much as its weight, added up.
#[component]
pub(crate) fn Mix(
    /// Who becomes it.
    query_index: usize,
) -> impl IntoView {
    let mixer = use_mixer();
    let (count, d_v) = mixer
        .experiment()
        .with_untracked(|room| (room.token_count(), room.dimension(Vector::Value)));
    let terms = (0..count)
        .map(|key_index| {
            let plus = (key_index > 0).then_some(" + ");
            view! { <span class="part">{plus} <Share query_index key_index /></span> }
        })
        .collect_view();
    let output = (0..d_v)
        .map(|component_index| {
            let comma = (component_index > 0).then_some(", ");
            let reading = Reading::Output {
                query_index,
                component_index,
            };
            view! { {comma} <Readout reading print=six_places /> }
        })
        .collect_view();
    view! {
        <li class="step">
            <h3>{words::mix_title()}</h3>
            <p>{move || words::mix_says(&mixer.token(query_index))}</p>
            <p class="formula mix">{terms}</p>
            <p class="formula output">
                <span class="who">{move || words::output_of(&mixer.token(query_index))}</span>
                <b>"[" {output} "]"</b>
            </p>
        </li>
    }
}

/// One weight times one value: 0.12·[0.2, 0.8].
#[component]
fn Share(query_index: usize, key_index: usize) -> impl IntoView {
    let mixer = use_mixer();
    let weight = Reading::Weight {
        query_index,
        key_index,
    };
    let share = Memo::new(move |_| print_fixed(mixer.look_up(|trace| weight.look_up(trace)), 2));
    let value = Memo::new(move |_| {
        mixer.experiment().with(|room| {
            let row = room.matrix(Vector::Value).row(key_index).iter();
            let numbers: Vec<String> = row.map(|number| print_short(*number)).collect();
            format!("[{}]", numbers.join(", "))
        })
    });
    view! { {move || share.get()} "·" <span class="v">{move || value.get()}</span> }
}
