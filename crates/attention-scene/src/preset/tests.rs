use attention_core::Scale;

use super::Preset;

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
    preset.experiment().trace().weights(preset.focus()).to_vec()
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
    let trace = Preset::Walkthrough.experiment().trace();
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
    let trace = Preset::Introduction.experiment().trace();
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
    let trace = Preset::Uniform.experiment().trace();
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
    let scaled = Preset::Loud.experiment().with_scale(Scale::SqrtDk).trace();
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
