use leptos::prelude::*;

use crate::{dom, words};

/// Light, dark, or as the system has it.
#[component]
pub(crate) fn Theme() -> impl IntoView {
    view! {
        <label class="theme">
            <span>{words::theme()}</span>
            <select
                data-control="theme"
                on:change=move |event| dom::set_theme(&event_target_value(&event))
            >
                <option value="auto">{words::theme_auto()}</option>
                <option value="light">{words::theme_light()}</option>
                <option value="dark">{words::theme_dark()}</option>
            </select>
        </label>
    }
}
