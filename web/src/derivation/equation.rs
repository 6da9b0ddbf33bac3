use attention_scene::{Axis, Equation, Made, Operand, Quantity, Slot, print_exact, print_short};
use leptos::prelude::*;

use super::say::who;
use crate::{app::use_mixer, reactive, readout::Readout, steps::six_places};

/// One number and what it is made of, with the numbers filled in.
#[component]
pub(super) fn Line(equation: Equation) -> impl IntoView {
    let mixer = use_mixer();
    let Equation { result, made } = equation;
    let value = mixer.operand(result);
    view! {
        <p class="equation">
            <span class="who">{reactive::text(move || who(mixer, result))}</span>
            <span class="formula">
                {terms(made)} " = "
                <b data-value=reactive::text(move || {
                    print_exact(value.get())
                })>{reactive::text(move || print_of(result)(value.get()))}</b>
            </span>
        </p>
    }
}

/// What stands to the left of the equals sign.
fn terms(made: Made) -> AnyView {
    let mixer = use_mixer();
    match made {
        Made::Products(pairs) => {
            let products = pairs.into_iter().map(|[one, other]| {
                view! {
                    <span class="part">{number(one)} "·" {number(other)}</span>
                }
                .into_any()
            });
            added_up(products.collect())
        }
        Made::Sum(terms) => added_up(terms.into_iter().map(number).collect()),
        Made::Share([part, whole]) => view! { {number(part)} " ÷ " {number(whole)} }.into_any(),
        Made::Power([one, less]) => view! {
            "e"
            <sup>{number(one)} " − " {number(less)}</sup>
        }
        .into_any(),
        Made::Scaled { score, by_sqrt_dk } => {
            let d_k = mixer.dimension(Axis::Key);
            let divisor = move || match by_sqrt_dk {
                true => format!(" ÷ √{} ÷ ", d_k.get()),
                false => " ÷ ".to_owned(),
            };
            view! {
                {number(score)}
                {reactive::text(divisor)}
                {number(Operand::Temperature)}
            }
            .into_any()
        }
        Made::Unheard | Made::Silent => ().into_any(),
    }
}

fn added_up(terms: Vec<AnyView>) -> AnyView {
    let term = |(at, term): (usize, AnyView)| {
        let plus = if at > 0 { " + " } else { "" };
        view! {
            {plus}
            {term}
        }
        .into_any()
    };
    let terms = terms.into_iter().enumerate().map(term);
    terms.collect::<Vec<_>>().into_any()
}

/// A number inside a formula: one that the page shows elsewhere, too, leads further.
fn number(operand: Operand) -> AnyView {
    if let Operand::Computed(reading) = operand {
        return view! { <Readout reading print=print_inside(operand) /> }.into_any();
    }
    let value = use_mixer().operand(operand);
    let class = match operand {
        Operand::Edited(Slot { tensor, .. }) | Operand::Projected(Slot { tensor, .. }) => {
            tensor.letter()
        }
        _ => "",
    };
    let text = reactive::text(move || print_inside(operand)(value.get()));
    view! { <span class=class>{text}</span> }.into_any()
}

/// How a number is printed: shares, and what comes of them, in six places.
pub(super) fn print_of(operand: Operand) -> fn(f64) -> String {
    match has_six_places(operand) {
        true => six_places,
        false => print_short,
    }
}

/// The same inside a formula: 2·−1 reads as a subtraction; 2·(−1) doesn't.
fn print_inside(operand: Operand) -> fn(f64) -> String {
    match has_six_places(operand) {
        true => |number| bracketed(number, six_places(number)),
        false => |number| bracketed(number, print_short(number)),
    }
}

fn has_six_places(operand: Operand) -> bool {
    match operand {
        Operand::Sum { .. } => true,
        Operand::Computed(reading) => {
            !matches!(reading.quantity, Quantity::Score | Quantity::Scaled)
        }
        _ => false,
    }
}

fn bracketed(number: f64, text: String) -> String {
    match number < 0.0 {
        true => format!("({text})"),
        false => text,
    }
}
