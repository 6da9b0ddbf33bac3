use attention_scene::{Tensor, print_exact, print_short};
use leptos::prelude::*;

use crate::{app::use_mixer, reactive, words};

/// What of a guest's may be made of its input, and its kind in the contract.
const MADE: [(Tensor, &str); 4] = [
    (Tensor::Positions, "position"),
    (Tensor::Queries, "query"),
    (Tensor::Keys, "key"),
    (Tensor::Values, "value"),
];

/// The numbers of a guest's vectors that nobody types: where it stands, by sines and cosines, and
/// what its input is projected to.
#[component]
pub(crate) fn Made(token_index: usize) -> impl IntoView {
    reactive::each(0..MADE.len(), |index| {
        let (tensor, kind) = MADE[index];
        let columns = use_mixer().made_columns(tensor);
        reactive::part_while(columns, move || {
            let number = |column| view! { <Number token_index tensor kind column /> };
            let numbers = reactive::each(0..columns.get(), number);
            view! {
                <p class=format!("made {}", tensor.letter())>
                    <abbr title=words::tensor(tensor)>{words::tensor_letter(tensor)}</abbr>
                    {numbers}
                </p>
            }
            .into_any()
        })
    })
}

/// One of them: as text for people, in full for other programs.
#[component]
fn Number(token_index: usize, tensor: Tensor, kind: &'static str, column: usize) -> impl IntoView {
    let mixer = use_mixer();
    let number = mixer.vector_number(tensor, token_index, column);
    let head = move || mixer.head_of(tensor, column).map(|head| head.to_string());
    view! {
        <span
            data-readout=kind
            data-head=reactive::attribute(head)
            data-token=token_index
            data-component=column
            data-value=reactive::text(move || print_exact(number.get()))
        >
            {reactive::text(move || print_short(number.get()))}
        </span>
    }
}
