use leptos::prelude::*;

use crate::words;

/// The page's name, what it is, and its colours.
#[component]
pub(crate) fn Header() -> impl IntoView {
    view! {
        <header class="masthead">
            <a class="skip" href="#stage">{words::skip_to_stage()}</a>
            <h1>{words::title()}</h1>
            <p>{words::tagline()}</p>
            <label class="theme">
                <span>{words::theme()}</span>
                <select data-control="theme" autocomplete="off">
                    <option value="auto">{words::theme_auto()}</option>
                    <option value="light">{words::theme_light()}</option>
                    <option value="dark">{words::theme_dark()}</option>
                </select>
            </label>
        </header>
    }
}
