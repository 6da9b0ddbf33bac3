use attention_scene::{Slot, print_exact};
use leptos::prelude::*;

use crate::{
    app::use_mixer,
    typed::{Address, Typed},
    words,
};

/// How far a slider reaches to either side, and how finely.
const REACH: &str = "5";
const STEP: &str = "0.1";

/// A slider and a typed field over one number.
#[component]
pub(crate) fn NumberControl(
    /// The number's address.
    number: Slot,
    /// Its guest's name.
    name: Memo<String>,
) -> impl IntoView {
    let mixer = use_mixer();
    let text = Memo::new(move |_| print_exact(mixer.number(number)));
    let initial = text.get_untracked();
    let label = move || words::slot(&name.get(), number);
    let (vector, token, component) = (
        number.vector.letter(),
        number.token_index,
        number.component_index,
    );
    view! {
        <div class="number">
            <span class="component" aria-hidden="true">
                {vector} <sub>{component + 1}</sub>
            </span>
            <input
                type="range"
                min=format!("-{REACH}")
                max=REACH
                step=STEP
                value=initial.clone()
                prop:value=move || text.get()
                aria-label=label
                aria-valuetext=move || text.get()
                data-vector=vector
                data-token=token
                data-component=component
                on:input=move |event| mixer.move_number(number, &event_target_value(&event))
                on:change=move |_| mixer.end_gesture()
            />
            <Typed
                text
                name=Signal::derive(move || words::field_name(&label()))
                address=Address::Number(number)
                take=move |typed: &str| mixer.type_number(number, typed)
            />
        </div>
    }
}
