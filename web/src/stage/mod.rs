//! The guests in a row, or one under the other on a narrow screen, and the lines between them.

mod lines;

use leptos::prelude::*;

use self::lines::Lines;
use crate::{app::use_mixer, card::Card, reactive, words};

/// How many guests may sit in a row where there is room for one.
const FEW: usize = 4;

/// The guests and who listens to whom.
#[component]
pub(crate) fn Stage() -> impl IntoView {
    let mixer = use_mixer();
    let count = mixer.token_count();
    let cards = reactive::part(move || {
        let card = |token_index| view! { <Card token_index /> };
        reactive::each(0..count.get(), card).into_any()
    });
    let class = move || {
        if count.get() <= FEW {
            "floor few"
        } else {
            "floor"
        }
    };
    view! {
        <section class="stage" id="stage" aria-labelledby="stage-title">
            <div class="stage-head">
                <h2 id="stage-title">{words::stage()}</h2>
                <label class="switch">
                    <input
                        type="checkbox"
                        data-control="all-rows"
                        prop:checked=reactive::flag(move || mixer.selection().all_rows)
                        on:change=move |event| mixer.show_all_rows(event_target_checked(&event))
                    />
                    {words::all_rows()}
                </label>
            </div>
            <div class=reactive::text(move || class().to_owned())>
                <Lines count />
                <ol class="seats" aria-label=words::guests()>
                    {cards}
                </ol>
            </div>
        </section>
    }
}
