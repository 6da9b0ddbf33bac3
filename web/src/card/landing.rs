use attention_scene::{Reading, print_percent};
use leptos::prelude::*;

use crate::{app::use_mixer, heads, pin::delta, reactive, words};

/// The class of the share that the guest in focus gives.
const ASKING: &str = "share";

/// Where lines land on a guest: the share of attention it gets, from whoever is shown asking.
#[component]
pub(crate) fn Landing(
    /// The guest who is heard.
    key_index: usize,
) -> impl IntoView {
    let mixer = use_mixer();
    let shares = reactive::part(move || {
        let selection = mixer.selection();
        let several = mixer.head_count().get() > 1;
        let heads = mixer.heads_shown();
        let pairs = 0..mixer.token_count().get() * heads.len();
        let asking = pairs.filter(|pair| selection.shows(pair / heads.len()));
        reactive::each(asking, |pair| {
            let (query_index, head_index) = (pair / heads.len(), heads[pair % heads.len()]);
            let class = if query_index == selection.focus {
                ASKING
            } else {
                "share others"
            };
            let class = heads::styled(class, several.then_some(head_index));
            let allowed = mixer.allowed(query_index, key_index);
            reactive::part_while(allowed, move || {
                let class = class.clone();
                view! { <Share head_index query_index key_index class /> }.into_any()
            })
        })
        .into_any()
    });
    let class = move || match mixer.selection().all_rows {
        true => "landing named".to_owned(),
        false => "landing".to_owned(),
    };
    view! { <ul class=reactive::text(class)>{shares}</ul> }
}

/// The share of one guest's attention that another gets, and the asker's name, shown where several ask.
#[component]
fn Share(head_index: usize, query_index: usize, key_index: usize, class: String) -> impl IntoView {
    let mixer = use_mixer();
    let reading = Reading::weight(head_index, query_index, key_index);
    let weight = mixer.read(reading);
    let percent = move || print_percent(weight.get());
    let several = move || mixer.head_count().get() > 1;
    let number = move || (head_index + 1).to_string();
    let sentence = move || {
        let [key, query] = [key_index, query_index].map(|index| mixer.token(index));
        let sentence = words::gives(&key, &percent(), &query);
        match several() {
            true => words::in_head(&number(), &sentence),
            false => sentence,
        }
    };
    let of_head = reactive::part(move || match several() {
        true => view! { <b class="of-head">{words::head_short(&number())}</b> }.into_any(),
        false => ().into_any(),
    });
    // The table has theirs for the keyboard: not every guest's share is a stop of Tab here, too.
    let others = class != ASKING || mixer.is_few().get_untracked() == 0;
    let asker = move || mixer.token(query_index);
    view! {
        <li>
            <button
                type="button"
                class=class
                tabindex=others.then_some("-1")
                title=reactive::text(sentence)
                data-trace="weight"
                data-head=untrack(several).then_some(head_index)
                data-query=query_index
                data-key=key_index
            >
                {of_head}
                <span class="asker">{reactive::text(asker)}</span>
                {reactive::text(percent)}
                {delta(mixer, mixer.compares(), weight, reading)}
            </button>
        </li>
    }
}
