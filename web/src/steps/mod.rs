//! The three steps of the guest in focus, with its numbers filled in.

mod compare;
mod mix;
mod soften;

use leptos::prelude::*;

use self::{compare::Compare, mix::Mix, soften::Soften};
use crate::{app::use_mixer, words};

/// Compare, soften, mix: how the guest in focus comes to its output.
#[component]
pub(crate) fn Steps() -> impl IntoView {
    let mixer = use_mixer();
    let focus = Memo::new(move |_| mixer.selection().focus);
    let title = move || words::steps(&mixer.token(focus.get()));
    let steps = move || {
        let query_index = focus.get();
        view! {
            <Compare query_index />
            <Soften query_index />
            <Mix query_index />
        }
    };
    view! {
        <section class="steps" aria-labelledby="steps-title">
            <h2 id="steps-title">{title}</h2>
            <ol>{steps}</ol>
        </section>
    }
}
