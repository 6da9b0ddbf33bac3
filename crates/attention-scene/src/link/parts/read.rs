use attention_core::{Matrix, Scale};
use percent_encoding::percent_decode_str;

use super::Parts;
use crate::link::wishes::read_parts;
use crate::link::{Language, PartSet, Theme, View};
use crate::{
    Hearing, LinkProblem, Position, Preset, Step, Tensor, parse_number, parse_temperature,
};

impl Parts {
    /// Reads one part. Pieces are decoded once they are split, so that a name may hold what
    /// separates.
    pub(in crate::link) fn read(&mut self, part: &str) {
        let refused_before = self.problems.len();
        let read = part.split_once('=').and_then(|(key, text)| match key {
            "tokens" => {
                self.tokens = Some(text.split(';').map(decode).collect::<Option<_>>()?);
                Some(())
            }
            _ => self.read_value(key, text),
        });
        if read.is_none() {
            self.refuse(LinkProblem::Unreadable(part.to_owned()));
        }
        self.taken += usize::from(self.problems.len() == refused_before);
    }

    fn read_value(&mut self, key: &str, text: &str) -> Option<()> {
        let value = decode(text)?;
        match (key, value.as_str()) {
            // What could not be unpacked.
            ("z", _) => return None,
            ("preset", name) => match Preset::named(name) {
                Some(preset) => self.preset = Some(preset),
                None => self.refuse(LinkProblem::UnknownValue("preset", value)),
            },
            ("scale", "none") => self.scale = Some(Scale::None),
            ("scale", "sqrt_dk") => self.scale = Some(Scale::SqrtDk),
            ("scale", _) => self.refuse(LinkProblem::UnknownValue("scale", value)),
            ("temperature", _) => match parse_temperature(&value, self.decimal) {
                Ok(temperature) => self.temperature = Some(temperature),
                Err(why) => self.refuse(LinkProblem::Number("temperature", value, why)),
            },
            ("position", "none") => self.position = Some(Position::None),
            ("position", "sinusoidal") => self.position = Some(Position::Sinusoidal),
            ("heads", _) => self.heads = Some(value),
            ("focus", _) => self.focus = Some(value),
            ("step", name) => match Step::named(name) {
                Some(step) => self.step = step,
                None => self.refuse(LinkProblem::UnknownValue("step", value)),
            },
            ("mask", _) => self.mask = Some(value),
            ("theme", name) => match Theme::named(name) {
                Some(theme) => self.wishes.theme = Some(theme),
                None => self.refuse(LinkProblem::UnknownValue("theme", value)),
            },
            ("view", name) => match View::named(name) {
                Some(view) => self.wishes.view = view,
                None => self.refuse(LinkProblem::UnknownValue("view", value)),
            },
            ("lang", code) => match Language::coded(code) {
                Some(language) => self.wishes.language = Some(language),
                None => self.refuse(LinkProblem::UnknownValue("lang", value)),
            },
            ("hide", names) => self.wishes.hidden = self.read_parts("hide", names),
            ("lock", names) => self.wishes.locked = self.read_parts("lock", names),
            _ => match Tensor::lettered(key) {
                Some(tensor) => self.read_matrix(tensor, text)?,
                None => self.refuse(LinkProblem::UnknownKey(key.to_owned())),
            },
        }
        Some(())
    }

    fn read_parts(&mut self, key: &'static str, names: &str) -> PartSet {
        let (parts, unknown) = read_parts(names);
        for name in unknown {
            self.refuse(LinkProblem::UnknownValue(key, name.to_owned()));
        }
        parts
    }

    fn read_matrix(&mut self, tensor: Tensor, text: &str) -> Option<()> {
        let mut rows = Vec::new();
        for row in text.split(';') {
            let mut numbers = Vec::new();
            for piece in row.split(',') {
                let piece = decode(piece)?;
                match parse_number(&piece, self.decimal) {
                    Ok(number) => numbers.push(number),
                    Err(why) => {
                        let letter = tensor.letter();
                        self.refuse(LinkProblem::Number(letter, piece, why));
                        return Some(());
                    }
                }
            }
            rows.push(numbers);
        }
        match Matrix::from_rows(&rows) {
            Ok(matrix) => {
                self.matrices[tensor as usize] = Some(matrix);
                if tensor == Tensor::Positions {
                    self.position = Some(Position::Edited);
                }
            }
            Err(_) => self.refuse(LinkProblem::Shape(tensor.letter())),
        }
        Some(())
    }
}

/// A mask by its name, or cell by cell: a row per query, 1 = may listen.
pub(super) fn mask(text: &str, token_count: usize) -> Result<Hearing, LinkProblem> {
    match text {
        "none" => return Ok(Hearing::Everyone),
        "causal" => return Ok(Hearing::Causal),
        _ => {}
    }
    let cell = |cell| match cell {
        '1' => Some(true),
        '0' => Some(false),
        _ => None,
    };
    let rows: Option<Vec<Vec<bool>>> = text
        .split(';')
        .map(|row| row.chars().map(cell).collect())
        .collect();
    let Some(rows) = rows.filter(|rows| rows.iter().any(|row| !row.is_empty())) else {
        return Err(LinkProblem::UnknownValue("mask", text.to_owned()));
    };
    let fits = rows.len() == token_count && rows.iter().all(|row| row.len() == token_count);
    fits.then(|| Hearing::Cells(rows.concat().into()))
        .ok_or(LinkProblem::Shape("mask"))
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
