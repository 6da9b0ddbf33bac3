use attention_core::Scale;

use super::Preset;
use crate::{Experiment, Position};

/// The focus's weights by the definition, sharing no code with the core.
fn softmax_by_hand(scores: &[f64]) -> Vec<f64> {
    let exponentials: Vec<f64> = scores.iter().map(|score| score.exp()).collect();
    let sum: f64 = exponentials.iter().sum();
    exponentials.iter().map(|e| e / sum).collect()
}

fn assert_near(found: &[f64], expected: &[f64], within: f64) {
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        assert!((found - expected).abs() < within, "{found} {expected}");
    }
}

fn weights(preset: Preset) -> Vec<f64> {
    preset
        .experiment()
        .attention()
        .head(0)
        .weights(preset.focus())
        .to_vec()
}

#[test]
fn every_preset_can_be_made_and_is_found_by_its_name() {
    for preset in Preset::ALL {
        assert!(preset.focus() < preset.experiment().token_count());
        assert_eq!(Preset::named(preset.name()), Some(preset));
    }
    assert_eq!(Preset::named("nobody"), None);
}

#[test]
fn the_walkthrough_gives_the_weights_worked_out_by_hand() {
    // e^(5-7) = 0.135335, e^(2-7) = 0.006738, e^0 = 1; their sum is 1.142073.
    assert_near(
        &weights(Preset::Walkthrough),
        &[0.118_500, 0.005_900, 0.875_601],
        5e-7,
    );
    let trace = Preset::Walkthrough.experiment().attention();
    let trace = trace.head(0);
    assert_near(trace.output(2), &[0.814_690, 0.445_630], 5e-7);
}

#[test]
fn the_shares_are_the_posts_to_a_thousandth() {
    assert_near(&weights(Preset::Shares), &[0.60, 0.25, 0.15], 0.001);
}

#[test]
fn the_verb_links_alice_and_bob_and_to_links_bob_and_chloe() {
    let introduced = softmax_by_hand(&[4.0, 0.0, 4.0, 0.0, 0.0]);
    assert_near(&weights(Preset::Introduction), &introduced, 1e-12);
    let trace = Preset::Introduction.experiment().attention();
    let trace = trace.head(0);
    let to = softmax_by_hand(&[0.0, 0.0, 4.0, 0.0, 4.0]);
    assert_near(trace.weights(3), &to, 1e-12);
    assert!(introduced[0] > 0.48 && to[4] > 0.48);
}

#[test]
fn she_is_alice() {
    let she = softmax_by_hand(&[4.0, 0.0, 0.0, 0.0, 2.0, 0.0]);
    assert_near(&weights(Preset::Pronoun), &she, 1e-12);
    assert!(she[0] > 0.8);
}

#[test]
fn keys_that_are_all_alike_are_heard_alike() {
    let trace = Preset::Uniform.experiment().attention();
    let trace = trace.head(0);
    for query_index in 0..3 {
        assert_near(trace.weights(query_index), &[1.0 / 3.0; 3], 1e-12);
    }
}

#[test]
fn scaling_lets_the_others_be_heard_beside_a_loud_guest() {
    assert_near(
        &weights(Preset::Loud),
        &softmax_by_hand(&[8.0, 12.0, 4.0]),
        1e-12,
    );
    let scaled = Preset::Loud.experiment().with_scale(Scale::SqrtDk);
    let scaled = scaled.attention();
    let scaled = scaled.head(0);
    assert_near(scaled.weights(2), &softmax_by_hand(&[4.0, 6.0, 2.0]), 1e-12);
    assert!(weights(Preset::Loud)[0] < 0.02 && scaled.weights(2)[0] > 0.11);
}

#[test]
fn without_looking_ahead_the_verb_hears_what_came_before() {
    let expected = softmax_by_hand(&[4.0, 0.0]);
    let found = weights(Preset::Causal);
    assert_near(&found[..2], &expected, 1e-12);
    assert_eq!(found[2..], [0.0; 3]);
}

/// One row of attention over inputs by the definition, sharing no code with the core: x = embedding
/// + [sin i, cos i], W_Q swaps and doubles, W_K and W_V leave as they are.
fn order_by_hand(embeddings: [[f64; 2]; 3]) -> [[f64; 2]; 3] {
    let inputs: Vec<[f64; 2]> = embeddings
        .iter()
        .enumerate()
        .map(|(at, [one, two])| [one + (at as f64).sin(), two + (at as f64).cos()])
        .collect();
    [0, 1, 2].map(|query: usize| {
        let [one, two] = inputs[query];
        let score = |key: &[f64; 2]| (2.0 * two * key[0] + 2.0 * one * key[1]) / 2f64.sqrt();
        let weights = softmax_by_hand(&inputs.iter().map(score).collect::<Vec<_>>());
        let mix = |component: usize| {
            (0..3)
                .map(|key| weights[key] * inputs[key][component])
                .sum()
        };
        [mix(0), mix(1)]
    })
}

#[test]
fn order_matters_as_worked_out_by_hand() {
    let room = Preset::Order.experiment();
    let outputs = |room: &Experiment| {
        let trace = room.attention();
        [0, 1, 2].map(|query| trace.head(0).output(query).to_vec())
    };
    let by_hand = order_by_hand([[2.0, 0.0], [0.0, 0.5], [0.5, 2.0]]);
    for (found, expected) in outputs(&room).iter().zip(by_hand) {
        assert_near(found, &expected, 1e-12);
    }
    let swap = |room: Experiment| room.with_guest_moved(2, 0);
    let swapped = swap(room.clone());
    assert_eq!(swapped.tokens(), ["Bob", "Alice", "thanks"]);
    let by_hand = order_by_hand([[0.5, 2.0], [2.0, 0.0], [0.0, 0.5]]);
    for (found, expected) in outputs(&swapped).iter().zip(by_hand) {
        assert_near(found, &expected, 1e-12);
    }
    // Without positions, outputs merely go with their guests.
    let without = room.with_position(Position::None);
    let (before, after) = (outputs(&without), outputs(&swap(without.clone())));
    assert_near(&after[0], &before[2], 1e-12);
    assert_near(&after[1], &before[0], 1e-12);
    assert!((outputs(&room)[0][0] - outputs(&swapped)[1][0]).abs() > 0.05);
}

#[test]
fn two_heads_listen_for_different_things() {
    let trace = Preset::Heads.experiment().attention();
    assert_eq!(trace.head_count(), 2);
    let one_of_five = |at: usize| {
        let mut scores = [0.0; 5];
        scores[at] = 4.0;
        softmax_by_hand(&scores)
    };
    // “introduced” hears Alice by one head and Bob by the other.
    assert_near(trace.head(0).weights(1), &one_of_five(0), 1e-12);
    assert_near(trace.head(1).weights(1), &one_of_five(2), 1e-12);
    // W_O leaves the two heads' outputs side by side.
    let merge = trace
        .merge()
        .unwrap_or_else(|| panic!("two heads are merged"));
    let both = [trace.head(0).output(1), trace.head(1).output(1)].concat();
    assert_near(merge.output(1), &both, 1e-12);
}
