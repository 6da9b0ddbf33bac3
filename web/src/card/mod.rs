//! A guest's name badge.

mod landing;
mod number_control;

use attention_scene::{Experiment, Slot, Vector};
use leptos::prelude::*;

use self::{landing::Landing, number_control::NumberControl};
use crate::{app::use_mixer, words};

/// One guest: who it is, how much attention it gets, and the numbers of its three vectors.
#[component]
pub(crate) fn Card(
    /// Which token.
    token_index: usize,
) -> impl IntoView {
    let mixer = use_mixer();
    let name = Memo::new(move |_| mixer.token(token_index));
    let in_focus = Memo::new(move |_| mixer.selection().focus == token_index);
    let label = move || {
        if in_focus.get() {
            words::guest_asking().to_owned()
        } else {
            words::guest_ask(&name.get())
        }
    };
    view! {
        <li class="seat">
            <Landing key_index=token_index />
            <div
                class="badge"
                role="group"
                aria-label=move || name.get()
                data-card=token_index
                aria-current=move || in_focus.get().then_some("true")
            >
                <button
                    type="button"
                    class="name"
                    aria-pressed=move || in_focus.get().to_string()
                    on:click=move |_| mixer.focus(token_index)
                >
                    <span class="name-text" dir="auto">{move || name.get()}</span>
                    <span class="name-role">{label}</span>
                </button>
                {Vector::ALL.map(|vector| view! { <VectorControls token_index vector name /> })}
            </div>
        </li>
    }
}

/// The numbers of one of a guest's vectors.
#[component]
fn VectorControls(token_index: usize, vector: Vector, name: Memo<String>) -> impl IntoView {
    let mixer = use_mixer();
    let dimension = Memo::new(move |_| {
        mixer
            .experiment()
            .with(|room: &Experiment| room.dimension(vector))
    });
    let controls = move || {
        let number = move |component_index| Slot {
            vector,
            token_index,
            component_index,
        };
        (0..dimension.get())
            .map(|component_index| view! { <NumberControl number=number(component_index) name /> })
            .collect_view()
    };
    view! {
        <fieldset class=format!("vector {}", vector.letter())>
            <legend>
                <abbr title=words::vector(vector)>{vector.letter().to_uppercase()}</abbr>
                {words::vector_role(vector)}
            </legend>
            {controls}
        </fieldset>
    }
}
