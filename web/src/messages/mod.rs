//! What changed, and what was refused, for eyes and for screen readers.

use leptos::prelude::*;

use crate::{Mixer, app::use_mixer, reactive, words};

/// One place for what changed (`role=status`), and two for what was refused (`role=alert`): what a
/// link says stays until it is dismissed, what fields say until they are mended.
#[component]
pub(crate) fn Messages() -> impl IntoView {
    let mixer = use_mixer();
    view! {
        <p class="status" role="status">
            {reactive::text(move || mixer.status())}
        </p>
        <Alert sentences=Mixer::link_problems dismiss=Mixer::dismiss_link_problems />
        <Alert sentences=Mixer::refused dismiss=Mixer::dismiss_refused />
    }
}

/// Sentences on what was refused, and a button that puts them away.
#[component]
fn Alert(
    /// What there is to say.
    sentences: fn(Mixer) -> Vec<String>,
    /// Puts it away.
    dismiss: fn(Mixer),
) -> impl IntoView {
    let mixer = use_mixer();
    let sentences = Memo::new(move |_| sentences(mixer));
    let refused = reactive::part(move || {
        let sentences = sentences.get();
        if sentences.is_empty() {
            return ().into_any();
        }
        let items = reactive::each(0..sentences.len(), |index| {
            view! { <li>{sentences[index].clone()}</li> }
        });
        view! {
            <div class="refusal">
                <strong>{words::alert_title()}</strong>
                <ul>{items}</ul>
                <button type="button" on:click=move |_| dismiss(mixer)>
                    {words::dismiss()}
                </button>
            </div>
        }
        .into_any()
    });
    view! { <div role="alert">{refused}</div> }
}
