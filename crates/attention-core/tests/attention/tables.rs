//! Tables small enough to check by hand.

use attention_core::{Mask, Matrix, Scale, Settings, Trace, entropy, sinusoidal, trace};

use crate::case::assert_close;

/// Six printed decimals.
const PRINTED: f64 = 5e-7;

fn guests(settings: &Settings<'_>) -> Trace {
    let q = Matrix::from_rows(&[[1.0, 2.0], [0.0, 1.0], [2.0, 3.0]]).unwrap();
    let k = Matrix::from_rows(&[[1.0, 1.0], [1.0, 0.0], [2.0, 1.0]]).unwrap();
    let v = Matrix::from_rows(&[[0.2, 0.8], [0.5, 0.1], [0.9, 0.4]]).unwrap();
    trace(q.view(), k.view(), v.view(), settings).unwrap()
}

#[test]
fn bob_listens_to_alice_introduced_and_himself() {
    let trace = guests(&Settings::default());
    assert_eq!(
        (trace.n_queries(), trace.n_keys(), trace.d_k(), trace.d_v()),
        (3, 3, 2, 2)
    );
    assert_eq!((trace.scale_factor(), trace.temperature()), (1.0, 1.0));
    assert_eq!(trace.product(2, 0), [2.0, 3.0]);
    assert_eq!(trace.product(2, 1), [2.0, 0.0]);
    assert_eq!(trace.product(2, 2), [4.0, 3.0]);
    assert_eq!(trace.scores(0), [3.0, 1.0, 4.0]);
    assert_eq!(trace.scores(1), [1.0, 0.0, 1.0]);
    assert_eq!(trace.scores(2), [5.0, 2.0, 7.0]);
    assert_eq!(trace.scaled_scores(2), [5.0, 2.0, 7.0]);
    assert_eq!(trace.row_max(2), Some(7.0));
    let exponentials = [0, 1, 2].map(|key| trace.exponential(2, key));
    assert_close(&exponentials, &[0.135_335, 0.006_738, 1.0], PRINTED);
    assert_close(&[trace.row_sum(2)], &[1.142_073], PRINTED);
    assert_close(
        trace.weights(2),
        &[0.118_500, 0.005_900, 0.875_601],
        PRINTED,
    );
    assert_close(trace.weighted_value(2, 0), &[0.023_700, 0.094_800], PRINTED);
    assert_close(trace.output(2), &[0.814_690, 0.445_630], PRINTED);
}

#[test]
fn scaled_by_the_root_of_d_k_bob_is_less_sure() {
    let trace = guests(&Settings {
        scale: Scale::SqrtDk,
        ..Settings::default()
    });
    assert_close(&[trace.scale_factor()], &[0.5f64.sqrt()], 1e-15);
    assert_close(
        trace.scaled_scores(2),
        &[5.0, 2.0, 7.0].map(|score| score / 2f64.sqrt()),
        1e-15,
    );
    assert_close(
        trace.weights(2),
        &[0.191_090, 0.022_907, 0.786_003],
        PRINTED,
    );
}

#[test]
fn temperature_divides_the_scores() {
    let trace = guests(&Settings {
        temperature: 2.0,
        ..Settings::default()
    });
    assert_eq!(trace.scaled_scores(2), [2.5, 1.0, 3.5]);
    assert_eq!(trace.scores(2), [5.0, 2.0, 7.0]);
    let trace = guests(&Settings {
        temperature: 1.67,
        ..Settings::default()
    });
    assert_close(trace.weights(2), &[0.223, 0.037, 0.740], 6e-4);
}

#[test]
fn introduced_hears_alice_and_bob_alike() {
    // Scores 1, 0, 1: e/(2e+1), 1/(2e+1), e/(2e+1).
    let trace = guests(&Settings::default());
    assert_eq!(trace.weight(1, 0), trace.weight(1, 2));
    assert_close(
        trace.weights(1),
        &[0.422_319, 0.155_362, 0.422_319],
        PRINTED,
    );
}

#[test]
fn causal_rows_hear_themselves_and_those_before() {
    let trace = guests(&Settings {
        mask: Mask::Causal,
        ..Settings::default()
    });
    assert_eq!(trace.weights(0), [1.0, 0.0, 0.0]);
    assert_eq!(trace.output(0), [0.2, 0.8]);
    assert_close(trace.weights(1), &[0.731_059, 0.268_941, 0.0], PRINTED);
    assert_close(
        trace.weights(2),
        &[0.118_500, 0.005_900, 0.875_601],
        PRINTED,
    );
    assert!(trace.is_allowed(1, 0) && trace.is_allowed(1, 1) && !trace.is_allowed(1, 2));
    // What may not be heard still has its score; it has no part in the rest.
    assert_eq!(
        (
            trace.score(1, 2),
            trace.exponential(1, 2),
            trace.weight(1, 2)
        ),
        (1.0, 0.0, 0.0)
    );
    assert_eq!(trace.row_max(0), Some(3.0));
}

#[test]
fn a_row_in_which_nobody_may_be_heard_is_silent() {
    let cells = [true, true, true, false, false, false, false, true, false];
    let trace = guests(&Settings {
        mask: Mask::Cells(&cells),
        ..Settings::default()
    });
    assert_eq!(
        [0, 1, 2].map(|query| trace.is_silent(query)),
        [false, true, false]
    );
    assert_eq!((trace.row_max(1), trace.row_sum(1)), (None, 0.0));
    assert_eq!(
        (trace.weights(1), trace.output(1)),
        (&[0.0; 3][..], &[0.0; 2][..])
    );
    assert_eq!(trace.scores(1), [1.0, 0.0, 1.0]);
    assert_eq!(entropy(trace.weights(1)), 0.0);
    // Bob may hear nobody but "introduced".
    assert_eq!(
        (trace.weights(2), trace.output(2)),
        (&[0.0, 1.0, 0.0][..], &[0.5, 0.1][..])
    );
    assert_eq!(trace.row_max(2), Some(2.0));
}

#[test]
fn a_zero_score_is_no_silence() {
    let (zero, two) = (
        Matrix::zeros(2, 1).unwrap(),
        Matrix::from_rows(&[[2.0], [4.0]]).unwrap(),
    );
    let trace = trace(zero.view(), zero.view(), two.view(), &Settings::default()).unwrap();
    assert_eq!((trace.row_max(0), trace.row_sum(0)), (Some(0.0), 2.0));
    assert_eq!(
        (trace.weights(0), trace.output(0)),
        (&[0.5, 0.5][..], &[3.0][..])
    );
}

#[test]
fn one_token_hears_itself() {
    let one = Matrix::from_rows(&[[-3.0, 0.1]]).unwrap();
    let trace = trace(one.view(), one.view(), one.view(), &Settings::default()).unwrap();
    assert_eq!(
        (trace.weights(0), trace.output(0)),
        (&[1.0][..], &[-3.0, 0.1][..])
    );
}

#[test]
fn extreme_scores_keep_their_weights() {
    let q = Matrix::from_rows(&[[1e15]]).unwrap();
    let v = Matrix::from_rows(&[[1.0], [2.0], [3.0]]).unwrap();
    let weights_of = |keys: [f64; 3]| {
        let k = Matrix::from_rows(&keys.map(|key| [key])).unwrap();
        trace(q.view(), k.view(), v.view(), &Settings::default())
            .unwrap()
            .weights(0)
            .to_vec()
    };
    assert_eq!(weights_of([1e15, -1e15, 1e15]), [0.5, 0.0, 0.5]);
    assert_eq!(weights_of([-1e15, -1e15, -1e15]), [1.0 / 3.0; 3]);
    assert_eq!(weights_of([5e-324, 0.0, -5e-324]), [1.0 / 3.0; 3]);
    // e⁻⁷⁴⁰ is denormal and e⁻⁷⁵⁰ is too small for a number.
    let weights = weights_of([0.0, -740e-15, -750e-15]);
    assert!(weights[0] == 1.0 && weights[1] > 0.0 && weights[1] < 1e-308 && weights[2] == 0.0);
}

#[test]
fn positions_are_the_hands_of_clocks() {
    // d_model 6: angular speeds 1, 10000^(−1/3) = 0.0464159 and 10000^(−2/3) = 0.00215443.
    let positions = sinusoidal(3, 6).unwrap();
    assert_eq!(positions.row(0), [0.0, 1.0, 0.0, 1.0, 0.0, 1.0]);
    let wanted = [
        0.909_297, -0.416_147, 0.092_699, 0.995_694, 0.004_309, 0.999_991,
    ];
    assert_close(positions.row(2), &wanted, PRINTED);
    assert_eq!(sinusoidal(2, 1).unwrap().row(1), [1f64.sin()]);
}
