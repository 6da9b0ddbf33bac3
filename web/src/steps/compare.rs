use attention_scene::{Axis, Experiment, Quantity, Reading, Scale, Tensor, print_short};
use leptos::prelude::*;

use crate::{app::use_mixer, part::Item, reactive, readout::Readout, words};

/// Terms that a line of the arithmetic holds; more of them stand in columns.
const IN_A_LINE: usize = 3;

/// Step 1: the query against every key, term by term.
#[component]
pub(crate) fn Compare(
    /// In which head.
    head_index: usize,
    /// Whose query.
    query_index: usize,
    /// How many keys it meets.
    count: usize,
) -> impl IntoView {
    let mixer = use_mixer();
    let d_k = mixer.dimension(Axis::Key);
    let lined_up = reactive::true_where(move || {
        let fits =
            |tensor, row| mixer.vector(tensor, row, |numbers| numbers.iter().all(|n| is_brief(*n)));
        d_k.get() > IN_A_LINE
            && fits(Tensor::Queries, query_index)
            && (0..count).all(|key_index| fits(Tensor::Keys, key_index))
    });
    let rows = reactive::each(0..count, |key_index| {
        view! {
            <Item>
                <Score head_index query_index key_index />
            </Item>
        }
    });
    view! {
        <h3>{words::compare_title()}</h3>
        <p>{reactive::text(move || words::compare_says(&mixer.token(query_index)))}</p>
        <ul class="rows" data-lined-up=lined_up>{rows}</ul>
    }
}

/// One dot product, and what scaling and temperature make of it.
#[component]
fn Score(head_index: usize, query_index: usize, key_index: usize) -> impl IntoView {
    let mixer = use_mixer();
    let d_k = mixer.dimension(Axis::Key);
    let terms = reactive::part(move || {
        if d_k.get() > Experiment::FEW_COMPONENTS {
            let [query, key] = [Tensor::Queries, Tensor::Keys].map(Tensor::letter);
            return view! {
                <span class=query>{query}</span>
                "·"
                <span class=key>{key}</span>
            }
            .into_any();
        }
        reactive::each(0..d_k.get(), |component_index| {
            let column = head_index * d_k.get() + component_index;
            let plus = (component_index > 0).then_some(" + ");
            let [query, key] = [(Tensor::Queries, query_index), (Tensor::Keys, key_index)]
                .map(|(tensor, row)| view! { <Operand tensor row column /> });
            view! { <span class="term">{plus} {query} "·" {key}</span> }
        })
        .into_any()
    });
    let divisors = move || {
        divisors(
            mixer.scale(),
            mixer.size(Axis::Key),
            mixer.temperature().get(),
        )
    };
    let divided = reactive::count(move || divisors().len());
    let scaled = reactive::part_while(divided, move || {
        let reading = Reading::between(Quantity::Scaled, head_index, query_index, key_index);
        view! {
            <span class="part">
                {reactive::text(divisors)} " = "
                <b>
                    <Readout reading print=print_short />
                </b>
            </span>
        }
        .into_any()
    });
    let reading = Reading::between(Quantity::Score, head_index, query_index, key_index);
    view! {
        <span class="who">{reactive::text(move || mixer.token(key_index))}</span>
        <span class="formula">
            <span class="part">
                {terms} <b class="term">" = " <Readout reading print=print_short /></b>
            </span>
            {scaled}
        </span>
    }
}

/// What a score is divided by before the softmax, as text: nothing where it stays as it is.
pub(crate) fn divisors(scale: Scale, d_k: usize, temperature: f64) -> String {
    let scale = match scale {
        Scale::SqrtDk => format!(" ÷ √{d_k}"),
        _ => String::new(),
    };
    match temperature {
        1.0 => scale,
        temperature => format!("{scale} ÷ {}", print_short(temperature)),
    }
}

/// A number of a vector inside a formula, in its vector's colour.
#[component]
fn Operand(tensor: Tensor, row: usize, column: usize) -> impl IntoView {
    let value = use_mixer().vector_number(tensor, row, column);
    let text = reactive::text(move || factor(value.get()));
    view! { <span class=tensor.letter()>{text}</span> }
}

/// Whether a number fits into a column: as sliders set them, one digit and a tenth at most.
fn is_brief(number: f64) -> bool {
    number.abs() < 10.0 && (number * 10.0).round_ties_even() / 10.0 == number
}

/// A number that is multiplied by another.
pub(crate) fn factor(number: f64) -> String {
    let text = print_short(number);
    // 2·−1 reads as a subtraction; 2·(−1) doesn't.
    if number < 0.0 {
        format!("({text})")
    } else {
        text
    }
}
