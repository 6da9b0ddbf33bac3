use attention_scene::{Axis, Experiment, Reading, Tensor, print_fixed, print_short};
use leptos::prelude::*;

use super::soften::six_places;
use crate::{app::use_mixer, reactive, readout::Readout, words};

/// Step 3: every value, as much as its weight, added up.
#[component]
pub(crate) fn Mix(
    /// In which head.
    head_index: usize,
    /// Who becomes it.
    query_index: usize,
    /// How many values are mixed.
    count: usize,
) -> impl IntoView {
    let mixer = use_mixer();
    let d_v = mixer.dimension(Axis::Value);
    let terms = reactive::each(
        0..count,
        |key_index| view! { <Share head_index query_index key_index /> },
    );
    let output = reactive::part(move || {
        reactive::each(0..d_v.get(), |component_index| {
            let comma = (component_index > 0).then_some(", ");
            let reading = Reading::output(head_index, query_index, component_index);
            view! {
                {comma}
                <Readout reading print=six_places />
            }
        })
        .into_any()
    });
    view! {
        <h3>{words::mix_title()}</h3>
        <p>{reactive::text(move || words::mix_says(&mixer.token(query_index)))}</p>
        <p class="formula terms">{terms}</p>
        <p class="formula output">
            <span class="who">{reactive::text(move || words::output_of(&mixer.token(query_index)))}</span>
            <b>"[" {output} "]"</b>
        </p>
    }
}

/// One weight times one value: 0.12·[0.2, 0.8].
#[component]
fn Share(head_index: usize, query_index: usize, key_index: usize) -> impl IntoView {
    let mixer = use_mixer();
    let weight = mixer.read(Reading::weight(head_index, query_index, key_index));
    let d_v = mixer.dimension(Axis::Value);
    let value = move || {
        let (size, first) = (d_v.get(), head_index * d_v.get());
        if size > Experiment::FEW_COMPONENTS {
            return Tensor::Values.letter().to_owned();
        }
        mixer.vector(Tensor::Values, key_index, |value| {
            vector(value.iter().skip(first).take(size).copied())
        })
    };
    view! {
        <span class="part">
            {reactive::text(move || share(key_index, weight.get()))}
            <span class="v">{reactive::text(value)}</span>
        </span>
    }
}

/// One weight of several that are added up, before what it is multiplied with.
pub(crate) fn share(key_index: usize, weight: f64) -> String {
    let plus = if key_index > 0 { " + " } else { "" };
    format!("{plus}{}·", print_fixed(weight, 2))
}

/// Numbers as a vector.
pub(crate) fn vector(numbers: impl Iterator<Item = f64>) -> String {
    let texts: Vec<String> = numbers.map(print_short).collect();
    format!("[{}]", texts.join(", "))
}
