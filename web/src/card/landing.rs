use attention_scene::{Reading, print_percent};
use leptos::prelude::*;

use crate::{app::use_mixer, words};

/// Where lines land on a guest: the share of attention it gets, from whoever is shown asking.
#[component]
pub(crate) fn Landing(
    /// The guest who is heard.
    key_index: usize,
) -> impl IntoView {
    let mixer = use_mixer();
    let shares = move || {
        let selection = mixer.selection();
        let count = mixer.experiment().with(|room| room.token_count());
        (0..count)
            .filter(|query_index| selection.shows(*query_index))
            .map(|query_index| view! { <Share query_index key_index named=selection.all_rows /> })
            .collect_view()
    };
    view! { <ul class="landing">{shares}</ul> }
}

/// The share of one guest's attention that another gets, with the asker's name where several ask.
#[component]
fn Share(query_index: usize, key_index: usize, named: bool) -> impl IntoView {
    let mixer = use_mixer();
    let weight = Reading::Weight {
        query_index,
        key_index,
    };
    let percent = Memo::new(move |_| print_percent(mixer.look_up(|trace| weight.look_up(trace))));
    let sentence = move || {
        words::gives(
            &mixer.token(key_index),
            &percent.get(),
            &mixer.token(query_index),
        )
    };
    let asker =
        move || named.then(|| view! { <span class="asker">{mixer.token(query_index)}</span> });
    view! {
        <li class="share" data-from=query_index title=sentence>
            {asker} {move || percent.get()}
        </li>
    }
}
