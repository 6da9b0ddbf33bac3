//! The room as a link's fragment, readable and writable by hand:
//! `tokens=Alice;Bob&q=1,2;0,1&k=…&v=…&focus=1&scale=none&temperature=1`.

use attention_core::{Matrix, Scale};
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use crate::{
    Experiment, NumberRefusal, Preset, Selection, Vector, parse_number, parse_temperature,
    print_exact,
};

/// What a link describes, and what in it could not be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The room: as far as the link could be read, and the base's where it couldn't.
    pub experiment: Experiment,
    /// Who is looked at.
    pub selection: Selection,
    /// What was refused, in the link's order; the rest of the link counts.
    pub problems: Vec<LinkProblem>,
}

/// One part of a link that could not be taken.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkProblem {
    /// A part that isn't `key=value`, or not decodable text.
    Unreadable(String),
    /// A key this version doesn't know.
    UnknownKey(String),
    /// A key whose value isn't among those it takes.
    UnknownValue(&'static str, String),
    /// A number that was refused, with its key and its text.
    Number(&'static str, String, NumberRefusal),
    /// Vectors or names that don't fit the room, or one another.
    Shape(&'static str),
    /// A focus on a guest who isn't there.
    NobodyThere(String),
}

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
    let mut fragment = format!("tokens={}", names.join(";"));
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
        "&focus={}&scale={scale}&temperature={}&mask=none",
        selection.focus,
        print_exact(experiment.temperature())
    ));
    fragment
}

/// Reads a fragment, without its `#`. `None` where it is not about a room at all: empty, or one
/// plain name such as a skip link's.
///
/// ```
/// use attention_scene::{LinkProblem, read_link};
/// let link = read_link("q=1,2;0,1;0,3&focus=9").ok_or("a link")?;
/// assert_eq!(link.experiment.trace().score(2, 0), 3.0);
/// assert_eq!(link.problems, [LinkProblem::NobodyThere("9".to_owned())]);
/// assert!(read_link("main").is_none());
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn read_link(fragment: &str) -> Option<Link> {
    // Some hosts append `#?secret=…` to the address of a page they embed.
    let fragment = fragment.split("#?").next().unwrap_or_default();
    let plain_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    if fragment.starts_with('?') || fragment.chars().all(plain_name) {
        return None;
    }
    let mut parts = Parts::default();
    for part in fragment.split('&').filter(|part| !part.is_empty()) {
        parts.read(part);
    }
    Some(parts.assemble())
}

/// The parts of a link, read one by one, before it is known whether they fit one another.
#[derive(Default)]
struct Parts {
    preset: Option<Preset>,
    tokens: Option<Vec<String>>,
    vectors: [Option<Matrix>; 3],
    focus: Option<String>,
    scale: Option<Scale>,
    temperature: Option<f64>,
    problems: Vec<LinkProblem>,
}

impl Parts {
    fn read(&mut self, part: &str) {
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
            "temperature" => match parse_temperature(text) {
                Ok(temperature) => self.temperature = Some(temperature),
                Err(why) => self.refuse(LinkProblem::Number("temperature", text.to_owned(), why)),
            },
            "mask" if text == "none" => {}
            "mask" => self.refuse(LinkProblem::UnknownValue("mask", text.to_owned())),
            _ => self.refuse(LinkProblem::UnknownKey(key.to_owned())),
        }
    }

    fn read_vectors(&mut self, vector: Vector, text: &str) {
        let mut rows = Vec::new();
        for row in text.split(';') {
            let mut numbers = Vec::new();
            for number in row.split(',') {
                match parse_number(number) {
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
        match Matrix::from_rows(&rows) {
            Ok(matrix) => self.vectors[vector as usize] = Some(matrix),
            Err(_) => self.refuse(LinkProblem::Shape(vector.letter())),
        }
    }

    fn refuse(&mut self, problem: LinkProblem) {
        self.problems.push(problem);
    }

    fn assemble(mut self) -> Link {
        let preset = self.preset.unwrap_or(Preset::Walkthrough);
        let mut experiment = self.room(&preset.experiment());
        if let Some(scale) = self.scale {
            experiment = experiment.with_scale(scale);
        }
        if let Some(temperature) = self.temperature {
            experiment = experiment.with_temperature(temperature);
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
        let room = Experiment::new(tokens, queries, keys, values);
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
        let [queries, keys, values] = matrices;
        Experiment::new(tokens, queries, keys, values).unwrap_or_else(|_| base.clone())
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(fragment: &str) -> Link {
        read_link(fragment).unwrap()
    }

    #[test]
    fn what_is_written_reads_back_as_the_same() {
        let room = Preset::Walkthrough
            .experiment()
            .with_number(
                crate::Slot {
                    vector: Vector::Key,
                    token_index: 1,
                    component_index: 1,
                },
                -1.25e-7,
            )
            .with_scale(Scale::SqrtDk)
            .with_temperature(1.67);
        let link = read(&write_link(&room, Selection::of(1)));
        assert_eq!((link.experiment, link.selection.focus), (room, 1));
        assert_eq!(link.problems, []);
    }

    #[test]
    fn a_name_may_hold_what_separates_and_a_plus_stays_a_plus() {
        let link = read("tokens=a%3Bb%2C;c+d;%C3%A9");
        assert_eq!(link.experiment.tokens(), ["a;b,", "c+d", "é"]);
        let again = read(&write_link(&link.experiment, link.selection));
        assert_eq!(again.experiment, link.experiment);
    }

    #[test]
    fn three_matrices_set_the_shape() {
        let link = read("q=1;2&k=3;4&v=1,2,3;4,5,6");
        assert_eq!(link.experiment.token_count(), 2);
        assert_eq!(link.experiment.dimension(Vector::Value), 3);
        assert_eq!(link.experiment.tokens(), ["Alice", "introduced"]);
        assert_eq!(link.selection.focus, 1);
        assert_eq!(link.problems, []);
    }

    #[test]
    fn what_cannot_be_read_is_refused_and_the_rest_counts() {
        let base = Preset::Walkthrough.experiment();
        for (fragment, problem) in [
            ("#%", LinkProblem::Unreadable("#%".to_owned())),
            (
                "constructor=1",
                LinkProblem::UnknownKey("constructor".to_owned()),
            ),
            ("tokens=%", LinkProblem::Unreadable("tokens=%".to_owned())),
            ("tokens=one;two", LinkProblem::Shape("tokens")),
            ("q=1,2", LinkProblem::Shape("q")),
            ("q=1,2;3;4,5", LinkProblem::Shape("q")),
            ("q=1;2&k=1;2&v=1", LinkProblem::Shape("q, k, v")),
            (
                "k=NaN,1;1,1;1,1",
                LinkProblem::Number("k", "NaN".to_owned(), NumberRefusal::NotANumber),
            ),
            (
                "temperature=0",
                LinkProblem::Number("temperature", "0".to_owned(), NumberRefusal::TooCold),
            ),
            ("focus=99", LinkProblem::NobodyThere("99".to_owned())),
            (
                "scale=2",
                LinkProblem::UnknownValue("scale", "2".to_owned()),
            ),
            (
                "preset=x",
                LinkProblem::UnknownValue("preset", "x".to_owned()),
            ),
        ] {
            let link = read(fragment);
            assert_eq!(link.problems, [problem], "{fragment}");
            assert_eq!(link.experiment, base, "{fragment}");
        }
        let link = read("oops&scale=sqrt_dk");
        assert_eq!(link.experiment.scale(), Scale::SqrtDk);
    }

    #[test]
    fn plain_names_and_hosts_secrets_are_none_of_ours() {
        for fragment in ["", "main", "section-2", "?secret=abc"] {
            assert_eq!(read_link(fragment), None, "{fragment}");
        }
        assert_eq!(read("focus=0#?secret=abc").problems, []);
    }

    proptest::proptest! {
        #[test]
        fn no_text_at_all_breaks_it(fragment in ".{0,60}") {
            let inside = |link: Link| link.selection.focus < link.experiment.token_count();
            proptest::prop_assert!(read_link(&fragment).is_none_or(inside));
        }
    }
}
