//! The rooms that come with the product, to step into.

use attention_scene::Preset;
use leptos::prelude::*;

use crate::{app::use_mixer, reactive, words};

/// A list of rooms, and what to notice in the one the learner is in.
#[component]
pub(crate) fn Presets() -> impl IntoView {
    let mixer = use_mixer();
    let option = |preset: Preset| {
        let chosen = reactive::flag(move || mixer.preset() == preset);
        view! {
            <option value=preset.name() prop:selected=chosen>
                {words::preset_name(preset)}
            </option>
        }
        .into_any()
    };
    let options: Vec<AnyView> = Preset::ALL.into_iter().map(option).collect();
    let enter = move |event| {
        if let Some(preset) = Preset::named(&event_target_value(&event)) {
            mixer.enter(preset);
        }
    };
    view! {
        <section class="presets" aria-label=words::presets()>
            <label class="choice">
                {words::presets()} <select data-control="preset" on:change=enter>
                    {options}
                </select>
            </label>
            <p>{reactive::text(move || words::preset_notice(mixer.preset()).to_owned())}</p>
        </section>
    }
}
