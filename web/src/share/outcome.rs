use leptos::{ev::MouseEvent, prelude::*};

use crate::{app::use_mixer, dom, reactive, words};

/// A text to take along, and the button that copies it.
#[component]
pub(super) fn Outcome(
    /// Its name in the contract.
    name: &'static str,
    /// What it is.
    label: &'static str,
    /// What it says.
    text: Memo<String>,
) -> impl IntoView {
    let mixer = use_mixer();
    let copy = move |event: MouseEvent| {
        dom::copy(
            &event,
            text.get_untracked(),
            Box::new(move |copied| {
                let sentence = match copied {
                    true => words::copied(),
                    false => words::not_copied(),
                };
                mixer.say(sentence.to_owned());
            }),
        );
    };
    view! {
        <div class="outcome-row">
            <label>
                {label}
                <textarea readonly dir="ltr" rows="3" spellcheck="false" data-control=name prop:value=reactive::text(move || text.get())></textarea>
            </label>
            <button type="button" aria-label=words::copy_what(label) on:click=copy>
                {words::copy()}
            </button>
        </div>
    }
}
