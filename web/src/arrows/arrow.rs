use attention_scene::{Side, Slot, Tensor, Tip};
use leptos::prelude::*;

use super::{
    handle::Handle,
    view::{View, pair, vector},
};
use crate::{app::use_mixer, reactive, words};

/// How many letters of a name stand beside a tip.
const LETTERS: usize = 10;

/// One guest's vector as an arrow: with a tip to take hold of where its numbers may be edited.
#[component]
pub(super) fn Arrow(
    /// Its first number.
    first: Slot,
    /// How its plane is looked at.
    look: View,
    /// Whether its numbers may be edited.
    is_edited: bool,
    /// Whose key is looked at, where it is a key.
    watched: Option<RwSignal<Option<usize>>>,
    /// In a plane of values, the weight that the guest in focus gives it.
    weight: Option<Memo<f64>>,
) -> impl IntoView {
    let mixer = use_mixer();
    let Slot { tensor, row, .. } = first;
    let numbers = vector(mixer, first);
    let tip = move || look.plane().tip(pair(numbers));
    let letter = tensor.letter();
    let name = move || words::arrow_name(&mixer.token(row), words::tensor(tensor));
    let class = move || match mixer.focus() == row {
        true => format!("arrow {letter} asking"),
        false => format!("arrow {letter}"),
    };
    let label = move || {
        let token: String = mixer.token(row).chars().take(LETTERS).collect();
        match weight {
            None => words::arrow_label(letter, &token),
            Some(weight) => {
                let percent = format!("{:.0}%", weight.get() * 100.0);
                words::arrow_label_weight(letter, &percent, &token)
            }
        }
    };
    let side = match tensor {
        Tensor::Queries => Side::Left,
        _ => Side::Right,
    };
    let end = match is_edited {
        true => view! { <Handle first numbers look watched /> }.into_any(),
        false => {
            let value = move || words::vector(pair(numbers), tip().is_beyond);
            let result = move || words::arrow_result(&name(), &value());
            view! { <g role="img" aria-label=reactive::text(result)>{head(tensor, tip)}</g> }
                .into_any()
        }
    };
    view! {
        <g
            class=reactive::text(class)
            data-arrow=letter
            data-token=row
            data-beyond=reactive::true_where(move || tip().is_beyond)
        >
            <path class="stem" d=reactive::text(move || tip().stem()) />
            {end}
            <Label side tip=Box::new(tip) label=reactive::text(label) letters=LETTERS + 3 />
        </g>
    }
}

/// An arrow's head, in its vector's own shape, and the mark of one that goes on beyond the edge.
pub(super) fn head(tensor: Tensor, tip: impl Fn() -> Tip + Send + 'static) -> AnyView {
    let shape = match tensor {
        Tensor::Queries => "M1 0-13 7V-7z",
        Tensor::Keys => "M1 0-7 6-15 0-7-6z",
        Tensor::Values => "M1 0-13 8-8 0-13-8z",
        _ => "M1 0-5-6H-13V6H-5z",
    };
    let turned = move || {
        let tip = tip();
        let [across, down] = tip.at;
        format!("translate({across:.2} {down:.2}) rotate({:.1})", tip.turn())
    };
    view! {
        <g transform=reactive::text(turned)>
            <path class="head" d=shape />
            <path class="mark" d="M5-6l5 6-5 6M12-6l5 6-5 6" />
        </g>
    }
    .into_any()
}

/// A name beside a tip. What assistive technology reads stands at the tip itself.
#[component]
pub(super) fn Label(
    side: Side,
    /// Where the tip is.
    tip: Box<dyn Fn() -> Tip + Send + Sync>,
    /// What it says.
    label: reactive::Text,
    /// How long it may be.
    letters: usize,
) -> impl IntoView {
    let place = StoredValue::new(tip);
    let name = move || place.with_value(|tip| tip()).name(letters, side);
    let at = move || {
        let ([across, down], _) = name();
        format!("translate({across:.2} {down:.2})")
    };
    let anchor = move || match name().1 {
        Side::Left => "end".to_owned(),
        Side::Right => "start".to_owned(),
    };
    view! {
        <text
            aria-hidden="true"
            transform=reactive::text(at)
            text-anchor=reactive::text(anchor)
        >
            {label}
        </text>
    }
}
