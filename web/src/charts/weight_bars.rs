use attention_scene::{
    Experiment, PublishedWeights, Reading, print_percent, print_short, published_weights,
};
use leptos::prelude::*;

use super::frame::{self, Frame};
use crate::{app::use_mixer, words};

const BAR: i32 = 18;

/// A guest's weights as bars, with what the post prints as marks where it prints anything.
#[component]
pub(crate) fn WeightBars(
    /// Whose weights.
    query_index: usize,
) -> impl IntoView {
    let mixer = use_mixer();
    let names = Memo::new(move |_| {
        mixer
            .experiment()
            .with(|room: &Experiment| room.tokens().to_vec())
    });
    let published = Memo::new(move |_| {
        mixer
            .experiment()
            .with(|room| published_weights(room, query_index))
    });
    let marks = Memo::new(move |_| {
        published
            .with(|post| post.as_ref().map(|post| post.weights.to_vec()))
            .unwrap_or_default()
    });
    let frame = Memo::new(move |_| frame::draw(&names.get(), &marks.get()));
    let chart = move || {
        frame
            .get()
            .map(|frame| view! { <Bars query_index frame /> })
    };
    let alternative = move || {
        let weights = mixer.look_up(|trace| trace.weights(query_index).to_vec());
        let item = |(name, weight): (&String, f64)| words::bars_item(name, &print_percent(weight));
        let items: Vec<String> = names.with(|names| names.iter().zip(weights).map(item).collect());
        words::bars_alternative(&mixer.token(query_index), &items.join(", "))
    };
    view! {
        <figure class="bars">
            <figcaption>{move || words::bars_title(&mixer.token(query_index))}</figcaption>
            <div class="chart" role="img" aria-label=alternative>{chart}</div>
            {move || published.get().map(|post| view! { <Published post /> })}
        </figure>
    }
}

/// The bars over their frame, moved by attributes.
#[component]
fn Bars(query_index: usize, frame: Frame) -> impl IntoView {
    let mixer = use_mixer();
    let Frame {
        svg,
        height,
        zero,
        one,
        middles,
    } = frame;
    let bar = move |(key_index, middle): (usize, i32)| {
        let reading = Reading::Weight {
            query_index,
            key_index,
        };
        let weight = Memo::new(move |_| mixer.look_up(|trace| reading.look_up(trace)));
        let width = move || format!("{:.2}", weight.get() * f64::from(one - zero));
        view! { <rect x=zero y=middle - BAR / 2 height=BAR width=width /> }
    };
    let bars = middles.into_iter().enumerate().map(bar).collect_view();
    view! {
        <div inner_html=svg></div>
        <svg viewBox=format!("0 0 {} {height}", frame::WIDTH)>{bars}</svg>
    }
}

/// What the post prints, honestly.
#[component]
fn Published(post: PublishedWeights) -> impl IntoView {
    let mixer = use_mixer();
    let nearest = post.nearest_temperature;
    let temperature = print_short(nearest);
    let button = words::published_button(&temperature);
    let sentence = if post.comparable {
        words::published_off(&temperature)
    } else {
        words::published_changed().to_owned()
    };
    view! {
        <p class="published">
            <span class="mark" aria-hidden="true"></span>
            {words::published_mark()} ". " {sentence}
        </p>
        {post.comparable.then(|| view! {
            <button type="button" on:click=move |_| mixer.set_temperature(nearest)>{button}</button>
        })}
    }
}
