use attention_scene::{Slot, print_exact};
use leptos::prelude::*;

use crate::{
    app::use_mixer,
    reactive,
    typed::{Address, Typed},
    words,
};

/// How far a slider reaches to either side, and how finely.
const LOWEST: &str = "-5";
const HIGHEST: &str = "5";
const STEP: &str = "0.1";

/// A slider and a typed field over one number.
#[component]
pub(crate) fn NumberControl(
    /// The number's address.
    number: Slot,
) -> impl IntoView {
    let mixer = use_mixer();
    let value = mixer.number(number);
    let text = move || print_exact(value.get());
    let label = move || words::slot(&mixer.token(number.token_index), number);
    let letter = number.vector.letter();
    view! {
        <div class="number">
            <span class="component" aria-hidden="true">
                {letter}
                <sub>{number.component_index + 1}</sub>
            </span>
            <input
                type="range"
                min=LOWEST
                max=HIGHEST
                step=STEP
                value=print_exact(value.get_untracked())
                prop:value=reactive::text(text)
                aria-label=reactive::text(label)
                aria-valuetext=reactive::text(text)
                data-vector=letter
                data-token=number.token_index
                data-component=number.component_index
                on:input=move |event| mixer.move_number(number, &event_target_value(&event))
                on:change=move |_| mixer.end_gesture()
            />
            <Typed
                value
                name=reactive::text(move || words::field_name(&label()))
                address=Address::Number(number)
                take=Box::new(move |typed: &str| mixer.type_number(number, typed))
            />
        </div>
    }
}
