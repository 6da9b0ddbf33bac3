//! From the state to a fragment.

use attention_core::Scale;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::{Experiment, Hearing, Preset, Selection, Vector, print_exact};

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
    for vector in Vector::ALL {
        let matrix = experiment.matrix(vector);
        let rows: Vec<String> = (0..matrix.rows())
            .map(|row| {
                let numbers: Vec<String> =
                    matrix.row(row).iter().copied().map(print_exact).collect();
                numbers.join(",")
            })
            .collect();
        fragment.push_str(&format!("&{}={}", vector.letter(), rows.join(";")));
    }
    let scale = match experiment.scale() {
        Scale::SqrtDk => "sqrt_dk",
        _ => "none",
    };
    fragment.push_str(&format!(
        "&focus={}&scale={scale}&temperature={}&mask={}",
        selection.focus,
        print_exact(experiment.temperature()),
        mask(experiment),
    ));
    fragment
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
