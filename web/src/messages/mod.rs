//! What changed, and what was refused, for eyes and for screen readers.

use leptos::prelude::*;

use crate::{app::use_mixer, reactive, words};

/// One place for what changed (`role=status`) and one for what was refused (`role=alert`).
#[component]
pub(crate) fn Messages() -> impl IntoView {
    let mixer = use_mixer();
    let refused = reactive::part(move || {
        let alerts = mixer.alerts();
        if alerts.is_empty() {
            return ().into_any();
        }
        let sentences = reactive::each(0..alerts.len(), |index| {
            view! { <li>{alerts[index].clone()}</li> }
        });
        view! {
            <div class="refusal">
                <strong>{words::alert_title()}</strong>
                <ul>{sentences}</ul>
                <button type="button" on:click=move |_| mixer.dismiss_alerts()>
                    {words::dismiss()}
                </button>
            </div>
        }
        .into_any()
    });
    view! {
        <p class="status" role="status">
            {reactive::text(move || mixer.status())}
        </p>
        <div role="alert">{refused}</div>
    }
}
