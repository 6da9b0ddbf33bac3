use std::rc::Rc;

use attention_scene::Slot;
use leptos::prelude::*;

use crate::{
    address::Address,
    app::use_mixer,
    reactive,
    slider::{Reach, Slider},
    typed::Typed,
    words,
};

/// A slider and a typed field over one number.
#[component]
pub(crate) fn NumberControl(
    /// The number's address.
    number: Slot,
) -> impl IntoView {
    let mixer = use_mixer();
    let value = mixer.number(number);
    let address = Address::Number(number);
    let label = move || words::slot(&mixer.token(number.row), number);
    let letter = number.tensor.letter();
    view! {
        <div class="number">
            <span class="component" aria-hidden="true">
                {letter}
                <sub>{number.column + 1}</sub>
            </span>
            <Slider
                value
                name=reactive::text(label)
                address
                reach=Reach { min: "-5", max: "5", step: "0.1" }
                drag=Rc::new(move |text: &str| mixer.move_number(number, text))
            />
            <Typed
                value
                name=reactive::text(move || words::field_name(&label()))
                address
                take=Box::new(move |typed: &str| mixer.type_number(number, typed))
            />
        </div>
    }
}
