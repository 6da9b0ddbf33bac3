use attention_scene::{Pair, Side, Slot, Tip, place_names};
use leptos::prelude::*;

use super::{
    arrow::class,
    view::{View, pair, vector},
};
use crate::{Mixer, reactive, words};

/// How many letters of a guest's name stand beside a tip.
const LETTERS: usize = 10;

/// What stands beside a tip.
pub(super) struct Name {
    pub tip: Tip,
    /// Its arrow's.
    pub class: String,
    pub says: String,
}

/// A name that follows the state.
pub(super) type Named = Box<dyn Fn() -> Name + Send>;

/// The name of a guest's vector; in a plane of values with the weight that the guest in focus gives
/// it.
pub(super) fn named(mixer: Mixer, first: Slot, look: View, weight: Option<Memo<f64>>) -> Named {
    let numbers = vector(mixer, first);
    Box::new(move || {
        let token: String = mixer.token(first.row).chars().take(LETTERS).collect();
        let letter = first.tensor.letter();
        Name {
            tip: look.plane().tip(pair(numbers)),
            class: class(mixer, first),
            says: match weight {
                None => words::arrow_label(letter, &token),
                Some(weight) => {
                    let percent = format!("{:.0}%", weight.get() * 100.0);
                    words::arrow_label_weight(letter, &percent, &token)
                }
            },
        }
    })
}

/// Names beside their tips. What assistive technology reads stands at the tips themselves.
pub(super) fn names(named: Vec<Named>) -> AnyView {
    let texts = reactive::part(move || {
        let names: Vec<Name> = named.iter().map(|name| name()).collect();
        let sizes: Vec<(Tip, usize)> = names
            .iter()
            .map(|name| (name.tip, name.says.chars().count()))
            .collect();
        let text = |(name, ([across, down], side)): (Name, (Pair, Side))| {
            let anchor = match side {
                Side::Left => "end",
                Side::Right => "start",
            };
            view! {
                <text class=name.class x=across y=down text-anchor=anchor>
                    {name.says}
                </text>
            }
        };
        let texts: Vec<_> = names
            .into_iter()
            .zip(place_names(&sizes))
            .map(text)
            .collect();
        texts.into_any()
    });
    view! { <g aria-hidden="true">{texts}</g> }.into_any()
}
