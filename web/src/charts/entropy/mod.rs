//! How evenly each guest shares its attention out.

use attention_scene::{entropy_bits, most_bits, print_exact, print_fixed};
use leptos::prelude::*;

use super::frame::{self, Frame};
use crate::{Mixer, app::use_mixer, reactive, words};

const BAR: i32 = 18;

/// Everyone's entropy, from certain to even.
#[component]
pub(crate) fn Entropy() -> impl IntoView {
    let mixer = use_mixer();
    let head = reactive::count(move || mixer.head());
    let chart = reactive::part(move || {
        let head_index = head.get();
        let names = mixer.tokens().get();
        let even = words::entropy_even(&two_places(most_bits(names.len())));
        let ticks = [(0.0, words::entropy_certain()), (1.0, even.as_str())];
        let bars = |frame| view! { <Bars head_index frame /> };
        frame::bars(&names, &ticks, &[]).map(bars).into_any()
    });
    view! {
        <figure class="entropy">
            <figcaption>{words::entropy_title()}</figcaption>
            <p>{words::entropy_says()}</p>
            {chart}
        </figure>
    }
}

/// The bars, moved by attributes, with their numbers.
#[component]
fn Bars(head_index: usize, frame: Frame) -> impl IntoView {
    let mixer = use_mixer();
    let count = frame.middles.len();
    let (zero, length) = (frame.zero, f64::from(frame.one - frame.zero));
    let most = most_bits(count);
    let bars = reactive::each(0..count, |query_index| {
        let bits = bits(mixer, head_index, query_index);
        let width = move || match most {
            0.0 => 0.0,
            most => bits.get() / most * length,
        };
        // Beside the bar, or in it where there is no room beside it.
        let is_beside = move || width() < length * 0.7;
        let place = move || match is_beside() {
            true => format!("{:.1}", f64::from(zero) + width() + 6.0),
            false => format!("{:.1}", f64::from(zero) + width() - 6.0),
        };
        let class = move || match is_beside() {
            true => "beside".to_owned(),
            false => "inside".to_owned(),
        };
        let middle = frame.middles[query_index];
        view! {
            <rect
                data-entropy=""
                data-query=query_index
                data-value=reactive::text(move || print_exact(bits.get()))
                x=zero
                y=middle - BAR / 2
                height=BAR
                width=reactive::text(move || format!("{:.2}", width()))
            />
            <text class=reactive::text(class) x=reactive::text(place) y=middle dy="0.35em">
                {reactive::text(move || two_places(bits.get()))}
            </text>
        }
    });
    let alternative = move || {
        let item = |query_index| {
            let bits = two_places(bits_now(mixer, head_index, query_index));
            words::entropy_item(&bits, &mixer.token(query_index))
        };
        let items: Vec<String> = (0..count).map(item).collect();
        words::entropy_alternative(&items.join(", "), &two_places(most))
    };
    view! {
        <div class="chart" role="img" aria-label=reactive::text(alternative)>
            <div inner_html=frame.svg></div>
            <svg viewBox=format!("0 0 {} {}", frame::WIDTH, frame.height)>{bars}</svg>
        </div>
    }
}

fn bits(mixer: Mixer, head_index: usize, query_index: usize) -> Memo<f64> {
    reactive::number(move || bits_now(mixer, head_index, query_index))
}

fn bits_now(mixer: Mixer, head_index: usize, query_index: usize) -> f64 {
    mixer.row(head_index, query_index, |trace| {
        entropy_bits(trace, query_index)
    })
}

fn two_places(bits: f64) -> String {
    print_fixed(bits, 2)
}
