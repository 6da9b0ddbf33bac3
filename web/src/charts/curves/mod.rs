//! What the weights of the guest in focus would be at other temperatures.

mod family;
mod frame;

use attention_scene::{Reading, Trace, print_exact, print_percent, print_short, shorten};
use leptos::prelude::*;

use self::family::{Curve, Family};
use crate::{Live, app::use_mixer, dom, reactive, words};

/// How curves are told apart without colours.
const DASHES: [&str; 12] = [
    "none",
    "7 4",
    "2 3",
    "10 3 2 3",
    "14 4",
    "5 2 1 2 1 2",
    "1 5",
    "9 2 3 2",
    "4 6",
    "16 3 4 3",
    "3 2 8 2",
    "12 3 1 3 1 3",
];

/// The curves of the guest in focus.
#[component]
pub(crate) fn Curves() -> impl IntoView {
    let mixer = use_mixer();
    let (focus, head) = (
        reactive::count(move || mixer.focus()),
        reactive::count(move || mixer.head()),
    );
    let chart = reactive::part(move || {
        let (head_index, query_index) = (head.get(), focus.get());
        let names = mixer.tokens().get();
        let count = names.len();
        let frame = frame::draw(words::temperature());
        let chart = |frame| view! { <Chart head_index query_index count frame /> };
        frame.map(chart).into_any()
    });
    let title = move || words::curves_title(&mixer.token(focus.get()));
    view! {
        <figure class="curves">
            <figcaption>{reactive::text(title)}</figcaption>
            <p>{words::curves_says()}</p>
            {chart}
        </figure>
    }
}

/// One row's curves, once a frame at most.
#[component]
fn Chart(head_index: usize, query_index: usize, count: usize, frame: String) -> impl IntoView {
    let mixer = use_mixer();
    let frames = dom::frames(move || mixer.whole(|_, _| ()));
    let family = Memo::new(move |_| {
        frames.track();
        let look = |trace: &Trace| Family::of(trace, query_index);
        untrack(|| mixer.row(head_index, query_index, look))
    });
    let temperature = mixer.temperature();
    let place = move || format!("{:.1}", frame::across(temperature.get()));
    let alternative = move || {
        let names = mixer.tokens().get();
        let temperature = print_short(temperature.get());
        let now = mixer.row(head_index, query_index, |trace| {
            trace.weights(query_index).to_vec()
        });
        let list = |weights: &[f64]| {
            let item =
                |(name, weight): (&String, &f64)| words::bars_item(name, &print_percent(*weight));
            let items: Vec<String> = names.iter().zip(weights).map(item).collect();
            items.join(", ")
        };
        family.with(|family| {
            words::curves_alternative(
                &list(&family.coldest),
                &list(&family.hottest),
                &list(&now),
                &mixer.token(query_index),
                &temperature,
            )
        })
    };
    let silent = mixer.silent(query_index);
    let sentence = move || match silent.get() {
        0 => String::new(),
        _ => words::silent(&mixer.token(query_index)),
    };
    let curves = reactive::each(0..count, |key_index| {
        let weight = mixer.read(Reading::weight(head_index, query_index, key_index));
        view! { <OneCurve key_index family weight place=temperature /> }
    });
    let [_, _, top, foot] = frame::PLANE;
    let (width, height) = frame::SIZE;
    view! {
        <div class="chart" role="img" aria-label=reactive::text(alternative)>
            <div inner_html=frame></div>
            <svg viewBox=format!("0 0 {width} {height}")>
                <line
                    class="now"
                    data-temperature-marker=""
                    data-value=reactive::text(move || print_exact(temperature.get()))
                    x1=reactive::text(place)
                    x2=reactive::text(place)
                    y1=top
                    y2=foot
                />
                {curves}
            </svg>
        </div>
        <p>{reactive::text(sentence)}</p>
    }
}

/// One key's curve, its weight now, and its name at its end.
#[component]
fn OneCurve(key_index: usize, family: Memo<Family>, weight: Live, place: Live) -> impl IntoView {
    let mixer = use_mixer();
    let look = move |part: fn(&Curve) -> String| {
        family.with(|family| family.curve(key_index).map(part).unwrap_or_default())
    };
    let drawn = reactive::count(move || {
        family.with(|family| usize::from(family.curve(key_index).is_some()))
    });
    let name = shorten(&untrack(|| mixer.token(key_index)), frame::NAME);
    reactive::part_while(drawn, move || {
        let dash = DASHES[key_index % DASHES.len()];
        let class = format!("curve hue-{}", key_index % 4);
        let leader = move || {
            look(|curve| {
                let [_, right, ..] = frame::PLANE;
                format!(
                    "M{right} {:.1}L{} {:.1}",
                    curve.end,
                    frame::NAMES - 3,
                    curve.label
                )
            })
        };
        view! {
            <g class=class>
                <polyline points=reactive::text(move || look(|curve| curve.points.clone())) stroke-dasharray=dash />
                <path class="leader" d=reactive::text(leader) />
                <circle
                    r=4
                    cx=reactive::text(move || format!("{:.1}", frame::across(place.get())))
                    cy=reactive::text(move || format!("{:.1}", frame::down(weight.get())))
                />
                <text x=frame::NAMES y=reactive::text(move || look(|curve| format!("{:.1}", curve.label))) dy="0.35em">
                    {name.clone()}
                </text>
            </g>
        }
        .into_any()
    })
}
