//! The heads of a trained model, as the files in `real-heads/` hold them.

use attention_core::{Matrix, Scale};

use crate::Experiment;

/// A sentence that the model read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RealSentence {
    /// “Alice introduced Bob to Chloe”.
    Introduction,
    /// “Alice met Bob and she smiled”.
    Pronoun,
}

impl RealSentence {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Introduction, Self::Pronoun];

    /// The name of its file, without what follows the dot.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Introduction => "introduction",
            Self::Pronoun => "pronoun",
        }
    }

    /// The sentence of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|sentence| sentence.name() == name)
    }

    /// Its tokens, as the model cuts it.
    #[must_use]
    pub const fn tokens(self) -> &'static [&'static str] {
        match self {
            Self::Introduction => &[
                "[CLS]",
                "alice",
                "introduced",
                "bob",
                "to",
                "chloe",
                "[SEP]",
            ],
            Self::Pronoun => &[
                "[CLS]", "alice", "met", "bob", "and", "she", "smiled", "[SEP]",
            ],
        }
    }

    /// How many bytes its file has.
    #[must_use]
    pub const fn file_length(self) -> usize {
        RealHeads::LAYERS * RealHeads::HEADS * 3 * self.matrix_length()
    }

    /// How many bytes a head's queries take, or its keys, or its values.
    const fn matrix_length(self) -> usize {
        self.tokens().len() * RealHeads::COMPONENTS * 4
    }
}

/// A head of which it is known what it does in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KnownHead {
    /// Finds whom a pronoun stands for.
    Pronoun,
    /// Leads a preposition back to its verb.
    Preposition,
    /// Listens to the token before.
    Before,
    /// Listens to the token after.
    After,
    /// Looks at the last person named.
    LastPerson,
    /// Sees the persons, and doesn't choose.
    Persons,
    /// Rests on the first token.
    Rest,
}

impl KnownHead {
    /// All of them, the most telling first.
    pub const ALL: [Self; 7] = [
        Self::Pronoun,
        Self::Preposition,
        Self::Before,
        Self::After,
        Self::LastPerson,
        Self::Persons,
        Self::Rest,
    ];

    /// Its layer and its head, from 0.
    #[must_use]
    pub const fn place(self) -> (usize, usize) {
        match self {
            Self::Pronoun => (1, 3),
            Self::Preposition => (1, 6),
            Self::Before => (0, 2),
            Self::After => (1, 8),
            Self::LastPerson => (3, 10),
            Self::Persons => (5, 3),
            Self::Rest => (2, 7),
        }
    }

    /// The token to ask in a sentence; none where there is nothing of the kind to see in it.
    #[must_use]
    pub const fn asks(self, sentence: RealSentence) -> Option<usize> {
        match (self, sentence) {
            (Self::Pronoun | Self::LastPerson, RealSentence::Introduction)
            | (Self::Preposition, RealSentence::Pronoun) => None,
            (Self::Before, _) => Some(3),
            (Self::Rest, _) => Some(2),
            (Self::Preposition | Self::After, _) => Some(4),
            (Self::Pronoun | Self::LastPerson | Self::Persons, _) => Some(5),
        }
    }
}

/// Why a file of heads was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RealHeadsError {
    /// It has not as many bytes as its sentence needs.
    Length {
        /// How many it needs.
        expected: usize,
        /// How many it has.
        found: usize,
    },
    /// A number in it, counted from 0, isn't one.
    NotFinite(usize),
}

/// The queries, keys and values of one sentence, from every layer and head.
#[derive(Clone, Debug, PartialEq)]
pub struct RealHeads {
    sentence: RealSentence,
    /// As in the file: of each layer each head, of each head Q, K, V, of each a row per token.
    bytes: Vec<u8>,
}

impl RealHeads {
    /// How many layers there are.
    pub const LAYERS: usize = 6;
    /// How many heads a layer has.
    pub const HEADS: usize = 12;
    /// How many components a query, a key or a value has.
    pub const COMPONENTS: usize = 32;

    /// Takes a file's bytes.
    ///
    /// # Errors
    ///
    /// A [`RealHeadsError`] where the file isn't the sentence's.
    ///
    /// ```
    /// use attention_scene::{RealHeads, RealHeadsError, RealSentence};
    /// let short = RealHeads::read(RealSentence::Pronoun, vec![0; 12]);
    /// assert_eq!(short, Err(RealHeadsError::Length { expected: 221_184, found: 12 }));
    /// ```
    pub fn read(sentence: RealSentence, bytes: Vec<u8>) -> Result<Self, RealHeadsError> {
        let (expected, found) = (sentence.file_length(), bytes.len());
        if found != expected {
            return Err(RealHeadsError::Length { expected, found });
        }
        let no_number = numbers(&bytes).position(|number| !number.is_finite());
        match no_number {
            Some(at) => Err(RealHeadsError::NotFinite(at)),
            None => Ok(Self { sentence, bytes }),
        }
    }

    /// The sentence that the model read.
    #[must_use]
    pub fn sentence(&self) -> RealSentence {
        self.sentence
    }

    /// One head as a room, its numbers rounded to six decimal places, so that fields and links stay
    /// readable; none where there is no such layer or head.
    #[must_use]
    pub fn room(&self, layer: usize, head: usize) -> Option<Experiment> {
        if layer >= Self::LAYERS || head >= Self::HEADS {
            return None;
        }
        let tokens = self.sentence.tokens();
        let length = self.sentence.matrix_length();
        let start = (layer * Self::HEADS + head) * 3;
        let matrix = |at: usize| {
            let bytes = &self.bytes[(start + at) * length..][..length];
            let rounded = numbers(bytes).map(|number| (number * 1e6).round() / 1e6);
            Matrix::from_vec(rounded.collect(), tokens.len(), Self::COMPONENTS).ok()
        };
        let names = tokens.iter().map(|&name| name.to_owned()).collect();
        let room = Experiment::new(names, matrix(0)?, matrix(1)?, matrix(2)?);
        Some(room.ok()?.with_scale(Scale::SqrtDk))
    }
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = f64> {
    let (numbers, _) = bytes.as_chunks::<4>();
    numbers
        .iter()
        .map(|number| f64::from(f32::from_le_bytes(*number)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_number_is_found() {
        let sentence = RealSentence::Introduction;
        let mut bytes = vec![0; sentence.file_length()];
        bytes[4 * 1000..][..4].copy_from_slice(&f32::NAN.to_le_bytes());
        let found = RealHeads::read(sentence, bytes);
        assert_eq!(found, Err(RealHeadsError::NotFinite(1000)));
    }

    #[test]
    fn a_layer_or_head_that_is_not_there_is_no_room() {
        let sentence = RealSentence::Pronoun;
        let heads = RealHeads::read(sentence, vec![0; sentence.file_length()]);
        let heads = heads.unwrap_or_else(|error| panic!("{error:?}"));
        assert!(heads.room(5, 11).is_some_and(|room| room.is_large()));
        assert_eq!((heads.room(6, 0), heads.room(0, 12)), (None, None));
    }

    #[test]
    fn known_heads_are_there_and_ask_tokens_that_are() {
        for known in KnownHead::ALL {
            let (layer, head) = known.place();
            assert!(layer < RealHeads::LAYERS && head < RealHeads::HEADS);
            let asked = RealSentence::ALL.map(|sentence| {
                let asked = known.asks(sentence);
                assert!(asked.is_none_or(|token| token < sentence.tokens().len()));
                asked
            });
            assert_ne!(asked, [None; 2], "{known:?}");
        }
    }
}
