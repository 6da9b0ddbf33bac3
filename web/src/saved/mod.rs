//! The offer to go on with work that was saved earlier.

use leptos::prelude::*;

use crate::{app::use_mixer, reactive, words};

/// Offered, never put in the place of what the address opens.
#[component]
pub(crate) fn Saved() -> impl IntoView {
    let mixer = use_mixer();
    reactive::part_while(mixer.has_saved(), move || {
        view! {
            <section class="offer" aria-label=words::saved_title()>
                <p>{words::saved_offer()}</p>
                <button type="button" data-control="continue" on:click=move |_| mixer.continue_saved()>
                    {words::saved_continue()}
                </button>
                <button type="button" data-control="discard" on:click=move |_| mixer.discard_saved()>
                    {words::saved_discard()}
                </button>
            </section>
        }
        .into_any()
    })
}
