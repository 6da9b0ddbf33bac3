//! The nearest temperature, by what it is: the least divergence.

use attention_core::{Error, TemperatureLimit, nearest_temperature};
use proptest::{collection::vec, prelude::*};

use crate::{case::assert_close, naive};

fn softmax_at(scores: &[f64], temperature: f64) -> Vec<f64> {
    let ones = vec![vec![1.0]];
    let keys: Vec<Vec<f64>> = scores.iter().map(|score| vec![*score]).collect();
    let heard = [vec![true; scores.len()]];
    naive::attend(&ones, &keys, &keys, 1.0, temperature, &heard)
        .weights
        .remove(0)
}

fn divergence_at(scores: &[f64], target: &[f64], temperature: f64) -> f64 {
    naive::divergence(target, &softmax_at(scores, temperature))
}

proptest! {
    #[test]
    fn a_softmax_is_nearest_at_its_own_temperature(
        scores in vec(-5.0..5.0, 2..8),
        temperature in 0.5..20.0,
    ) {
        let spread = scores.iter().copied().fold(f64::MIN, f64::max)
            - scores.iter().copied().fold(f64::MAX, f64::min);
        prop_assume!(spread > 0.5);
        let found = nearest_temperature(&scores, &softmax_at(&scores, temperature)).unwrap();
        assert_close(&[found], &[temperature], 1e-8);
    }

    #[test]
    fn no_other_temperature_is_nearer(
        pairs in vec((-5.0..5.0, 0.01..1.0), 2..8),
        other in 0.05..50.0,
    ) {
        let (scores, target): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
        let sum: f64 = target.iter().sum();
        let shares: Vec<f64> = target.iter().map(|share| share / sum).collect();
        match nearest_temperature(&scores, &target) {
            Ok(nearest) => {
                // Below this the oracle's own weights are too small for a number.
                let least = divergence_at(&scores, &shares, nearest.max(0.05));
                for other in [other, nearest * 0.99, nearest * 1.01] {
                    prop_assert!(divergence_at(&scores, &shares, other.max(0.05)) >= least - 1e-12);
                }
            }
            Err(error) => {
                let towards = TemperatureLimit::Infinity;
                prop_assert_eq!(error, Error::NoNearestTemperature { towards });
                prop_assert!(
                    divergence_at(&scores, &shares, 1e9)
                        <= divergence_at(&scores, &shares, other) + 1e-12
                );
            }
        }
    }
}

#[test]
fn the_posts_figures_are_nearest_at_1_67() {
    let temperature = nearest_temperature(&[5.0, 2.0, 7.0], &[0.24, 0.03, 0.73]).unwrap();
    assert_close(&[temperature], &[1.67], 0.005);
    // As percentages, and wherever the scores' zero is.
    assert_close(
        &[nearest_temperature(&[1005.0, 1002.0, 1007.0], &[24.0, 3.0, 73.0]).unwrap()],
        &[temperature],
        1e-12,
    );
    assert_close(
        &softmax_at(&[5.0, 2.0, 7.0], temperature),
        &[0.223, 0.037, 0.740],
        1e-3,
    );
}

#[test]
fn where_none_is_nearest_it_says_why() {
    let none = |towards| Err(Error::NoNearestTemperature { towards });
    assert_eq!(
        nearest_temperature(&[1.0, 2.0], &[0.0, 1.0]),
        none(TemperatureLimit::Zero)
    );
    assert_eq!(
        nearest_temperature(&[2.0, 2.0, 1.0], &[0.3, 0.7, 0.0]),
        none(TemperatureLimit::Zero)
    );
    assert_eq!(
        nearest_temperature(&[1.0, 2.0], &[0.5, 0.5]),
        none(TemperatureLimit::Infinity)
    );
    assert_eq!(
        nearest_temperature(&[1.0, 2.0], &[0.9, 0.1]),
        none(TemperatureLimit::Infinity)
    );
    assert_eq!(
        nearest_temperature(&[3.0, 3.0], &[0.9, 0.1]),
        none(TemperatureLimit::Any)
    );
    assert_eq!(
        nearest_temperature(&[3.0], &[1.0]),
        none(TemperatureLimit::Any)
    );
}

#[test]
fn scores_of_any_size_have_a_nearest() {
    // exp(2/T) : exp(1/T) = 3 : 1, at sizes from the denormal up.
    for size in [1e-300, 1e-30, 1.0, 1e30, 1e300] {
        let temperature = nearest_temperature(&[size, 2.0 * size], &[0.25, 0.75]).unwrap();
        assert_close(&[temperature / size], &[1.0 / 3f64.ln()], 1e-12);
    }
    // The nearest lies beyond the range of an f64.
    assert!(nearest_temperature(&[0.0, 1e308], &[0.499_999_999, 0.500_000_001]).is_err());
    // The search ends though the runner-up is as close as a number can say.
    assert!(nearest_temperature(&[-1e300, 1.0, 1.0 - 1e-16], &[0.0, 0.9, 0.1]).is_err());
}
