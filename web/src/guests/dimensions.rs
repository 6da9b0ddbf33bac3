use attention_scene::{Axis, Source};
use leptos::prelude::*;

use crate::{app::use_mixer, reactive, words};

/// The most components that a learner may choose; a link may bring more.
const MOST: usize = 8;

/// How long vectors are.
#[component]
pub(super) fn Dimensions() -> impl IntoView {
    let mixer = use_mixer();
    let projected = reactive::count(move || usize::from(mixer.source() == Source::Projected));
    let model = reactive::part_while(projected, || {
        view! { <Dimension axis=Axis::Model name="d_model" label=words::dimension_model() /> }
            .into_any()
    });
    view! {
        <fieldset class="dimensions">
            <legend>{words::dimensions()}</legend>
            <Dimension axis=Axis::Key name="d_k" label=words::dimension_key() />
            <Dimension axis=Axis::Value name="d_v" label=words::dimension_value() />
            {model}
        </fieldset>
    }
}

/// The choice of one dimension.
#[component]
fn Dimension(
    axis: Axis,
    /// Its name in the contract.
    name: &'static str,
    label: &'static str,
) -> impl IntoView {
    let mixer = use_mixer();
    let size = mixer.dimension(axis);
    let option = move |one: usize| {
        let chosen = reactive::flag(move || size.get() == one);
        view! {
            <option value=one prop:selected=chosen>
                {one}
            </option>
        }
    };
    let larger = reactive::part(move || match size.get() > MOST {
        true => option(size.get()).into_any(),
        false => ().into_any(),
    });
    let choose = move |event| {
        if let Ok(size) = event_target_value(&event).parse() {
            mixer.set_dimension(axis, size);
        }
    };
    view! {
        <label class="choice">
            {label} <select data-control=name on:change=choose>
                {reactive::each(1..=MOST, option)}
                {larger}
            </select>
        </label>
    }
}
