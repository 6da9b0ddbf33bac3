//! The guests in a row, or one under the other on a narrow screen, and the lines between them.

mod lines;

use leptos::prelude::*;

use self::lines::Lines;
pub(crate) use self::lines::{opacity, width};
use crate::{
    app::use_mixer,
    card::{FocusVectors, Seat},
    reactive,
    turns::in_turn,
    words,
};

/// How many guests may sit in a row where there is room for one.
pub(crate) const FEW: usize = 4;

/// The guests and who listens to whom.
#[component]
pub(crate) fn Stage() -> impl IntoView {
    let mixer = use_mixer();
    let (count, large) = (mixer.token_count(), mixer.is_large());
    let seats = reactive::part(move || {
        let seat = |token_index| in_turn(move || view! { <Seat token_index /> }.into_any());
        reactive::each(0..count.get(), seat).into_any()
    });
    let class = move || {
        if large.get() > 0 {
            "floor crowd"
        } else if count.get() <= FEW {
            "floor few"
        } else {
            "floor"
        }
    };
    let everyones = reactive::part_while(mixer.is_few(), move || {
        view! {
            <label class="switch">
                <input
                    type="checkbox"
                    data-control="all-rows"
                    prop:checked=reactive::flag(move || mixer.selection().all_rows)
                    on:change=move |event| mixer.show_all_rows(event_target_checked(&event))
                />
                {words::all_rows()}
            </label>
        }
        .into_any()
    });
    let in_focus = reactive::part_while(large, || view! { <FocusVectors /> }.into_any());
    view! {
        <section class="stage" id="stage" aria-labelledby="stage-title">
            <div class="stage-head">
                <h2 id="stage-title">{words::stage()}</h2>
                {everyones}
            </div>
            <div class=reactive::text(move || class().to_owned())>
                <Lines count />
                <ol class="seats" aria-label=words::guests()>
                    {seats}
                </ol>
            </div>
            {in_focus}
        </section>
    }
}
