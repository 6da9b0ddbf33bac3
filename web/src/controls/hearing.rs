use attention_scene::Hearing;
use leptos::prelude::*;

use crate::{app::use_mixer, reactive, words};

/// The names of the masks in the contract, in the order of the list.
const EVERYONE: &str = "none";
const CAUSAL: &str = "causal";
const CELLS: &str = "cells";

/// Who may listen to whom: everyone to everyone, no looking ahead, or cell by cell in the table.
#[component]
pub(crate) fn HearingChoice() -> impl IntoView {
    let mixer = use_mixer();
    let chosen = move || match mixer.hearing() {
        Hearing::Everyone => EVERYONE,
        Hearing::Causal => CAUSAL,
        Hearing::Cells(_) => CELLS,
    };
    let choose = move |event| {
        let hearing = match event_target_value(&event).as_str() {
            EVERYONE => Hearing::Everyone,
            CAUSAL => Hearing::Causal,
            _ => Hearing::Cells(mixer.hearing().cells(mixer.token_count().get_untracked())),
        };
        mixer.set_hearing(hearing);
    };
    let option = |(value, label): (&'static str, &'static str)| {
        let selected = reactive::flag(move || chosen() == value);
        view! { <option value=value prop:selected=selected>{label}</option> }.into_any()
    };
    let options = [
        (EVERYONE, words::mask_none()),
        (CAUSAL, words::mask_causal()),
        (CELLS, words::mask_cells()),
    ];
    let options: Vec<AnyView> = options.into_iter().map(option).collect();
    view! {
        <label class="choice">
            {words::mask()} <select data-control="mask" on:change=choose>
                {options}
            </select>
        </label>
    }
}
