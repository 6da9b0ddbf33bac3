//! The three steps of the guest in focus, with its numbers filled in.

mod compare;
mod mix;
mod soften;

use leptos::prelude::*;

use self::{compare::Compare, mix::Mix, soften::Soften};
pub(crate) use self::{
    compare::{bracketed, divisors},
    mix::{share, vector},
    soften::{four_places, six_places},
};
use crate::{app::use_mixer, part::Item, reactive, words};

/// Compare, soften, mix: how the guest in focus comes to its output.
#[component]
pub(crate) fn Steps() -> impl IntoView {
    let few = use_mixer().is_few();
    reactive::part_while(few, || view! { <OfFocus /> }.into_any())
}

/// The steps, where there are few enough guests to read them all.
#[component]
fn OfFocus() -> impl IntoView {
    let mixer = use_mixer();
    let focus = reactive::count(move || mixer.focus());
    let head = reactive::count(move || mixer.head());
    let title = reactive::text(move || {
        let query = mixer.token(focus.get());
        match mixer.head_count().get() {
            1 => words::steps(&query),
            _ => words::steps_of_head(&(head.get() + 1).to_string(), &query),
        }
    });
    let count = mixer.token_count();
    let steps = reactive::part(move || {
        let (head_index, query_index, count) = (head.get(), focus.get(), count.get());
        view! {
            <Item class="step compare">
                <Compare head_index query_index count />
            </Item>
            <Item class="step soften">
                <Soften head_index query_index count />
            </Item>
            <Item class="step mix">
                <Mix head_index query_index count />
            </Item>
        }
        .into_any()
    });
    view! {
        <section class="steps" aria-labelledby="steps-title">
            <h2 id="steps-title">{title}</h2>
            <ol>{steps}</ol>
        </section>
    }
}
