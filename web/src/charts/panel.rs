use attention_scene::PagePart;
use leptos::prelude::*;

use super::{curves::Curves, entropy::Entropy, matrix::Matrix};
use crate::{app::use_mixer, panel::Panel, reactive, words};

/// How many guests these charts are drawn for: beyond, neither names nor numbers can be read.
const MOST: usize = 12;

/// The matrix, the curves and the entropies, drawn and worked out only while they are looked at.
#[component]
pub(crate) fn Charts() -> impl IntoView {
    let content = || {
        let mixer = use_mixer();
        let is_small = reactive::count(move || usize::from(mixer.token_count().get() <= MOST));
        let charts = reactive::part(move || match is_small.get() {
            0 => view! { <p>{words::charts_too_many()}</p> }.into_any(),
            _ => view! {
                <Matrix />
                <Curves />
                <Entropy />
            }
            .into_any(),
        });
        view! { <div class="charts">{charts}</div> }.into_any()
    };
    view! { <Panel part=PagePart::Charts title=words::charts_title() open=false content=Box::new(content) /> }
}
