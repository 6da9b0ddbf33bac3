use attention_scene::{
    Experiment, PagePart, PublishedWeights, Reading, print_percent, print_short,
};
use leptos::prelude::*;

use super::{
    before::{Marks, Sentence},
    frame::{self, Frame},
};
use crate::{app::use_mixer, reactive, words};

const BAR: i32 = 18;

/// The weights of the guest in focus as bars, with what the post prints as marks where it prints
/// anything.
#[component]
pub(crate) fn WeightBars() -> impl IntoView {
    let mixer = use_mixer();
    let focus = reactive::count(move || mixer.focus());
    let head = reactive::count(move || mixer.head());
    let row = move || {
        reactive::part(move || {
            view! { <Row head_index=head.get() query_index=focus.get() /> }.into_any()
        })
    };
    let figure = move || view! { <figure class="bars">{row()}</figure> }.into_any();
    reactive::part_while(mixer.is_few(), figure)
}

/// One guest's weights.
#[component]
fn Row(head_index: usize, query_index: usize) -> impl IntoView {
    let mixer = use_mixer();
    let chart = reactive::part(move || {
        let names = mixer.tokens().get();
        let post = PublishedWeights::of_row(&names, query_index);
        let bars = |frame| view! { <Bars head_index query_index frame /> };
        frame::draw(&names, post.map_or(&[], |post| post.weights))
            .map(bars)
            .into_any()
    });
    let alternative = move || {
        let weights = mixer.row(head_index, query_index, |trace| {
            trace.weights(query_index).to_vec()
        });
        alternative(&mixer.tokens().get(), query_index, &weights)
    };
    let nobody = mixer.silent(query_index);
    let silent = move || match nobody.get() {
        0 => String::new(),
        _ => words::silent(&mixer.token(query_index)),
    };
    let title = move || words::bars_title(&mixer.token(query_index));
    view! {
        <figcaption>{reactive::text(title)}</figcaption>
        <div class="chart" role="img" aria-label=reactive::text(alternative)>
            {chart}
        </div>
        <p class="note">{reactive::text(silent)}</p>
        <Sentence head_index query_index />
        <Published query_index />
    }
}

/// The bars, moved by attributes, under their frame, so that marks show on them.
#[component]
fn Bars(head_index: usize, query_index: usize, frame: Frame) -> impl IntoView {
    let mixer = use_mixer();
    let bars = reactive::each(0..frame.middles.len(), |key_index| {
        let weight = mixer.read(Reading::weight(head_index, query_index, key_index));
        let width = move || length(weight.get());
        view! { <rect x=frame::ZERO y=frame.middles[key_index] - BAR / 2 height=BAR width=reactive::text(width) /> }
    });
    view! {
        <svg viewBox=format!("0 0 {} {}", frame::WIDTH, frame.height)>{bars} <Marks head_index query_index frame=frame.clone() /></svg>
        <div inner_html=frame.svg></div>
    }
}

/// What the post prints, honestly.
#[component]
fn Published(query_index: usize) -> impl IntoView {
    let mixer = use_mixer();
    reactive::part(move || {
        let Some(post) = PublishedWeights::of_row(&mixer.tokens().get(), query_index) else {
            return ().into_any();
        };
        let nearest = post.nearest_temperature;
        let button = words::published_button(&print_short(nearest));
        let sentence = move || mixer.whole(|room, _| published(&post, room));
        view! {
            <p class="published">
                {reactive::text(sentence)}
            </p>
            <button
                type="button"
                prop:disabled=reactive::flag(move || mixer.locks(PagePart::Temperature))
                on:click=move |_| mixer.set_temperature(nearest)
            >
                {button}
            </button>
        }
        .into_any()
    })
}

/// How long a bar is.
pub(crate) fn length(weight: f64) -> String {
    format!("{:.2}", weight * f64::from(frame::ONE - frame::ZERO))
}

/// The chart in words.
pub(crate) fn alternative(names: &[String], query_index: usize, weights: &[f64]) -> String {
    let item = |(name, weight): (&String, &f64)| words::bars_item(name, &print_percent(*weight));
    let items: Vec<String> = names.iter().zip(weights).map(item).collect();
    let query = names.get(query_index).map_or("", String::as_str);
    words::bars_alternative(query, &items.join(", "))
}

/// What the post prints of a room's row, and how that comes.
pub(crate) fn published(post: &PublishedWeights, room: &Experiment) -> String {
    match post.is_comparable(room) {
        true => words::published_off(&print_short(post.nearest_temperature)),
        false => words::published_changed().to_owned(),
    }
}
