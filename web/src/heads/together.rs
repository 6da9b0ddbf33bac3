use attention_scene::{Axis, Quantity, Reading, RoomTrace, Tensor, print_short};
use leptos::prelude::*;

use crate::{
    app::use_mixer, reactive, readout::Readout, source::products, steps::six_places, words,
};

/// What stands for a component of what the heads come to.
const OUTPUT: &str = "o";

/// What the heads bring the guest in focus, side by side, and what W_O makes of it, term by term.
#[component]
pub(crate) fn Together() -> impl IntoView {
    let mixer = use_mixer();
    let focus = reactive::count(move || mixer.focus());
    let title = move || words::together(&mixer.token(focus.get()));
    let heads = mixer.head_count();
    let d_v = mixer.dimension(Axis::Value);
    let side_by_side = reactive::part(move || {
        let (query_index, d_v) = (focus.get(), d_v.get());
        reactive::each(0..heads.get(), |head_index| {
            let numbers = reactive::each(0..d_v, |component_index| {
                let comma = if component_index > 0 { ", " } else { "" };
                let reading = Reading::output(head_index, query_index, component_index);
                view! {
                    {comma}
                    <Readout reading print=print_short />
                }
            });
            view! {
                <li>
                    <span class="who">{words::head_number(&(head_index + 1).to_string())}</span>
                    <span class="formula v">"[" {numbers} "]"</span>
                </li>
            }
        })
        .into_any()
    });
    let columns = mixer.columns(Tensor::OutputWeights);
    let mixed = reactive::part(move || {
        let query_index = focus.get();
        let component = |component_index| view! { <Component query_index component_index /> };
        reactive::each(0..columns.get(), component).into_any()
    });
    view! {
        <section class="together" aria-labelledby="together-title">
            <h3 id="together-title">{reactive::text(title)}</h3>
            <p>{words::side_by_side()}</p>
            <ul class="rows">{side_by_side}</ul>
            <p>{words::mixed_by()}</p>
            <ul class="products">{mixed}</ul>
        </section>
    }
}

/// One component of what the heads come to: a sum of products.
#[component]
fn Component(query_index: usize, component_index: usize) -> impl IntoView {
    let mixer = use_mixer();
    let say = move || {
        mixer.whole(|room, trace| {
            let w_o = room.matrix(Tensor::OutputWeights);
            let weight = |row| w_o.row(row).get(component_index).copied();
            let weights: Vec<f64> = (0..w_o.rows()).filter_map(weight).collect();
            sum(trace, query_index, component_index, &weights)
        })
    };
    let reading = Reading::between(Quantity::Mixed, 0, query_index, component_index);
    view! {
        <li>
            <span class="component" aria-hidden="true">
                {OUTPUT}
                <sub>{component_index + 1}</sub>
            </span>
            <span class="formula">
                {reactive::text(say)} " = " <b>
                    <Readout reading print=six_places />
                </b>
            </span>
        </li>
    }
}

/// The products, and what each comes to.
fn sum(trace: &RoomTrace, query_index: usize, column: usize, weights: &[f64]) -> String {
    let Some(merge) = trace.merge() else {
        return String::new();
    };
    let (concatenation, mixture) = (merge.concatenation(), merge.mixture());
    if query_index >= concatenation.rows() || column >= mixture.view().cols() {
        return String::new();
    }
    let terms = mixture.terms(query_index, column);
    products(concatenation.row(query_index), weights, terms)
}
