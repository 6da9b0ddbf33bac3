use leptos::{
    ev::{MouseEvent, PointerEvent},
    prelude::*,
};

use super::{carry::Carry, name_field::NameField};
use crate::{app::use_mixer, dom, reactive, words};

/// One guest: a grip to carry it by, its name, and what else may be done with it.
#[component]
pub(super) fn Row(
    /// Whose row.
    token_index: usize,
    /// Who is being carried.
    carry: Carry,
) -> impl IntoView {
    let mixer = use_mixer();
    let count = mixer.token_count();
    let move_to = move |event: &MouseEvent, control: &str, to: usize| {
        mixer.move_guest(token_index, to);
        focus_on(event, control, to);
    };
    let earlier = move |event: MouseEvent| {
        if token_index > 0 {
            move_to(&event, "earlier", token_index - 1);
        }
    };
    let later = move |event: MouseEvent| {
        if token_index + 1 < count.get_untracked() {
            move_to(&event, "later", token_index + 1);
        }
    };
    let remove = move |event: MouseEvent| match count.get_untracked() {
        1 => mixer.say(words::room_needs_a_guest().to_owned()),
        count => {
            mixer.remove_guest(token_index);
            focus_on(&event, "remove-guest", token_index.min(count - 2));
        }
    };
    let is_last = move || token_index + 1 >= count.get();
    view! {
        <li
            class=reactive::text(move || carry.part_of(token_index).to_owned())
            aria-current=reactive::true_where(move || mixer.focus() == token_index)
        >
            <span
                class="grip"
                data-control="grip"
                data-token=token_index
                title=words::grip()
                aria-hidden="true"
                on:pointerdown=move |event: PointerEvent| carry.begin(&event, token_index)
                on:pointermove=move |event: PointerEvent| carry.go_on(&event)
                on:pointerup=move |_| carry.end(mixer)
                on:pointercancel=move |_| carry.give_up()
            ></span>
            <NameField token_index />
            <button
                type="button"
                data-control="earlier"
                data-token=token_index
                aria-label=reactive::text(move || words::move_earlier(&mixer.token(token_index)))
                aria-disabled=(token_index == 0).then_some("true")
                on:click=earlier
            >
                "↑"
            </button>
            <button
                type="button"
                data-control="later"
                data-token=token_index
                aria-label=reactive::text(move || words::move_later(&mixer.token(token_index)))
                aria-disabled=reactive::true_where(is_last)
                on:click=later
            >
                "↓"
            </button>
            <button
                type="button"
                data-control="remove-guest"
                data-token=token_index
                aria-label=reactive::text(move || words::remove_guest(&mixer.token(token_index)))
                aria-disabled=reactive::true_where(move || count.get() == 1)
                aria-describedby="room-limit"
                on:click=remove
            >
                "✕"
            </button>
        </li>
    }
}

/// Puts the focus on a guest's button, once the list is as it will be.
fn focus_on(event: &MouseEvent, control: &str, token_index: usize) {
    let button = format!("[data-control={control}][data-token='{token_index}']");
    dom::focus_later(event, ".guests", button);
}
