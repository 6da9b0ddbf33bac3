//! The parts of a link, and how they come together.

use attention_core::{Matrix, Scale};
use percent_encoding::percent_decode_str;

use super::{Link, LinkProblem};
use crate::{
    Decimal, Experiment, Hearing, Preset, Selection, Vector, parse_number, parse_temperature,
};

/// The parts of a link, read one by one, before it is known whether they fit one another.
pub(super) struct Parts {
    decimal: Decimal,
    preset: Option<Preset>,
    tokens: Option<Vec<String>>,
    vectors: [Option<Matrix>; 3],
    focus: Option<String>,
    scale: Option<Scale>,
    temperature: Option<f64>,
    mask: Option<String>,
    problems: Vec<LinkProblem>,
}

impl Parts {
    /// No part yet; numbers will be read so.
    pub(super) fn reading(decimal: Decimal) -> Self {
        Self {
            decimal,
            preset: None,
            tokens: None,
            vectors: [None, None, None],
            focus: None,
            scale: None,
            temperature: None,
            mask: None,
            problems: Vec::new(),
        }
    }

    pub(super) fn read(&mut self, part: &str) {
        let Some((key, text)) = part.split_once('=') else {
            return self.refuse(LinkProblem::Unreadable(part.to_owned()));
        };
        match key {
            "preset" => match Preset::named(text) {
                Some(preset) => self.preset = Some(preset),
                None => self.refuse(LinkProblem::UnknownValue("preset", text.to_owned())),
            },
            "tokens" => match text.split(';').map(decode).collect() {
                Some(names) => self.tokens = Some(names),
                None => self.refuse(LinkProblem::Unreadable(part.to_owned())),
            },
            "q" => self.read_vectors(Vector::Query, text),
            "k" => self.read_vectors(Vector::Key, text),
            "v" => self.read_vectors(Vector::Value, text),
            "focus" => self.focus = Some(text.to_owned()),
            "scale" => match text {
                "none" => self.scale = Some(Scale::None),
                "sqrt_dk" => self.scale = Some(Scale::SqrtDk),
                _ => self.refuse(LinkProblem::UnknownValue("scale", text.to_owned())),
            },
            "temperature" => match parse_temperature(text, self.decimal) {
                Ok(temperature) => self.temperature = Some(temperature),
                Err(why) => self.refuse(LinkProblem::Number("temperature", text.to_owned(), why)),
            },
            "mask" => self.mask = Some(text.to_owned()),
            _ => self.refuse(LinkProblem::UnknownKey(key.to_owned())),
        }
    }

    fn read_vectors(&mut self, vector: Vector, text: &str) {
        let mut rows = Vec::new();
        for row in text.split(';') {
            let mut numbers = Vec::new();
            for number in row.split(',') {
                match parse_number(number, self.decimal) {
                    Ok(number) => numbers.push(number),
                    Err(why) => {
                        return self.refuse(LinkProblem::Number(
                            vector.letter(),
                            number.to_owned(),
                            why,
                        ));
                    }
                }
            }
            rows.push(numbers);
        }
        let rows: Vec<&[f64]> = rows.iter().map(Vec::as_slice).collect();
        match Matrix::from_rows(&rows) {
            Ok(matrix) => self.vectors[vector as usize] = Some(matrix),
            Err(_) => self.refuse(LinkProblem::Shape(vector.letter())),
        }
    }

    fn refuse(&mut self, problem: LinkProblem) {
        self.problems.push(problem);
    }

    pub(super) fn assemble(mut self) -> Link {
        let preset = self.preset.unwrap_or(Preset::Walkthrough);
        let mut experiment = self.room(&preset.experiment());
        if let Some(scale) = self.scale {
            experiment = experiment.with_scale(scale);
        }
        if let Some(temperature) = self.temperature {
            experiment = experiment.with_temperature(temperature);
        }
        if let Some(text) = self.mask.take() {
            match read_mask(&text, experiment.token_count()) {
                Ok(hearing) => experiment = experiment.with_hearing(hearing),
                Err(problem) => self.refuse(problem),
            }
        }
        let last = experiment.token_count() - 1;
        let mut focus = preset.focus().min(last);
        if let Some(text) = self.focus.take() {
            match text.parse() {
                Ok(index) if index <= last => focus = index,
                _ => self.refuse(LinkProblem::NobodyThere(text)),
            }
        }
        Link {
            experiment,
            selection: Selection::of(focus),
            problems: self.problems,
        }
    }

    /// The base with the link's names and vectors in it.
    fn room(&mut self, base: &Experiment) -> Experiment {
        let names = self.tokens.take();
        match std::mem::take(&mut self.vectors) {
            [Some(queries), Some(keys), Some(values)] => {
                let whole = self.whole_room(base, names, [queries, keys, values]);
                whole.unwrap_or_else(|| base.clone())
            }
            some => self.base_with(base, names, some),
        }
    }

    /// Three matrices together set the number of tokens and the dimensions.
    fn whole_room(
        &mut self,
        base: &Experiment,
        names: Option<Vec<String>>,
        [queries, keys, values]: [Matrix; 3],
    ) -> Option<Experiment> {
        let count = queries.rows();
        let named = names.is_some();
        let names = names.filter(|names| names.len() == count);
        if named && names.is_none() {
            self.refuse(LinkProblem::Shape("tokens"));
        }
        let tokens = names.unwrap_or_else(|| names_for(base, count));
        let room = base.with_guests(tokens, [queries, keys, values]);
        if room.is_err() {
            self.refuse(LinkProblem::Shape("q, k, v"));
        }
        room.ok()
    }

    /// Fewer than three must fit the base's; what doesn't fit leaves the base's in place.
    fn base_with(
        &mut self,
        base: &Experiment,
        names: Option<Vec<String>>,
        vectors: [Option<Matrix>; 3],
    ) -> Experiment {
        let mut tokens = base.tokens().to_vec();
        if let Some(names) = names {
            if names.len() == tokens.len() {
                tokens = names;
            } else {
                self.refuse(LinkProblem::Shape("tokens"));
            }
        }
        let mut matrices = Vector::ALL.map(|vector| base.matrix(vector).clone());
        for ((vector, own), given) in Vector::ALL.into_iter().zip(&mut matrices).zip(vectors) {
            match given {
                Some(given) if (given.rows(), given.cols()) == (own.rows(), own.cols()) => {
                    *own = given;
                }
                Some(_) => self.refuse(LinkProblem::Shape(vector.letter())),
                None => {}
            }
        }
        base.with_guests(tokens, matrices)
            .unwrap_or_else(|_| base.clone())
    }
}

/// A mask by its name, or cell by cell: a row per query, 1 = may listen.
fn read_mask(text: &str, token_count: usize) -> Result<Hearing, LinkProblem> {
    match text {
        "none" => return Ok(Hearing::Everyone),
        "causal" => return Ok(Hearing::Causal),
        _ => {}
    }
    let unknown = || LinkProblem::UnknownValue("mask", text.to_owned());
    let mut cells = Vec::new();
    let mut fits = text.split(';').count() == token_count;
    for row in text.split(';') {
        fits &= row.len() == token_count;
        for cell in row.chars() {
            match cell {
                '1' => cells.push(true),
                '0' => cells.push(false),
                _ => return Err(unknown()),
            }
        }
    }
    if cells.is_empty() {
        return Err(unknown());
    }
    fits.then(|| Hearing::Cells(cells.into()))
        .ok_or(LinkProblem::Shape("mask"))
}

/// Names for so many guests: the base's as far as they go, then numbers.
fn names_for(base: &Experiment, count: usize) -> Vec<String> {
    (0..count)
        .map(|index| match base.tokens().get(index) {
            Some(name) => name.clone(),
            None => (index + 1).to_string(),
        })
        .collect()
}

fn decode(piece: &str) -> Option<String> {
    let text = percent_decode_str(piece).decode_utf8().ok()?;
    // What percent-encoding leaves over is a broken escape, as in `#%`.
    let broken = piece.bytes().enumerate().any(|(at, byte)| {
        byte == b'%'
            && !piece
                .as_bytes()
                .get(at + 1..at + 3)
                .is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit))
    });
    (!broken).then(|| text.into_owned())
}
