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
    // It speaks of guests by their names: where others came in by a link, there is nothing to say.
    let notice = move || {
        let preset = mixer.preset();
        match mixer.tokens().with(|names| preset.names() == &**names) {
            true => words::preset_notice(preset).to_owned(),
            false => String::new(),
        }
    };
    view! {
        <section class="presets" aria-label=words::presets()>
            <label class="choice">
                {words::presets()} <select data-control="preset" on:change=enter>
                    {options}
                </select>
            </label>
            <p>{reactive::text(notice)}</p>
        </section>
    }
}
