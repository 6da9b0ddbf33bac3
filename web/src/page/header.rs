use leptos::prelude::*;

use super::theme::Theme;
use crate::words;

/// The page's name, what it is, and its colours.
#[component]
pub(crate) fn Header() -> impl IntoView {
    view! {
        <header class="masthead">
            <a class="skip" href="#stage">{words::skip_to_stage()}</a>
            <h1>{words::title()}</h1>
            <p>{words::tagline()}</p>
            <Theme />
        </header>
    }
}
