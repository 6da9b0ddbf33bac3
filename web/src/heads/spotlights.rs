use leptos::prelude::*;

use crate::{app::use_mixer, reactive, words};

/// Which head is looked at, and how each one's lines look.
#[component]
pub(crate) fn Spotlights() -> impl IntoView {
    let heads = use_mixer().head_count();
    let choices = reactive::part(move || {
        // All of them together, then each.
        reactive::each(0..=heads.get(), |place| view! { <Spotlight place /> }).into_any()
    });
    view! {
        <fieldset class="spotlights">
            <legend>{words::head()}</legend>
            {choices}
        </fieldset>
    }
}

/// One of the choices: all heads together at 0, else one of them, counted from 1.
#[component]
fn Spotlight(place: usize) -> impl IntoView {
    let mixer = use_mixer();
    let looked_at = mixer.head_looked_at();
    let head = place.checked_sub(1);
    let value = head.map_or_else(|| "all".to_owned(), |head| head.to_string());
    let label = match head {
        None => words::heads_together().to_owned(),
        Some(_) => words::head_number(&place.to_string()),
    };
    let sample = head.map(|head| {
        view! {
            <svg class="sample" viewBox="0 0 56 12" aria-hidden="true">
                <path class=super::styled("", Some(head)) d="M4 6H52" />
            </svg>
        }
    });
    view! {
        <label class="switch">
            <input
                type="radio"
                name="head"
                data-control="head"
                value=value
                prop:checked=reactive::flag(move || looked_at.get() == place)
                on:change=move |_| mixer.show_head(head)
            />
            {label}
            {sample}
        </label>
    }
}
