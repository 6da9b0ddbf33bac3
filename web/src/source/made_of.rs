use attention_scene::{RoomTrace, Tensor, print_short};
use leptos::prelude::*;

use super::equation::products;
use crate::{app::use_mixer, reactive, words};

/// The input of the guest in focus, and what it is projected to, term by term.
#[component]
pub(crate) fn MadeOf() -> impl IntoView {
    let mixer = use_mixer();
    let title = move || words::made_of(&mixer.token(mixer.focus()));
    let input = move || {
        let focus = mixer.focus();
        mixer.whole(|_, trace| input(trace, focus))
    };
    view! {
        <section class="made-of" aria-labelledby="made-of-title">
            <h3 id="made-of-title">{reactive::text(title)}</h3>
            <p class="formula">
                <b>{words::input_is()}</b>
                " = "
                {reactive::text(input)}
            </p>
            {reactive::each(
                0..3,
                |index| {
                    let (weights, vector) = (Tensor::PROJECTIONS[index], Tensor::VECTORS[index]);
                    view! { <Products weights vector /> }
                },
            )}
        </section>
    }
}

/// [embedding] + [position] = [input].
fn input(trace: &RoomTrace, row: usize) -> String {
    let Some(inputs) = trace.inputs() else {
        return String::new();
    };
    let [embedding, position, x] =
        [inputs.embeddings(), inputs.positions(), inputs.x()].map(|view| {
            let there = (row < view.rows()).then(|| view.row(row));
            let numbers = there.unwrap_or_default().iter().copied().map(print_short);
            format!("[{}]", numbers.collect::<Vec<_>>().join(", "))
        });
    format!("{embedding} + {position} = {x}")
}

/// One vector's components, each a sum of products.
#[component]
fn Products(weights: Tensor, vector: Tensor) -> impl IntoView {
    let mixer = use_mixer();
    let columns = mixer.columns_shown(weights);
    let lines = reactive::part(move || {
        let columns = columns.get();
        reactive::each(0..columns.len(), |at| {
            let column = columns[at];
            let say = move || {
                let focus = mixer.focus();
                mixer.whole(|room, trace| {
                    let matrix = room.matrix(weights);
                    let weight = |row| matrix.row(row).get(column).copied();
                    let weights: Vec<f64> = (0..matrix.rows()).filter_map(weight).collect();
                    sum(trace, vector, focus, column, &weights)
                })
            };
            view! {
                <li>
                    <span class="component" aria-hidden="true">
                        {vector.letter()}
                        <sub>{column + 1}</sub>
                    </span>
                    <span class="formula">{reactive::text(say)}</span>
                </li>
            }
        })
        .into_any()
    });
    view! {
        <h4 class=vector.letter()>
            {words::product_of(words::tensor(weights), words::tensor_letter(vector))}
        </h4>
        <ul class=format!("products {}", vector.letter())>{lines}</ul>
    }
}

/// x₁·w₁ + x₂·w₂ = the terms = their sum.
fn sum(trace: &RoomTrace, vector: Tensor, focus: usize, column: usize, weights: &[f64]) -> String {
    let (Some(inputs), Some(projection)) = (trace.inputs(), trace.projection(vector)) else {
        return String::new();
    };
    let (x, made) = (inputs.x(), projection.view());
    if focus >= x.rows() || column >= made.cols() {
        return String::new();
    }
    let products = products(x.row(focus), weights, projection.terms(focus, column));
    format!("{products} = {}", print_short(made.row(focus)[column]))
}
