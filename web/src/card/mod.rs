//! A guest's name badge.

mod landing;
mod number_control;

use attention_scene::{Slot, Vector};
use leptos::prelude::*;

use self::{landing::Landing, number_control::NumberControl};
use crate::{app::use_mixer, reactive, words};

/// One guest: who it is, how much attention it gets, and the numbers of its three vectors.
#[component]
pub(crate) fn Card(
    /// Which token.
    token_index: usize,
) -> impl IntoView {
    let mixer = use_mixer();
    let name = move || mixer.token(token_index);
    let in_focus = move || mixer.focus() == token_index;
    let label = move || match in_focus() {
        true => words::guest_asking().to_owned(),
        false => words::guest_ask(&name()),
    };
    let vectors = reactive::each(0..3, |index| {
        let vector = Vector::ALL[index];
        view! { <VectorControls token_index vector /> }
    });
    view! {
        <li class="seat">
            <Landing key_index=token_index />
            <div
                class="badge"
                role="group"
                aria-label=reactive::text(name)
                data-card=token_index
                aria-current=reactive::true_where(in_focus)
            >
                <button
                    type="button"
                    class="name"
                    aria-pressed=reactive::text(move || in_focus().to_string())
                    on:click=move |_| mixer.ask(token_index)
                >
                    <span class="name-text" dir="auto">
                        {reactive::text(name)}
                    </span>
                    <span class="name-role">{reactive::text(label)}</span>
                </button>
                {vectors}
            </div>
        </li>
    }
}

/// The numbers of one of a guest's vectors.
#[component]
fn VectorControls(token_index: usize, vector: Vector) -> impl IntoView {
    let dimension = use_mixer().dimension(vector);
    let numbers = reactive::part(move || {
        let number = |component_index| Slot {
            vector,
            token_index,
            component_index,
        };
        let control = |index| view! { <NumberControl number=number(index) /> };
        reactive::each(0..dimension.get(), control).into_any()
    });
    view! {
        <fieldset class=format!("vector {}", vector.letter())>
            <legend>
                <abbr title=words::vector(vector)>{vector.letter().to_ascii_uppercase()}</abbr>
                {words::vector_role(vector)}
            </legend>
            {numbers}
        </fieldset>
    }
}
