//! Gradients against central differences of the oracle's divergence.

use attention_core::{Matrix, MatrixView, gradient, input_gradient};
use proptest::{collection::vec, prelude::*};

use crate::{
    case::{Case, CaseMask, any_case, assert_close, matrix, rows, self_attention},
    naive,
};

const STEP: f64 = 1e-5;
/// A central difference errs by about STEP² and 1e-16 / STEP.
const TOLERANCE: f64 = 2e-7;

/// A row that hears somebody, and a distribution over those it hears.
fn row_and_target(case: &Case, seed: usize, shares: &[f64]) -> Option<(usize, Vec<f64>)> {
    let row = seed % case.q.rows();
    let heard = &case.allowed()[row];
    let shares: Vec<f64> = heard
        .iter()
        .zip(shares)
        .map(|(h, share)| if *h { *share } else { 0.0 })
        .collect();
    let sum: f64 = shares.iter().sum();
    (sum > 0.0).then(|| (row, shares.iter().map(|share| share / sum).collect()))
}

fn divergence(case: &Case, row: usize, target: &[f64]) -> f64 {
    naive::divergence(target, &case.naive().weights[row])
}

/// The slope of `f` in each number of a matrix.
fn slopes(of: &Matrix, f: impl Fn(Matrix) -> f64) -> Vec<f64> {
    let at = |row, column, step: f64| {
        let mut moved = of.clone();
        moved.set(row, column, moved.get(row, column) + step);
        f(moved)
    };
    let mut slopes = Vec::new();
    for row in 0..of.rows() {
        for column in 0..of.cols() {
            slopes.push((at(row, column, STEP) - at(row, column, -STEP)) / (2.0 * STEP));
        }
    }
    slopes
}

/// Moderate, so that differences can see the slopes.
fn moderate(case: Case) -> Case {
    Case {
        temperature: case.temperature.max(1.0),
        ..case
    }
}

proptest! {
    #[test]
    fn of_queries_keys_and_temperature(
        case in any_case(),
        seed in 0usize..6,
        shares in vec(0.0..1.0, 6),
    ) {
        let case = moderate(case);
        let Some((row, target)) = row_and_target(&case, seed, &shares) else {
            return Ok(());
        };
        let found = gradient(case.q.view(), case.k.view(), &case.settings(), row, &target).unwrap();
        assert_close(
            &[found.divergence()],
            &[divergence(&case, row, &target)],
            1e-11,
        );
        let by_q = slopes(&case.q, |q| {
            divergence(&Case { q, ..case.clone() }, row, &target)
        });
        assert_close(found.queries().data(), &by_q, TOLERANCE);
        let by_k = slopes(&case.k, |k| {
            divergence(&Case { k, ..case.clone() }, row, &target)
        });
        assert_close(found.keys().data(), &by_k, TOLERANCE);
        let temperature = Matrix::from_vec(vec![case.temperature], 1, 1).unwrap();
        let by_t = slopes(&temperature, |t| {
            divergence(
                &Case {
                    temperature: t.get(0, 0),
                    ..case.clone()
                },
                row,
                &target,
            )
        });
        assert_close(&[found.temperature()], &by_t, TOLERANCE);
        // It does not depend on the values: there is nothing to have a gradient.
        let by_v = slopes(&case.v, |v| {
            divergence(&Case { v, ..case.clone() }, row, &target)
        });
        prop_assert!(by_v.iter().all(|slope| *slope == 0.0));
    }

    #[test]
    fn of_inputs_and_weights(
        x in matrix(4, 3),
        w_q in matrix(3, 2),
        w_k in matrix(3, 2),
        case in self_attention(CaseMask::Causal),
        row in 0usize..4,
        shares in vec(0.01..1.0, 4),
    ) {
        let case = moderate(Case {
            temperature: case.temperature + 5.0,
            ..case
        });
        let made_of = |x: &Matrix, w_q: &Matrix, w_k: &Matrix| {
            let product =
                |w: &Matrix| Matrix::from_rows(&naive::product(&rows(x), &rows(w))).unwrap();
            Case {
                q: product(w_q),
                k: product(w_k),
                v: x.clone(),
                ..case.clone()
            }
        };
        let Some((row, target)) = row_and_target(&made_of(&x, &w_q, &w_k), row, &shares) else {
            return Ok(());
        };
        let value = |x: &Matrix, w_q: &Matrix, w_k: &Matrix| {
            divergence(&made_of(x, w_q, w_k), row, &target)
        };
        let found = input_gradient(
            x.view(),
            w_q.view(),
            w_k.view(),
            &case.settings(),
            row,
            &target,
        )
        .unwrap();
        assert_close(
            found.x().data(),
            &slopes(&x, |x| value(&x, &w_q, &w_k)),
            TOLERANCE,
        );
        assert_close(
            found.w_q().data(),
            &slopes(&w_q, |w_q| value(&x, &w_q, &w_k)),
            TOLERANCE,
        );
        assert_close(
            found.w_k().data(),
            &slopes(&w_k, |w_k| value(&x, &w_q, &w_k)),
            TOLERANCE,
        );
    }

    #[test]
    fn a_small_step_against_it_comes_nearer(
        case in any_case(),
        seed in 0usize..6,
        shares in vec(0.1..1.0, 6),
    ) {
        let case = moderate(case);
        let Some((row, target)) = row_and_target(&case, seed, &shares) else {
            return Ok(());
        };
        let found = gradient(case.q.view(), case.k.view(), &case.settings(), row, &target).unwrap();
        let against = |from: &Matrix, slope: MatrixView<'_>| {
            let moved = from
                .data()
                .iter()
                .zip(slope.data())
                .map(|(number, slope)| number - 1e-4 * slope);
            Matrix::from_vec(moved.collect(), from.rows(), from.cols()).unwrap()
        };
        let (q, k) = (
            against(&case.q, found.queries()),
            against(&case.k, found.keys()),
        );
        let moved = Case { q, k, ..case };
        prop_assert!(divergence(&moved, row, &target) <= found.divergence() + 1e-12);
    }
}

#[test]
fn at_the_target_there_is_nowhere_to_go() {
    let (q, k) = (
        Matrix::from_rows(&[[1.0, 2.0]]).unwrap(),
        Matrix::from_rows(&[[0.5, 1.0]; 4]).unwrap(),
    );
    let found = gradient(q.view(), k.view(), &Default::default(), 0, &[25.0; 4]).unwrap();
    assert_eq!(found.divergence(), 0.0);
    assert_eq!(found.scaled(), [0.0; 4]);
    assert!(
        found
            .keys()
            .data()
            .iter()
            .chain(found.queries().data())
            .all(|slope| *slope == 0.0)
    );
}
