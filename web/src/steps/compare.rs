use attention_scene::{Experiment, Reading, Scale, Slot, Vector, print_short};
use leptos::prelude::*;

use crate::{app::use_mixer, readout::Readout, words};

/// Step 1: the query against every key, term by term.
#[component]
pub(crate) fn Compare(
    /// Whose query.
    query_index: usize,
) -> impl IntoView {
    let mixer = use_mixer();
    let count = mixer.experiment().with_untracked(Experiment::token_count);
    let rows = (0..count)
        .map(|key_index| view! { <Score query_index key_index /> })
        .collect_view();
    view! {
        <li class="step">
            <h3>{words::compare_title()}</h3>
            <p>{move || words::compare_says(&mixer.token(query_index))}</p>
            <ul class="rows">{rows}</ul>
        </li>
    }
}

/// One dot product, and what scaling and temperature make of it.
#[component]
fn Score(query_index: usize, key_index: usize) -> impl IntoView {
    let mixer = use_mixer();
    let d_k = mixer
        .experiment()
        .with_untracked(|room| room.dimension(Vector::Query));
    let terms = (0..d_k)
        .map(|component_index| {
            let query = Slot {
                vector: Vector::Query,
                token_index: query_index,
                component_index,
            };
            let key = Slot {
                vector: Vector::Key,
                token_index: key_index,
                component_index,
            };
            let plus = (component_index > 0).then_some(" + ");
            view! { {plus} <Operand number=query /> "·" <Operand number=key /> }
        })
        .collect_view();
    let divisors = Memo::new(move |_| mixer.experiment().with(divisors));
    let scaled = move || {
        let divisors = divisors.get();
        (!divisors.is_empty()).then(|| {
            let reading = Reading::Scaled { query_index, key_index };
            view! { <span class="part">{divisors} " = " <b><Readout reading print=print_short /></b></span> }
        })
    };
    view! {
        <li>
            <span class="who">{move || mixer.token(key_index)}</span>
            <span class="formula">
                <span class="part">
                    {terms} " = "
                    <b><Readout reading=Reading::Score { query_index, key_index } print=print_short /></b>
                </span>
                {scaled}
            </span>
        </li>
    }
}

/// What a score is divided by before the softmax, as text: nothing where it stays as it is.
fn divisors(room: &Experiment) -> String {
    let scale = match room.scale() {
        Scale::SqrtDk => format!(" ÷ √{}", room.dimension(Vector::Query)),
        _ => String::new(),
    };
    let temperature = room.temperature();
    if temperature == 1.0 {
        scale
    } else {
        format!("{scale} ÷ {}", print_short(temperature))
    }
}

/// A number of a vector inside a formula, in its vector's colour.
#[component]
fn Operand(number: Slot) -> impl IntoView {
    let mixer = use_mixer();
    let text = Memo::new(move |_| {
        let number = mixer.number(number);
        let text = print_short(number);
        // 2·−1 reads as a subtraction; 2·(−1) doesn't.
        if number < 0.0 {
            format!("({text})")
        } else {
            text
        }
    });
    view! { <span class=number.vector.letter()>{move || text.get()}</span> }
}
