use attention_scene::print_percent;
use leptos::prelude::*;

use super::frame::Frame;
use crate::{Mixer, app::use_mixer, reactive, words};

/// How far a mark reaches over and under its bar's middle.
const REACH: i32 = 13;

/// A guest's weights before the switch changed last, if that is what happened last.
fn weights_before(mixer: Mixer, head_index: usize, query_index: usize) -> Option<Vec<f64>> {
    mixer.before().with(|before| {
        let trace = before.as_ref()?;
        let there = head_index < trace.head_count() && query_index < trace.head(0).n_queries();
        there.then(|| trace.head(head_index).weights(query_index).to_vec())
    })
}

/// A mark on each bar where it ended before.
#[component]
pub(super) fn Marks(head_index: usize, query_index: usize, frame: Frame) -> impl IntoView {
    let mixer = use_mixer();
    let length = f64::from(frame.one - frame.zero);
    reactive::part(move || {
        let weights = weights_before(mixer, head_index, query_index).unwrap_or_default();
        let marks = weights.iter().zip(&frame.middles).map(|(weight, middle)| {
            let at = format!("{:.1}", f64::from(frame.zero) + weight * length);
            let path = format!("M{at} {}v{}", middle - REACH, 2 * REACH);
            view! {
                <path class="halo" d=path.clone() />
                <path class="before" data-before="" d=path />
            }
            .into_any()
        });
        marks.collect::<Vec<_>>().into_any()
    })
}

/// The same in words, until it is dismissed.
#[component]
pub(super) fn Sentence(head_index: usize, query_index: usize) -> impl IntoView {
    let mixer = use_mixer();
    reactive::part(move || {
        let Some(weights) = weights_before(mixer, head_index, query_index) else {
            return ().into_any();
        };
        let names = mixer.tokens().get();
        let item =
            |(name, weight): (&String, &f64)| words::bars_item(name, &print_percent(*weight));
        let items: Vec<String> = names.iter().zip(&weights).map(item).collect();
        let sentence = match weights.iter().any(|weight| *weight > 0.0) {
            true => words::before_says(&items.join(", ")),
            false => words::before_silent().to_owned(),
        };
        view! {
            <p class="before-note">
                {sentence} " " <button type="button" on:click=move |_| mixer.forget_before()>
                    {words::before_dismiss()}
                </button>
            </p>
        }
        .into_any()
    })
}
