use leptos::prelude::*;

use crate::words;

/// Why the page isn't alive, in words. All stand in the HTML, hidden; the guard script, which
/// works without the module that failed, shows the one that applies.
#[component]
pub(crate) fn Notices() -> impl IntoView {
    view! {
        <noscript>
            <p class="notice">{words::no_script()}</p>
        </noscript>
        <div id="notices" role="alert">
            <p class="notice" data-notice="not-loaded" hidden>
                {words::not_loaded()} " " <Again />
            </p>
            <p class="notice" data-notice="no-webassembly" hidden>
                {words::no_webassembly()}
            </p>
            <p class="notice" data-notice="rest-not-loaded" hidden>
                {words::rest_not_loaded()} " " <Again />
            </p>
            <p class="notice" data-notice="stopped" hidden>
                {words::stopped()} " " <Again />
            </p>
        </div>
    }
}

/// Starts the page again. The address carries the numbers, so they are there afterwards.
#[component]
fn Again() -> impl IntoView {
    view! {
        <button type="button" data-again>
            {words::start_again()}
        </button>
    }
}
