use attention_scene::print_exact;
use leptos::prelude::*;

use crate::{
    app::use_mixer,
    reactive,
    typed::{Address, Typed},
    words,
};

/// The temperature's slider and field.
#[component]
pub(crate) fn Temperature() -> impl IntoView {
    let mixer = use_mixer();
    let value = mixer.temperature();
    let text = move || print_exact(value.get());
    view! {
        <div class="temperature">
            <span class="label" aria-hidden="true">{words::temperature()}</span>
            <input
                type="range"
                min="0.1"
                max="5"
                step="0.01"
                value=print_exact(value.get_untracked())
                prop:value=reactive::text(text)
                aria-label=words::temperature()
                aria-valuetext=reactive::text(text)
                aria-describedby="temperature-note"
                data-control="temperature"
                on:input=move |event| mixer.move_temperature(&event_target_value(&event))
                on:change=move |_| mixer.end_gesture()
            />
            <Typed
                value
                name=reactive::text(|| words::temperature_field().to_owned())
                address=Address::Control("temperature")
                take=Box::new(move |typed: &str| mixer.type_temperature(typed))
            />
            <small id="temperature-note">{words::temperature_note()}</small>
        </div>
    }
}
