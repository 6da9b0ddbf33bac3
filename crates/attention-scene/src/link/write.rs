//! From the state to a fragment.

use attention_core::{Matrix, Scale};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::{Experiment, Hearing, Position, Preset, Selection, Source, Step, Tensor, print_exact};

/// The characters that separate, besides those no address may hold.
const SEPARATORS: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'&')
    .add(b',')
    .add(b';')
    .add(b'<')
    .add(b'=')
    .add(b'>')
    .add(b'`');

/// Writes the whole state as a fragment, without its `#`.
///
/// ```
/// use attention_scene::{Preset, Selection, write_link};
/// let fragment = write_link(&Preset::Walkthrough.experiment(), Selection::of(2));
/// assert!(fragment.starts_with("tokens=Alice;introduced;Bob&q=1,2;0,1;2,3&k=1,1;1,0;2,1"));
/// ```
#[must_use]
pub fn write_link(experiment: &Experiment, selection: Selection) -> String {
    let names: Vec<String> = experiment
        .tokens()
        .iter()
        .map(|name| utf8_percent_encode(name, SEPARATORS).to_string())
        .collect();
    let base = match experiment.base() {
        Preset::Walkthrough => String::new(),
        preset => format!("preset={}&", preset.name()),
    };
    let mut fragment = format!("{base}tokens={}", names.join(";"));
    for tensor in Tensor::ALL {
        if tensor == Tensor::Positions && experiment.source() == Source::Projected {
            fragment.push_str(match experiment.position() {
                Position::None => "&position=none",
                Position::Sinusoidal => "&position=sinusoidal",
                Position::Edited => "",
            });
        }
        if tensor == Tensor::OutputWeights && experiment.heads() > 1 {
            fragment.push_str(&format!("&heads={}", experiment.heads()));
        }
        if experiment.uses(tensor) {
            let numbers = numbers(experiment.matrix(tensor));
            fragment.push_str(&format!("&{}={numbers}", tensor.letter()));
        }
    }
    let step = match selection.step {
        Step::Free => String::new(),
        step => format!("&step={}", step.name()),
    };
    let scale = match experiment.scale() {
        Scale::SqrtDk => "sqrt_dk",
        _ => "none",
    };
    fragment.push_str(&format!(
        "&focus={}{step}&scale={scale}&temperature={}&mask={}",
        selection.focus,
        print_exact(experiment.temperature()),
        mask(experiment),
    ));
    fragment
}

fn numbers(matrix: &Matrix) -> String {
    let row = |row| {
        let numbers = matrix.row(row).iter().copied().map(print_exact);
        numbers.collect::<Vec<_>>().join(",")
    };
    (0..matrix.rows()).map(row).collect::<Vec<_>>().join(";")
}

fn mask(experiment: &Experiment) -> String {
    match experiment.hearing() {
        Hearing::Everyone => "none".to_owned(),
        Hearing::Causal => "causal".to_owned(),
        Hearing::Cells(cells) => {
            let digit = |allowed: &bool| if *allowed { '1' } else { '0' };
            let rows = cells.chunks(experiment.token_count());
            let rows: Vec<String> = rows.map(|row| row.iter().map(digit).collect()).collect();
            rows.join(";")
        }
    }
}
