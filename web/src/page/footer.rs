use leptos::prelude::*;

use crate::words;

/// What the vectors are, and where the story is told.
#[component]
pub(crate) fn Footer() -> impl IntoView {
    view! {
        <footer class="colophon">
            <p>
                {words::toy_vectors()} " "
                <a href=words::post_address() rel="noopener">{words::post_link()}</a>
            </p>
        </footer>
    }
}
