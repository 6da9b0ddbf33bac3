use attention_scene::{Slot, Tensor, Tip};
use leptos::prelude::*;

use super::{
    handle::Handle,
    view::{View, pair, vector},
};
use crate::{Mixer, app::use_mixer, reactive, words};

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
) -> impl IntoView {
    let mixer = use_mixer();
    let Slot { tensor, row, .. } = first;
    let numbers = vector(mixer, first);
    let tip = move || look.plane().tip(pair(numbers));
    let name = move || words::arrow_name(&mixer.token(row), words::tensor(tensor));
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
            class=reactive::text(move || class(mixer, first))
            data-arrow=tensor.letter()
            data-token=row
            data-beyond=reactive::true_where(move || tip().is_beyond)
        >
            <path class="stem" d=reactive::text(move || tip().stem()) />
            {end}
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

/// An arrow's colour, and whether it is the query that is asked.
pub(super) fn class(mixer: Mixer, Slot { tensor, row, .. }: Slot) -> String {
    let letter = tensor.letter();
    match mixer.focus() == row {
        true => format!("arrow {letter} asking"),
        false => format!("arrow {letter}"),
    }
}
