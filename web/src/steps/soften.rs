use attention_scene::{Quantity, Reading, print_fixed, print_short};
use leptos::prelude::*;

use super::compare::bracketed;
use crate::{Mixer, app::use_mixer, part::Item, reactive, readout::Readout, words};

/// Step 2: exponentials, their sum, and each one's share of it.
#[component]
pub(crate) fn Soften(
    /// In which head.
    head_index: usize,
    /// Whose row.
    query_index: usize,
    /// How many keys it met.
    count: usize,
) -> impl IntoView {
    let mixer = use_mixer();
    let silent = mixer.silent(query_index);
    let says = move || match silent.get() {
        0 => words::soften_says(
            &print_short(largest(mixer, head_index, query_index)),
            &mixer.token(query_index),
        ),
        _ => words::silent(&mixer.token(query_index)),
    };
    let rows = reactive::each(0..count, |key_index| {
        view! {
            <Item>
                <Row head_index query_index key_index />
            </Item>
        }
    });
    view! {
        <h3>{words::soften_title()}</h3>
        <p>{reactive::text(says)}</p>
        <ul class="rows">
            {rows} <li class="total">
                <span class="who">{words::sum()}</span>
                <span class="formula">
                    <b>{reactive::text(move || sum(mixer, head_index, query_index))}</b>
                </span>
            </li>
        </ul>
    }
}

/// One key of the row, whether it takes part or not.
#[component]
fn Row(head_index: usize, query_index: usize, key_index: usize) -> impl IntoView {
    let allowed = use_mixer().allowed(query_index, key_index);
    reactive::part(move || match allowed.get() {
        0 => view! { <Unheard head_index query_index key_index /> }.into_any(),
        _ => view! { <Exponential head_index query_index key_index /> }.into_any(),
    })
}

/// The largest score of a row.
fn largest(mixer: Mixer, head_index: usize, query_index: usize) -> f64 {
    let largest = mixer.row(head_index, query_index, |trace| trace.row_max(query_index));
    largest.unwrap_or_default()
}

/// What a row's exponentials add up to, as it stands.
fn sum(mixer: Mixer, head_index: usize, query_index: usize) -> String {
    four_places(mixer.row(head_index, query_index, |trace| trace.row_sum(query_index)))
}

/// One exponential and the weight it comes to.
#[component]
fn Exponential(head_index: usize, query_index: usize, key_index: usize) -> impl IntoView {
    let mixer = use_mixer();
    let between = |quantity| Reading::between(quantity, head_index, query_index, key_index);
    let scaled = mixer.read(between(Quantity::Scaled));
    let exponential = between(Quantity::Exponential);
    let weight = Reading::weight(head_index, query_index, key_index);
    view! {
        <span class="who">{reactive::text(move || mixer.token(key_index))}</span>
        <span class="formula">
            <span class="part">
                "e" <sup>{reactive::text(move || print_short(scaled.get()))} " − " {reactive::text(move || bracketed(largest(mixer, head_index, query_index)))}</sup>
                " = " <Readout reading=exponential print=four_places />
            </span>
            <span class="part">
                " ÷ " {reactive::text(move || sum(mixer, head_index, query_index))} " = " <b>
                    <Readout reading=weight print=six_places />
                </b>
            </span>
        </span>
    }
}

/// A key that takes no part: its weight is 0, whatever its score.
#[component]
fn Unheard(head_index: usize, query_index: usize, key_index: usize) -> impl IntoView {
    let mixer = use_mixer();
    let weight = Reading::weight(head_index, query_index, key_index);
    view! {
        <span class="who">{reactive::text(move || mixer.token(key_index))}</span>
        <span class="formula">
            <span class="part">{words::unheard()} ": "</span>
            <b>
                <Readout reading=weight print=six_places />
            </b>
        </span>
    }
}

/// Four decimal places.
pub(crate) fn four_places(number: f64) -> String {
    print_fixed(number, 4)
}

/// Six decimal places.
pub(crate) fn six_places(number: f64) -> String {
    print_fixed(number, 6)
}
