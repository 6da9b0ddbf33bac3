//! What a derivation says, in symbols and in words.

use attention_scene::{Made, Operand, Quantity, Reading, StepKind};

use leptos::prelude::*;

use crate::{Mixer, words};

/// What the number is called: “Bob’s attention to Alice”.
pub(super) fn title(mixer: Mixer, asked: Reading) -> String {
    let query = mixer.token(asked.query_index);
    let key = mixer.token(asked.column);
    let component = (asked.column + 1).to_string();
    let name = match asked.quantity {
        Quantity::Score => words::number_score(&key, &query),
        Quantity::Scaled => words::number_scaled(&key, &query),
        Quantity::Exponential => words::number_exponential(&key, &query),
        Quantity::Weight => words::number_weight(&key, &query),
        Quantity::Output => words::number_output(&component, &query),
        Quantity::Mixed => return words::number_mixed(&component, &query),
    };
    of_head(mixer, asked.head_index, name)
}

/// Whose number it is, beside its equation.
pub(super) fn who(mixer: Mixer, result: Operand) -> String {
    let component = |row, letter: &str, column: usize| {
        words::derived_component(&format!("{letter}{}", column + 1), &mixer.token(row))
    };
    match result {
        Operand::Computed(reading) => {
            let Reading {
                quantity,
                head_index,
                query_index,
                column,
            } = reading;
            let name = match quantity {
                Quantity::Mixed => return component(query_index, "y", column),
                Quantity::Output => component(query_index, "o", column),
                _ => words::derived_pair(&mixer.token(column), &mixer.token(query_index)),
            };
            of_head(mixer, head_index, name)
        }
        Operand::Sum { query_index, .. } | Operand::Largest { query_index, .. } => {
            mixer.token(query_index)
        }
        Operand::Projected(slot) | Operand::Edited(slot) => {
            component(slot.row, slot.tensor.letter(), slot.column)
        }
        Operand::Input { row, column } | Operand::Position { row, column } => {
            component(row, "x", column)
        }
        Operand::Temperature => String::new(),
    }
}

fn of_head(mixer: Mixer, head_index: usize, name: String) -> String {
    match mixer.head_count().get() {
        1 => name,
        _ => format!("{} {name}", words::head_name(&(head_index + 1).to_string())),
    }
}

/// The step in symbols.
pub(super) fn formula(kind: StepKind, made: Option<&Made>) -> &'static str {
    match kind {
        StepKind::Mixed => words::formula_mixed(),
        StepKind::Output => words::formula_output(),
        StepKind::Weight => words::formula_weight(),
        StepKind::Sum => words::formula_sum(),
        StepKind::Exponential => words::formula_exponential(),
        StepKind::Scaled if is_by_sqrt_dk(made) => words::formula_scaled_sqrt(),
        StepKind::Scaled => words::formula_scaled(),
        StepKind::Score => words::formula_score(),
        StepKind::Query => words::formula_query(),
        StepKind::Key => words::formula_key(),
        StepKind::Value => words::formula_value(),
        StepKind::Input => words::formula_input(),
    }
}

/// The step in the mixer's words.
pub(super) fn says(mixer: Mixer, asked: Reading, kind: StepKind, made: Option<&Made>) -> String {
    let query = mixer.token(asked.query_index);
    let key = match asked.is_component() {
        true => words::derived_each().to_owned(),
        false => mixer.token(asked.column),
    };
    match (made, kind) {
        (Some(Made::Unheard), _) => words::says_unheard(&key, &query),
        (Some(Made::Silent), _) => words::silent(&query),
        (_, StepKind::Mixed) => words::says_mixed().to_owned(),
        (_, StepKind::Output) => words::says_output(&query),
        (_, StepKind::Weight) => words::says_weight(&key, &query),
        (_, StepKind::Sum) => words::says_sum(&query),
        (_, StepKind::Exponential) => words::says_exponential(&key, &query),
        (_, StepKind::Scaled) if is_by_sqrt_dk(made) => words::says_scaled_sqrt().to_owned(),
        (_, StepKind::Scaled) => words::says_scaled().to_owned(),
        (_, StepKind::Score) => words::says_score(&key, &query),
        (_, StepKind::Query) => words::says_query(&query),
        (_, StepKind::Key) => words::says_key(&key),
        (_, StepKind::Value) => words::says_value().to_owned(),
        (_, StepKind::Input) => words::says_input().to_owned(),
    }
}

fn is_by_sqrt_dk(made: Option<&Made>) -> bool {
    matches!(
        made,
        Some(Made::Scaled {
            by_sqrt_dk: true,
            ..
        })
    )
}
