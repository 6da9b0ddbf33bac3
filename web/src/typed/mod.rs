//! A field for one number.

use attention_scene::{NumberRefusal, Slot, print_exact};
use leptos::{
    ev::{Event, KeyboardEvent},
    prelude::*,
};

use crate::{dom, words};

/// Which number a field is for, as its attributes tell other programs.
#[derive(Clone, Copy)]
pub(crate) enum Address {
    /// A component of a vector.
    Number(Slot),
    /// A control, by its name.
    Control(&'static str),
}

impl Address {
    fn slot(self) -> Option<Slot> {
        match self {
            Self::Number(slot) => Some(slot),
            Self::Control(_) => None,
        }
    }

    fn control(self) -> Option<&'static str> {
        match self {
            Self::Number(_) => None,
            Self::Control(name) => Some(name),
        }
    }

    /// The id of the sentence that says why a text was refused.
    fn reason_id(self) -> String {
        match self {
            Self::Number(Slot {
                vector,
                token_index,
                component_index,
            }) => {
                format!("why-{}-{token_index}-{component_index}", vector.letter())
            }
            Self::Control(name) => format!("why-{name}"),
        }
    }
}

/// A field for one number, taken on Enter and on leaving. A text that can't be taken stays to be
/// mended, with the reason beside it, while the last good number stays in force; Escape brings
/// that number back.
#[component]
pub(crate) fn Typed<Take>(
    /// The number in force, as text.
    text: Memo<String>,
    /// The field's name.
    #[prop(into)]
    name: Signal<String>,
    /// Which number it is for.
    address: Address,
    /// Takes what was typed.
    take: Take,
) -> impl IntoView
where
    Take: Fn(&str) -> Result<f64, NumberRefusal> + Copy + 'static,
{
    // A refusal stands as long as the number it left in force does.
    let refused = RwSignal::new(None::<(String, NumberRefusal)>);
    let refusal = Memo::new(move |_| {
        let (kept, why) = refused.get()?;
        (kept == text.get()).then_some(why)
    });
    let on_change = move |event: Event| {
        let taken = take(&event_target_value(&event));
        if let Ok(number) = taken {
            dom::set_field(&event, &print_exact(number));
        }
        refused.set(taken.err().map(|why| (text.get_untracked(), why)));
    };
    let on_keydown = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            dom::set_field(&event, &text.get_untracked());
            refused.set(None);
        }
    };
    let is_refused = move || refusal.get().is_some();
    let reason = move || {
        let why = refusal.get()?;
        Some(view! { <span class="reason" id=address.reason_id()>{words::refusal(why)}</span> })
    };
    let slot = address.slot();
    view! {
        <input
            type="text"
            inputmode="decimal"
            autocomplete="off"
            spellcheck="false"
            class="typed"
            data-field=""
            data-control=address.control()
            data-vector=slot.map(|slot| slot.vector.letter())
            data-token=slot.map(|slot| slot.token_index)
            data-component=slot.map(|slot| slot.component_index)
            aria-label=move || name.get()
            aria-invalid=move || is_refused().then_some("true")
            aria-describedby=move || is_refused().then(|| address.reason_id())
            value=text.get_untracked()
            prop:value=move || text.get()
            on:change=on_change
            on:keydown=on_keydown
        />
        {reason}
    }
}
