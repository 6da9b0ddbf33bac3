use attention_scene::{Experiment, SeatChange};
use leptos::prelude::*;

use super::change::{Change, sentence};
use crate::{
    app::use_mixer,
    choice::{Choice, Item},
    reactive, words,
};

/// Two guests who have changed seats, and the room since: as long as it stands, so does what is
/// said about it.
#[derive(Clone)]
pub(super) struct Swapped {
    room: Experiment,
    /// By the seats before.
    pub(super) names: Vec<String>,
    pub(super) seats: [usize; 2],
    pub(super) change: SeatChange,
}

/// Lets two guests change seats, and says whether that changed what anybody becomes.
#[component]
pub(crate) fn Swap() -> impl IntoView {
    let mixer = use_mixer();
    let count = mixer.token_count();
    let chosen = [0, usize::MAX].map(RwSignal::new);
    let seats =
        chosen.map(|seat| reactive::count(move || seat.get().min(count.get().saturating_sub(1))));
    let is_one = reactive::count(move || usize::from(seats[0].get() == seats[1].get()));
    let swapped = RwSignal::new(None::<Swapped>);
    let swap = move |_| {
        let [one, other] = seats.map(|seat| seat.get_untracked());
        if one == other {
            mixer.say(words::swap_choose().to_owned());
            return;
        }
        let names = mixer.tokens().get_untracked().to_vec();
        let change = mixer.swap_guests(one, other);
        let swap = Swapped {
            room: mixer.experiment().get_untracked(),
            names,
            seats: [one, other],
            change,
        };
        mixer.say(sentence(&swap));
        swapped.set(Some(swap));
    };
    let list = move |which: usize, name: &'static str, label: &'static str| {
        reactive::part(move || {
            let item = |seat: usize| -> Item {
                (seat.to_string(), reactive::text(move || mixer.token(seat)))
            };
            view! {
                <Choice
                    name
                    label
                    items=(0..count.get()).map(item).collect()
                    chosen=seats[which]
                    choose=Box::new(move |seat| chosen[which].set(seat))
                />
            }
            .into_any()
        })
    };
    let stands = reactive::count(move || {
        let room = mixer.experiment();
        let is_there = |swapped: &Option<Swapped>| match swapped {
            Some(swapped) => room.with(|room| *room == swapped.room),
            None => false,
        };
        usize::from(swapped.with(is_there))
    });
    let outcome = reactive::part(move || match (stands.get(), swapped.get()) {
        (1, Some(swapped)) => view! { <Change swapped /> }.into_any(),
        _ => ().into_any(),
    });
    let choose = reactive::part_while(is_one, || {
        view! { <p>{words::swap_choose()}</p> }.into_any()
    });
    view! {
        <section class="swap" aria-labelledby="swap-title">
            <h3 id="swap-title">{words::swap_title()}</h3>
            <p>{words::swap_says()}</p>
            <div class="swap-choice">
                {list(0, "swap-one", words::swap_one())}
                {list(1, "swap-other", words::swap_other())}
                <button
                    type="button"
                    data-control="swap"
                    aria-disabled=reactive::true_where(move || is_one.get() == 1)
                    on:click=swap
                >
                    {words::swap()}
                </button>
            </div>
            {choose}
            {outcome}
        </section>
    }
}
