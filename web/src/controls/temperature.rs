use std::rc::Rc;

use leptos::prelude::*;

use crate::{
    address::Address,
    app::use_mixer,
    reactive,
    slider::{Reach, Slider},
    typed::Typed,
    words,
};

/// The temperature's slider and field.
#[component]
pub(crate) fn Temperature() -> impl IntoView {
    let mixer = use_mixer();
    let value = mixer.temperature();
    view! {
        <div class="temperature">
            <span class="label" aria-hidden="true">{words::temperature()}</span>
            <Slider
                value
                name=reactive::text(|| words::temperature().to_owned())
                address=Address::Control("temperature")
                reach=Reach { min: "0.1", max: "5", step: "0.01" }
                drag=Rc::new(move |text: &str| mixer.move_temperature(text))
            />
            <Typed
                value
                name=reactive::text(|| words::temperature_field().to_owned())
                address=Address::Control("temperature")
                take=Box::new(move |typed: &str| mixer.type_temperature(typed))
            />
            <small>{words::temperature_note()}</small>
        </div>
    }
}
