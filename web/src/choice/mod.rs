//! A list to choose from.

use leptos::prelude::*;

use crate::reactive::{self, Text};

/// One of a list: its value in the contract, and what it says.
pub(crate) type Item = (String, Text);

/// A list under its name, of which one is chosen.
#[component]
pub(crate) fn Choice(
    /// Its name in the contract.
    name: &'static str,
    /// What it says.
    label: &'static str,
    /// What there is to choose from.
    items: Vec<Item>,
    /// The place in the list of what is chosen.
    chosen: Memo<usize>,
    /// Takes the place in the list of what somebody chooses.
    choose: Box<dyn Fn(usize)>,
) -> impl IntoView {
    let values: Vec<String> = items.iter().map(|(value, _)| value.clone()).collect();
    let option = |(index, (value, text)): (usize, Item)| {
        let selected = reactive::flag(move || chosen.get() == index);
        view! {
            <option value=value prop:selected=selected>
                {text}
            </option>
        }
        .into_any()
    };
    let options: Vec<AnyView> = items.into_iter().enumerate().map(option).collect();
    let on_change = move |event| {
        let value = event_target_value(&event);
        if let Some(index) = values.iter().position(|one| *one == value) {
            choose(index);
        }
    };
    view! {
        <label class="choice">
            {label} <select data-control=name on:change=on_change>
                {options}
            </select>
        </label>
    }
}

/// What doesn't change.
pub(crate) fn fixed(value: &str, text: &'static str) -> Item {
    (value.to_owned(), reactive::text(move || text.to_owned()))
}
