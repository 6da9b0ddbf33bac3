//! The guests in a row, or one under the other on a narrow screen, and the lines between them.

mod lines;

use attention_scene::Experiment;
use leptos::prelude::*;

use self::lines::Lines;
use crate::{app::use_mixer, card::Card, words};

/// The guests and who listens to whom.
#[component]
pub(crate) fn Stage() -> impl IntoView {
    let mixer = use_mixer();
    let count = Memo::new(move |_| mixer.experiment().with(Experiment::token_count));
    let cards = move || {
        (0..count.get())
            .map(|token_index| view! { <Card token_index /> })
            .collect_view()
    };
    let all_rows = move || mixer.selection().all_rows;
    view! {
        <section class="stage" id="stage" aria-labelledby="stage-title">
            <div class="stage-head">
                <h2 id="stage-title">{words::stage()}</h2>
                <label class="switch">
                    <input
                        type="checkbox"
                        data-control="all-rows"
                        prop:checked=all_rows
                        on:change=move |event| mixer.show_all_rows(event_target_checked(&event))
                    />
                    {words::all_rows()}
                </label>
            </div>
            <div class="floor" data-count=move || count.get()>
                <Lines count />
                <ol class="seats" aria-label=words::guests()>
                    {cards}
                </ol>
            </div>
        </section>
    }
}
