//! A field for one number.

use attention_scene::{NumberRefusal, print_exact};
use leptos::{
    ev::{Event, KeyboardEvent},
    prelude::*,
};

use crate::{
    Live,
    address::Address,
    app::use_mixer,
    dom,
    reactive::{self, Text},
    words,
};

/// What takes a typed text, or says why it doesn't.
pub(crate) type Take = Box<dyn Fn(&str) -> Result<f64, NumberRefusal>>;

/// A field for one number, taken on Enter and on leaving. A text that can't be taken stays to be
/// mended, with the reason beside it, while the last good number stays in force; Escape brings
/// that number back.
#[component]
pub(crate) fn Typed(
    /// The number in force.
    value: Live,
    /// The field's name.
    name: Text,
    /// Which number it is for.
    address: Address,
    /// Takes what was typed.
    take: Take,
) -> impl IntoView {
    let mixer = use_mixer();
    let refusal = move || mixer.refusal(address);
    let on_change = move |event: Event| {
        if let Ok(number) = take(&event_target_value(&event)) {
            dom::set_field(&event, &print_exact(number));
        }
    };
    let on_keydown = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            dom::set_field(&event, &print_exact(value.get_untracked()));
            mixer.withdraw(address);
        }
    };
    let reason = reactive::part(move || {
        let reason = |why| {
            view! {
                <span class="reason" id=address.reason_id()>
                    {words::refusal(why)}
                </span>
            }
        };
        refusal().map(reason).into_any()
    });
    let shown = reactive::number(move || value.get());
    let (guest, weights) = (address.of_guest(), address.of_weights());
    view! {
        <input
            type="text"
            inputmode="decimal"
            autocomplete="off"
            spellcheck="false"
            class="typed"
            data-field=""
            data-control=address.control()
            data-source=reactive::attribute(move || mixer.is_source(address))
            data-vector=guest.map(|slot| slot.tensor.letter())
            data-token=guest.map(|slot| slot.row)
            data-component=guest.map(|slot| slot.column)
            data-matrix=weights.map(|slot| slot.tensor.letter())
            data-row=weights.map(|slot| slot.row)
            data-column=weights.map(|slot| slot.column)
            aria-label=name
            aria-invalid=reactive::true_where(move || refusal().is_some())
            aria-describedby=reactive::attribute(move || refusal().map(|_| address.reason_id()))
            value=print_exact(value.get_untracked())
            prop:value=reactive::text(move || print_exact(shown.get()))
            on:change=on_change
            on:keydown=on_keydown
        />
        {reason}
    }
}
