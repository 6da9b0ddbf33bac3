use attention_scene::NameRefusal;
use leptos::{
    ev::{Event, KeyboardEvent},
    prelude::*,
};

use crate::{app::use_mixer, dom, reactive, words};

/// A guest's name, taken on Enter and on leaving. One that can't be taken stays to be mended, with
/// the reason under it, while the last good name stays in force; Escape brings that name back.
#[component]
pub(super) fn NameField(
    /// Whose name.
    token_index: usize,
) -> impl IntoView {
    let mixer = use_mixer();
    let name = move || mixer.token(token_index);
    // A refusal stands as long as the name it left in force does.
    let refused = RwSignal::new(None::<(String, NameRefusal)>);
    let refusal = move || {
        let (kept, why) = refused.get()?;
        (kept == name()).then_some(why)
    };
    let on_change = move |event: Event| {
        let before = untrack(name);
        match mixer.rename(token_index, &event_target_value(&event)) {
            Ok(taken) => {
                dom::set_field(&event, &taken);
                refused.set(None);
            }
            Err(why) => refused.set(Some((before, why))),
        }
    };
    let on_keydown = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            dom::set_field(&event, &untrack(name));
            refused.set(None);
            mixer.withdraw_name();
        }
    };
    let reason_id = format!("why-name-{token_index}");
    let described = reason_id.clone();
    let reason = reactive::part(move || {
        let reason = |why| {
            view! {
                <span class="reason" id=reason_id.clone()>
                    {words::name_refusal(why)}
                </span>
            }
        };
        refusal().map(reason).into_any()
    });
    view! {
        <span class="guest-name">
            <input
                type="text"
                autocomplete="off"
                spellcheck="false"
                dir="auto"
                class="typed"
                data-control="name"
                data-token=token_index
                aria-label=words::guest_name(&(token_index + 1).to_string())
                aria-invalid=reactive::true_where(move || refusal().is_some())
                aria-describedby=reactive::attribute(move || refusal().map(|_| described.clone()))
                value=untrack(name)
                prop:value=reactive::text(name)
                on:change=on_change
                on:keydown=on_keydown
            />
            {reason}
        </span>
    }
}
