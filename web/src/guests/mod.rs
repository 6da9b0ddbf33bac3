//! Who is in the room, as a list to edit: names, seats, comings and goings, and how long
//! everyone's vectors are.

mod carry;
mod dimensions;
mod name_field;
mod row;

use attention_scene::{MOST_CARDS, PagePart};
use leptos::{ev::MouseEvent, prelude::*};

use self::{carry::Carry, dimensions::Dimensions, row::Row};
use crate::{app::use_mixer, dom, panel::Panel, reactive, words};

/// The list of guests, below the room.
#[component]
pub(crate) fn Guests() -> impl IntoView {
    let content = Box::new(|| view! { <GuestList /> }.into_any());
    view! { <Panel part=PagePart::Guests title=words::guest_list() open=false content /> }
}

#[component]
fn GuestList() -> impl IntoView {
    let mixer = use_mixer();
    let count = mixer.token_count();
    let carry = Carry::new();
    let rows = reactive::part(move || {
        let row = |token_index| view! { <Row token_index carry /> };
        reactive::each(0..count.get(), row).into_any()
    });
    let full = move || count.get() >= MOST_CARDS;
    let reason = reactive::text(move || match (full(), count.get()) {
        (true, _) => words::room_full(&MOST_CARDS.to_string()),
        (false, 1) => words::room_needs_a_guest().to_owned(),
        _ => String::new(),
    });
    let add = move |event: MouseEvent| match count.get_untracked() < MOST_CARDS {
        true => {
            mixer.add_guest();
            dom::focus_later(&event, ".guests", "[data-control=add-guest]".to_owned());
        }
        false => mixer.say(words::room_full(&MOST_CARDS.to_string())),
    };
    view! {
        <div class="guests">
            <p>{words::guest_list_note()}</p>
            <ol class="guest-rows" aria-label=words::guests()>
                {rows}
            </ol>
            <p class="guest-adding">
                <button
                    type="button"
                    data-control="add-guest"
                    aria-disabled=reactive::true_where(full)
                    aria-describedby="room-limit"
                    on:click=add
                >
                    {words::add_guest()}
                </button>
                <small id="room-limit">{reason}</small>
            </p>
            <Dimensions />
        </div>
    }
}
