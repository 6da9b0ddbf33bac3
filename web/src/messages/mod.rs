//! What changed, and what was refused, for eyes and for screen readers.

use leptos::prelude::*;

use crate::{app::use_mixer, words};

/// One place for what changed (`role=status`) and one for what was refused (`role=alert`).
#[component]
pub(crate) fn Messages() -> impl IntoView {
    let mixer = use_mixer();
    let sentences = move || {
        let item = |sentence| view! { <li>{sentence}</li> };
        mixer.alerts().into_iter().map(item).collect_view()
    };
    let refused = move || {
        (!mixer.alerts().is_empty()).then(|| {
            view! {
                <div class="refusal">
                    <strong>{words::alert_title()}</strong>
                    <ul>{sentences}</ul>
                    <button type="button" on:click=move |_| mixer.dismiss_alerts()>
                        {words::dismiss()}
                    </button>
                </div>
            }
        })
    };
    view! {
        <p class="status" role="status">
            {move || mixer.status()}
        </p>
        <div role="alert">{refused}</div>
    }
}
