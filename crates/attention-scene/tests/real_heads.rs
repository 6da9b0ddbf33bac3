//! The heads of a trained model: what is computed from their queries and keys is what the model itself
//! computed. `real-heads/README.md` says where the files come from, how they are laid out, and what
//! to notice in them.

#![expect(
    clippy::unwrap_used,
    reason = "a file that is not there, or is not as described, fails its test"
)]

use std::{fs, path::Path};

use attention_core::{Matrix, Scale, Settings, Trace, trace};
use attention_scene::{RealHeads, RealSentence, Selection, decimal, read_link, write_link};

const LAYERS: usize = 6;
const HEADS: usize = 12;
const D_K: usize = 32;

/// How far a weight may be from the model's own.
const TOLERANCE: f64 = 1e-4;

const INTRODUCTION: [&str; 7] = [
    "[CLS]",
    "alice",
    "introduced",
    "bob",
    "to",
    "chloe",
    "[SEP]",
];
const PRONOUN: [&str; 8] = [
    "[CLS]", "alice", "met", "bob", "and", "she", "smiled", "[SEP]",
];

/// A sentence's files: every head's Q, K and V, and the weights that the model computed.
struct Sentence {
    tokens: &'static [&'static str],
    qkv: Vec<f64>,
    weights: Vec<f64>,
}

impl Sentence {
    fn introduction() -> Self {
        Self::read("introduction", &INTRODUCTION)
    }

    fn pronoun() -> Self {
        Self::read("pronoun", &PRONOUN)
    }

    fn read(name: &str, tokens: &'static [&'static str]) -> Self {
        let n = tokens.len();
        Self {
            tokens,
            qkv: read_numbers(&format!("{name}.f32"), LAYERS * HEADS * 3 * n * D_K),
            weights: read_numbers(&format!("{name}.weights.f32"), LAYERS * HEADS * n * n),
        }
    }

    fn trace(&self, layer: usize, head: usize) -> Trace {
        let n = self.tokens.len();
        let [q, k, v] = [0, 1, 2].map(|part| {
            let start = ((layer * HEADS + head) * 3 + part) * n * D_K;
            Matrix::from_vec(self.qkv[start..][..n * D_K].to_vec(), n, D_K).unwrap()
        });
        let settings = Settings {
            scale: Scale::SqrtDk,
            ..Settings::default()
        };
        trace(q.view(), k.view(), v.view(), &settings).unwrap()
    }

    fn models_row(&self, layer: usize, head: usize, query_index: usize) -> &[f64] {
        let n = self.tokens.len();
        &self.weights[((layer * HEADS + head) * n + query_index) * n..][..n]
    }

    fn index(&self, token: &str) -> usize {
        self.tokens.iter().position(|t| *t == token).unwrap()
    }

    /// What all of a head's queries together give to one token, divided by how many they are.
    fn average_share(&self, layer: usize, head: usize, key: &str) -> f64 {
        let (trace, n) = (self.trace(layer, head), self.tokens.len());
        let shares = (0..n).map(|query_index| trace.weight(query_index, self.index(key)));
        shares.sum::<f64>() / n as f64
    }

    #[track_caller]
    fn assert_share(&self, layer: usize, head: usize, query: &str, key: &str, stated: f64) {
        let trace = self.trace(layer, head);
        let found = trace.weight(self.index(query), self.index(key));
        assert!((found - stated).abs() <= 0.0005, "{found} {stated}");
    }
}

fn read_numbers(file: &str, expected: usize) -> Vec<f64> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../real-heads");
    let bytes = fs::read(folder.join(file)).unwrap();
    let (numbers, rest) = bytes.as_chunks::<4>();
    assert!(rest.is_empty(), "{file}");
    assert_eq!(numbers.len(), expected, "{file}");
    numbers
        .iter()
        .map(|bytes| f64::from(f32::from_le_bytes(*bytes)))
        .collect()
}

#[test]
fn every_weight_of_every_head_is_the_models_own() {
    for sentence in [Sentence::introduction(), Sentence::pronoun()] {
        for layer in 0..LAYERS {
            for head in 0..HEADS {
                let trace = sentence.trace(layer, head);
                for query_index in 0..sentence.tokens.len() {
                    let found = trace.weights(query_index);
                    let wanted = sentence.models_row(layer, head, query_index);
                    assert_eq!(found.len(), wanted.len());
                    for (found, wanted) in found.iter().zip(wanted) {
                        assert!(
                            (found - wanted).abs() <= TOLERANCE,
                            "layer {layer}, head {head}, query {query_index}: {found} {wanted}"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn the_shares_that_the_readme_states_are_there() {
    let introduction = Sentence::introduction();
    introduction.assert_share(1, 6, "to", "introduced", 0.957);
    introduction.assert_share(1, 8, "introduced", "bob", 0.665);
    introduction.assert_share(1, 8, "to", "chloe", 0.914);
    introduction.assert_share(1, 8, "bob", "[CLS]", 0.639);
    introduction.assert_share(5, 3, "chloe", "alice", 0.432);
    introduction.assert_share(5, 3, "chloe", "bob", 0.256);
    introduction.assert_share(5, 3, "chloe", "chloe", 0.273);

    let pronoun = Sentence::pronoun();
    pronoun.assert_share(1, 3, "she", "alice", 0.851);
    pronoun.assert_share(1, 3, "she", "bob", 0.021);
    pronoun.assert_share(1, 8, "met", "bob", 0.857);
    pronoun.assert_share(1, 8, "and", "she", 0.939);
    pronoun.assert_share(1, 8, "she", "smiled", 0.702);
    pronoun.assert_share(3, 10, "she", "bob", 0.638);
    pronoun.assert_share(3, 10, "she", "alice", 0.049);
    pronoun.assert_share(5, 3, "she", "alice", 0.431);
    pronoun.assert_share(5, 3, "she", "bob", 0.415);
}

#[test]
fn one_head_listens_to_the_token_before() {
    for sentence in [Sentence::introduction(), Sentence::pronoun()] {
        let trace = sentence.trace(0, 2);
        for query_index in 1..sentence.tokens.len() {
            assert!(trace.weight(query_index, query_index - 1) > 0.995);
        }
    }
}

#[test]
fn heads_rest_on_the_first_token_and_not_on_the_last() {
    for sentence in [Sentence::introduction(), Sentence::pronoun()] {
        let trace = sentence.trace(2, 7);
        for query_index in 0..sentence.tokens.len() {
            assert!(trace.weight(query_index, 0) > 0.8);
        }
        for layer in 0..LAYERS {
            let shares = (0..HEADS).map(|head| sentence.average_share(layer, head, "[CLS]"));
            let layers_share = shares.sum::<f64>() / HEADS as f64;
            assert_eq!((1..5).contains(&layer), layers_share > 0.6, "{layer}");
            for head in 0..HEADS {
                assert!(sentence.average_share(layer, head, "[SEP]") < 0.331);
            }
        }
    }
}

#[test]
fn a_head_as_a_room_weighs_as_the_model_did() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../real-heads");
    for (sentence, of_model) in [
        (RealSentence::Introduction, Sentence::introduction()),
        (RealSentence::Pronoun, Sentence::pronoun()),
    ] {
        assert_eq!(sentence.tokens(), of_model.tokens);
        let bytes = fs::read(folder.join(sentence.name()).with_extension("f32")).unwrap();
        let heads = RealHeads::read(sentence, bytes).unwrap();
        for layer in 0..LAYERS {
            for head in 0..HEADS {
                let room = heads.room(layer, head).unwrap().attention();
                for query_index in 0..sentence.tokens().len() {
                    let wanted = of_model.models_row(layer, head, query_index);
                    let found = room.head(0).weights(query_index);
                    for (found, wanted) in found.iter().zip(wanted) {
                        assert!((found - wanted).abs() <= TOLERANCE, "{found} {wanted}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_head_goes_through_a_link() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../real-heads");
    let bytes = fs::read(folder.join("pronoun.f32")).unwrap();
    let heads = RealHeads::read(RealSentence::Pronoun, bytes).unwrap();
    let room = heads.room(1, 3).unwrap();
    let fragment = write_link(&room, Selection::of(5));
    assert!(fragment.len() < 10_000, "{}", fragment.len());
    let link = read_link(&fragment, decimal).unwrap();
    assert_eq!((link.experiment, link.problems), (room, vec![]));
}
