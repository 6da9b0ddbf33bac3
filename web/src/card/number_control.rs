use std::rc::Rc;

use attention_scene::{Slot, Tensor};
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
    let (letter, index) = symbol(number);
    view! {
        <div class="number">
            <span class="component" aria-hidden="true">
                {letter}
                <sub>{index}</sub>
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

/// What stands for a number in formulas: q₁, or w₁,₂.
fn symbol(number: Slot) -> (&'static str, String) {
    let [row, column] = [number.row, number.column].map(|index| index + 1);
    match number.tensor {
        Tensor::Positions => ("p", column.to_string()),
        tensor if tensor.is_per_token() => (tensor.letter(), column.to_string()),
        _ => ("w", format!("{row},{column}")),
    }
}
