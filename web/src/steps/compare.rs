use attention_scene::{Axis, Experiment, Quantity, Reading, Scale, Tensor, print_short};
use leptos::prelude::*;

use crate::{app::use_mixer, part::Item, reactive, readout::Readout, words};

/// Terms that a line of the arithmetic holds; more of them stand in columns.
const IN_A_LINE: usize = 3;

/// Columns: for numbers as sliders set them, a digit and a tenth, and for numbers as projections make them, with four
/// decimal places.
const COLUMNS: [&str; 2] = ["narrow", "wide"];

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
    let lined_up = reactive::attribute(move || {
        if !(IN_A_LINE + 1..=Experiment::FEW_COMPONENTS).contains(&d_k.get()) {
            return None;
        }
        let widest = |tensor, row| {
            mixer.vector(tensor, row, |numbers| {
                numbers.iter().map(|n| column(*n)).fold(0, usize::max)
            })
        };
        let keys = (0..count).map(|key_index| widest(Tensor::Keys, key_index));
        let column = keys.fold(widest(Tensor::Queries, query_index), usize::max);
        COLUMNS.get(column).map(|name| (*name).to_owned())
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
    let text = reactive::text(move || bracketed(value.get()));
    view! { <span class=tensor.letter()>{text}</span> }
}

/// Which of [`COLUMNS`] has room for a number, as it is shown; beyond them, none.
fn column(number: f64) -> usize {
    let size = number.abs();
    let tenths = size * 10.0;
    if size == 0.0 || (0.05..9.95).contains(&size) && (tenths.round() - tenths).abs() < 1e-4 {
        0
    } else if (0.0001..9.9999).contains(&size) {
        1
    } else {
        2
    }
}

/// A number after a sign of arithmetic: it brings no second one along.
pub(crate) fn bracketed(number: f64) -> String {
    let text = print_short(number);
    // 2·−1 reads as a subtraction, and 2 − −1 as a slip; 2·(−1) and 2 − (−1) don't.
    if number < 0.0 {
        format!("({text})")
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_as_wide_as_what_is_shown() {
        for (number, shown, wanted) in [
            (0.0, "0", 0),
            (-9.9, "−9.9", 0),
            // Shown as tenths, though it is none.
            (0.1 + 0.2, "0.3", 0),
            (0.25, "0.25", 1),
            (-0.8415, "−0.8415", 1),
            (9.96, "9.96", 1),
            (10.0, "10", 2),
            (1e-17, "1e−17", 2),
        ] {
            assert_eq!(
                (print_short(number).as_str(), column(number)),
                (shown, wanted)
            );
        }
    }
}
