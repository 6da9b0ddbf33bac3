use attention_scene::{KnownHead, RealHeads};
use leptos::prelude::*;

use super::Fetching;
use crate::{reactive, words};

/// Every layer and head of a sentence to choose from, and some that are worth a look.
#[component]
pub(super) fn Heads(fetching: Fetching) -> impl IntoView {
    let layer = Box::new(move |layer| (layer, fetching.place().1));
    let head = Box::new(move |head| (fetching.place().0, head));
    let known = reactive::part(move || {
        let sentence = fetching.sentence();
        let worth = |index: &usize| KnownHead::ALL[*index].asks(sentence).is_some();
        let all = (0..KnownHead::ALL.len()).filter(worth);
        reactive::each(all, |index| {
            let known = KnownHead::ALL[index];
            view! { <Known fetching known /> }
        })
        .into_any()
    });
    view! {
        <div class="fetch">
            <Choice
                fetching
                name="real-layer"
                label=words::real_layer()
                count=RealHeads::LAYERS
                chosen=|place| place.0
                place=layer
            />
            <Choice
                fetching
                name="real-head"
                label=words::real_head()
                count=RealHeads::HEADS
                chosen=|place| place.1
                place=head
            />
        </div>
        <h3>{words::real_worth()}</h3>
        <ul class="known">{known}</ul>
        <p>{words::real_caution()}</p>
    }
}

/// A list of numbers, from 1.
#[component]
fn Choice(
    fetching: Fetching,
    /// Its name in the contract.
    name: &'static str,
    label: &'static str,
    count: usize,
    /// The number that is chosen, of a layer and a head.
    chosen: fn((usize, usize)) -> usize,
    /// The layer and head that a number comes to.
    place: Box<dyn Fn(usize) -> (usize, usize)>,
) -> impl IntoView {
    let options = reactive::each(0..count, |index| {
        let selected = reactive::flag(move || chosen(fetching.place()) == index);
        view! {
            <option value=index prop:selected=selected>
                {index + 1}
            </option>
        }
    });
    let choose = move |event| {
        if let Ok(index) = event_target_value(&event).parse() {
            fetching.show(untrack(|| place(index)), None);
        }
    };
    view! {
        <label class="choice">
            {label} <select data-control=name on:change=choose>
                {options}
            </select>
        </label>
    }
}

/// A head that is worth a look, and what to notice.
#[component]
fn Known(fetching: Fetching, known: KnownHead) -> impl IntoView {
    let place = known.place();
    let [layer, head] = [place.0, place.1].map(|index| (index + 1).to_string());
    let pressed = move || (fetching.place() == place).to_string();
    let show = move |_| {
        let asked = known.asks(untrack(|| fetching.sentence()));
        fetching.show(place, asked);
    };
    view! {
        <li>
            <button type="button" aria-pressed=reactive::text(pressed) on:click=show>
                {words::real_place(&head, &layer)}
            </button>
            <span>{words::known_head(known)}</span>
        </li>
    }
}
