//! All weights of a large room at once, as a picture: a pixel for each.

use attention_scene::{picture, print_percent};
use leptos::{ev::MouseEvent, html::Canvas, prelude::*};

use crate::{app::use_mixer, dom, reactive, words};

/// The pictures of the heads that are shown, where the room is large.
#[component]
pub(crate) fn Pictures() -> impl IntoView {
    let mixer = use_mixer();
    let pictures = move || {
        let heads = reactive::part(move || {
            let picture = |head_index| view! { <Picture head_index /> };
            reactive::each(mixer.heads_shown(), picture).into_any()
        });
        view! {
            <figure class="pictures">
                <figcaption>{words::picture_caption()}</figcaption>
                {heads}
            </figure>
        }
        .into_any()
    };
    reactive::part_while(mixer.is_large(), pictures)
}

/// One head's weights. The table holds the row in focus in numbers.
#[component]
fn Picture(head_index: usize) -> impl IntoView {
    let mixer = use_mixer();
    let canvas = NodeRef::<Canvas>::new();
    dom::paint_each_frame(
        canvas,
        move || mixer.whole(|_, _| ()),
        move |colour| {
            mixer.trace().with_untracked(|trace| {
                let there = head_index < trace.head_count();
                there.then(|| picture(trace.head(head_index), colour))
            })
        },
    );
    let count = mixer.token_count();
    let alternative = move || {
        let query_index = mixer.focus();
        let most = mixer.row(head_index, query_index, |trace| {
            let weights = trace.weights(query_index).iter().copied().enumerate();
            weights.max_by(|(_, one), (_, other)| one.total_cmp(other))
        });
        let (key_index, weight) = most.unwrap_or_default();
        let [key, query] = [key_index, query_index].map(|index| mixer.token(index));
        let count = count.get().to_string();
        words::picture_alternative(&count, &key, &print_percent(weight), &query)
    };
    let size = reactive::text(move || format!("0 0 {0} {0}", count.get()));
    let row = reactive::text(move || mixer.focus().to_string());
    let ask = move |event: MouseEvent| {
        let rows = count.get_untracked() as f64;
        let row = dom::how_far_down(&event) * rows;
        mixer.ask(row.clamp(0.0, rows - 1.0) as usize);
    };
    view! {
        <div class="picture" role="img" aria-label=reactive::text(alternative) on:click=ask>
            <canvas
                node_ref=canvas
                width=reactive::text(move || count.get().to_string())
                height=reactive::text(move || count.get().to_string())
            ></canvas>
            <svg viewBox=size preserveAspectRatio="none" aria-hidden="true">
                <rect x="0" y=row width="100%" height="1" />
            </svg>
        </div>
    }
}
