use attention_scene::{Experiment, print_exact};
use leptos::prelude::*;

use crate::{
    app::use_mixer,
    typed::{Address, Typed},
    words,
};

/// The temperature's slider and field.
#[component]
pub(crate) fn Temperature() -> impl IntoView {
    let mixer = use_mixer();
    let text = Memo::new(move |_| print_exact(mixer.experiment().with(Experiment::temperature)));
    view! {
        <div class="temperature">
            <span class="label" aria-hidden="true">{words::temperature()}</span>
            <input
                type="range"
                min="0.1"
                max="5"
                step="0.01"
                value=text.get_untracked()
                prop:value=move || text.get()
                aria-label=words::temperature()
                aria-valuetext=move || text.get()
                aria-describedby="temperature-note"
                data-control="temperature"
                on:input=move |event| mixer.move_temperature(&event_target_value(&event))
                on:change=move |_| mixer.end_gesture()
            />
            <Typed
                text
                name=words::temperature_field().to_owned()
                address=Address::Control("temperature")
                take=move |typed: &str| mixer.type_temperature(typed)
            />
            <small id="temperature-note">{words::temperature_note()}</small>
        </div>
    }
}
