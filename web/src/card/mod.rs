//! A guest's name badge.

mod landing;
mod made;
mod number_control;

use attention_scene::{PagePart, Slot, Tensor};
use leptos::prelude::*;

pub(crate) use self::number_control::NumberControl;
use self::{landing::Landing, made::Made};
use crate::{app::use_mixer, part::Item, reactive, words};

/// What of a guest's may be edited, as far as it is in use.
const GUESTS_OWN: [Tensor; 5] = [
    Tensor::Queries,
    Tensor::Keys,
    Tensor::Values,
    Tensor::Embeddings,
    Tensor::Positions,
];

/// One guest's seat. Out of sight, as most are where there are many, it sleeps.
#[component]
pub(crate) fn Seat(
    /// Which token.
    token_index: usize,
) -> impl IntoView {
    view! {
        <Item class="seat">
            <Landing key_index=token_index />
            <Card token_index />
        </Item>
    }
}

/// One guest: who it is, how much attention it gets, and the numbers of its three vectors.
#[component]
fn Card(token_index: usize) -> impl IntoView {
    let mixer = use_mixer();
    let name = move || mixer.token(token_index);
    let in_focus = move || mixer.focus() == token_index;
    let label = move || match in_focus() {
        true => words::guest_asking().to_owned(),
        false => words::guest_ask(&name()),
    };
    let large = mixer.is_large();
    let small = reactive::count(move || 1 - large.get());
    let vectors = reactive::part_while(small, move || vectors(token_index));
    let silent = reactive::part_while(mixer.silent(token_index), move || {
        let sentence = reactive::text(move || words::silent(&name()));
        view! { <p class="silent">{sentence}</p> }.into_any()
    });
    view! {
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
            {silent} {vectors}
        </div>
    }
}

/// The vectors of the guest in focus, where there is no room for everyone's.
#[component]
pub(crate) fn FocusVectors() -> impl IntoView {
    let mixer = use_mixer();
    let focus = reactive::count(move || mixer.focus());
    let of_focus = reactive::part(move || vectors(focus.get()));
    let name = move || words::vectors_of(&mixer.token(focus.get()));
    view! {
        <div class="badge focus-vectors" role="group" aria-labelledby="focus-vectors">
            <h3 id="focus-vectors">{reactive::text(name)}</h3>
            {of_focus}
        </div>
    }
}

fn vectors(token_index: usize) -> AnyView {
    let own = reactive::each(0..GUESTS_OWN.len(), |index| {
        view! { <VectorControls token_index tensor=GUESTS_OWN[index] /> }
    });
    view! {
        {own}
        <Made token_index />
    }
    .into_any()
}

/// The numbers of one of a guest's vectors, where they may be edited.
#[component]
fn VectorControls(token_index: usize, tensor: Tensor) -> impl IntoView {
    let mixer = use_mixer();
    let columns = mixer.columns(tensor);
    let part = PagePart::of(tensor);
    reactive::part_while(columns, move || {
        let number = |column| Slot {
            tensor,
            row: token_index,
            column,
        };
        let control = |column| view! { <NumberControl number=number(column) /> };
        let numbers = reactive::each(0..columns.get(), control);
        view! {
            <fieldset
                class=format!("vector {}", tensor.letter())
                prop:hidden=reactive::flag(move || mixer.hides(part))
                prop:disabled=reactive::flag(move || mixer.locks(part))
                data-source=reactive::attribute(move || mixer.is_source_vector(tensor, token_index))
            >
                <legend>
                    <abbr title=words::tensor(tensor)>{words::tensor_letter(tensor)}</abbr>
                    {words::tensor_role(tensor)}
                </legend>
                {numbers}
            </fieldset>
        }
        .into_any()
    })
}
