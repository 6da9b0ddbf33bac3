//! The fast forward against a naive one in `f64`, within the bound that it states.
#![cfg(feature = "fast")]
#![expect(
    clippy::unwrap_used,
    reason = "a case of ours that is refused fails its test"
)]

use attention_core::{Error, FastForward, FastShape, Mask, Quantity, Scale, Settings};
use proptest::prelude::*;

/// `2⁻²⁴`, as the documentation has it.
const U: f64 = 1.0 / 16_777_216.0;

/// What the mathematics says, written down as it stands, and how far off the weights may be.
struct Exact {
    weights: Vec<f64>,
    output: Vec<f64>,
    /// The bound's `2Δ + (4B + 70) u`, per query.
    slack: Vec<f64>,
}

struct Case {
    shape: FastShape,
    q: Vec<f32>,
    k: Vec<f32>,
    v: Vec<f32>,
}

impl Case {
    /// Numbers within `±magnitude`, always the same ones.
    fn new(shape: FastShape, magnitude: f32) -> Self {
        let mut state = 0x2545_f491_4f6c_dd1d_u64;
        let mut numbers = |len| -> Vec<f32> {
            (0..len)
                .map(|_| {
                    state ^= state << 13;
                    state ^= state >> 7;
                    state ^= state << 17;
                    ((state >> 40) as f32 / 8_388_608.0 - 1.0) * magnitude
                })
                .collect()
        };
        Self {
            shape,
            q: numbers(shape.n_queries * shape.d_k),
            k: numbers(shape.n_keys * shape.d_k),
            v: numbers(shape.n_keys * shape.d_v),
        }
    }

    fn exact(&self, settings: &Settings<'_>) -> Exact {
        let FastShape {
            n_queries,
            n_keys,
            d_k,
            d_v,
        } = self.shape;
        let factor = settings.scale.factor(d_k) / settings.temperature;
        let mut exact = Exact {
            weights: vec![],
            output: vec![],
            slack: vec![],
        };
        for query_index in 0..n_queries {
            let query = &self.q[query_index * d_k..][..d_k];
            let mut scores = vec![f64::NEG_INFINITY; n_keys];
            let mut largest_terms = 0.0_f64;
            for (key_index, score) in scores.iter_mut().enumerate() {
                let key = &self.k[key_index * d_k..][..d_k];
                let terms = query
                    .iter()
                    .zip(key)
                    .map(|(q, k)| f64::from(*q) * f64::from(*k) * factor);
                if allows(settings.mask, n_keys, query_index, key_index) {
                    *score = terms.clone().sum();
                    largest_terms = largest_terms.max(terms.map(f64::abs).sum());
                }
            }
            let max = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let exponentials: Vec<f64> = scores
                .iter()
                .map(|score| {
                    if max.is_finite() {
                        (score - max).exp()
                    } else {
                        0.0
                    }
                })
                .collect();
            let sum: f64 = exponentials.iter().sum();
            let weights: Vec<f64> = exponentials
                .iter()
                .map(|exponential| if sum > 0.0 { exponential / sum } else { 0.0 })
                .collect();
            for component in 0..d_v {
                let terms = weights.iter().enumerate();
                let terms =
                    terms.map(|(key, weight)| weight * f64::from(self.v[key * d_v + component]));
                exact.output.push(terms.sum());
            }
            exact.weights.extend(weights);
            let delta = (d_k as f64 + 4.0) * U * largest_terms;
            exact
                .slack
                .push(2.0 * delta + (4.0 * n_keys.div_ceil(64) as f64 + 70.0) * U);
        }
        exact
    }

    fn run(&self, settings: &Settings<'_>) -> Result<(Vec<f32>, Vec<f32>), Error> {
        let FastShape {
            n_queries,
            n_keys,
            d_v,
            ..
        } = self.shape;
        let mut fast = FastForward::new(self.shape)?;
        let mut weights = vec![f32::NAN; n_queries * n_keys];
        let mut output = vec![f32::NAN; n_queries * d_v];
        fast.run_with_weights(
            &self.q,
            &self.k,
            &self.v,
            settings,
            &mut weights,
            &mut output,
        )?;
        let mut alone = vec![f32::NAN; n_queries * d_v];
        fast.run(&self.q, &self.k, &self.v, settings, &mut alone)?;
        assert_eq!(alone, output, "the weights are a by-product");
        Ok((weights, output))
    }

    fn check(&self, settings: &Settings<'_>) {
        let FastShape { n_keys, d_v, .. } = self.shape;
        let exact = self.exact(settings);
        let (weights, output) = self.run(settings).unwrap();
        let largest = self
            .v
            .iter()
            .fold(0.0, |max: f64, v| max.max(f64::from(v.abs())));
        for (index, (fast, exact_weight)) in weights.iter().zip(&exact.weights).enumerate() {
            let bound = exact.slack[index / n_keys] * exact_weight + 2.0 * U;
            let difference = (f64::from(*fast) - exact_weight).abs();
            assert!(
                difference <= bound,
                "weight {index}: {fast} for {exact_weight}, over {bound:e}"
            );
        }
        for (index, (fast, exact_output)) in output.iter().zip(&exact.output).enumerate() {
            let bound = (exact.slack[index / d_v] + 70.0 * U) * largest;
            let difference = (f64::from(*fast) - exact_output).abs();
            assert!(
                difference <= bound,
                "output {index}: {fast} for {exact_output}, over {bound:e}"
            );
        }
        for row in weights.chunks(n_keys) {
            let sum: f64 = row.iter().map(|weight| f64::from(*weight)).sum();
            assert!(
                sum == 0.0 || (sum - 1.0).abs() <= 1e-6,
                "a row sums to {sum}"
            );
        }
    }
}

fn allows(mask: Mask<'_>, n_keys: usize, query_index: usize, key_index: usize) -> bool {
    match mask {
        Mask::None => true,
        Mask::Causal => key_index <= query_index,
        Mask::Cells(cells) => cells[query_index * n_keys + key_index],
    }
}

fn square(n: usize, d: usize) -> FastShape {
    FastShape {
        n_queries: n,
        n_keys: n,
        d_k: d,
        d_v: d,
    }
}

#[test]
fn blocks_that_are_full_begun_and_missing() {
    for n in [
        1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 33, 63, 64, 65, 127, 129, 200,
    ] {
        for d in [1, 2, 3, 4, 5, 8, 13] {
            for mask in [Mask::None, Mask::Causal] {
                Case::new(square(n, d), 2.0).check(&Settings {
                    mask,
                    ..Settings::default()
                });
            }
        }
    }
}

#[test]
fn many_tokens() {
    for (n, d, scale) in [(512, 16, Scale::SqrtDk), (1100, 4, Scale::None)] {
        Case::new(square(n, d), 1.0).check(&Settings {
            scale,
            ..Settings::default()
        });
    }
}

#[test]
fn a_run_allocates_nothing() {
    let case = Case::new(square(70, 5), 1.0);
    let mut fast = FastForward::new(case.shape).unwrap();
    let (mut weights, mut output) = (vec![0.0; 70 * 70], vec![0.0; 70 * 5]);
    let taken = allocation_counter::measure(|| {
        let settings = Settings::default();
        fast.run_with_weights(
            &case.q,
            &case.k,
            &case.v,
            &settings,
            &mut weights,
            &mut output,
        )
        .unwrap();
    });
    assert_eq!(taken.count_total, 0);
}

#[test]
fn a_row_in_which_nobody_may_be_heard_is_zero() {
    let case = Case::new(
        FastShape {
            n_queries: 70,
            n_keys: 66,
            d_k: 3,
            d_v: 2,
        },
        1.0,
    );
    let cells: Vec<bool> = (0..70 * 66)
        .map(|cell| cell / 66 % 5 != 0 && cell % 3 != 0)
        .collect();
    let settings = Settings {
        mask: Mask::Cells(&cells),
        ..Settings::default()
    };
    case.check(&settings);
    let (weights, output) = case.run(&settings).unwrap();
    assert_eq!(weights[..66], [0.0; 66]);
    assert_eq!(output[..2], [0.0; 2]);
}

#[test]
fn a_causal_row_does_not_depend_on_later_tokens() {
    let mut case = Case::new(square(130, 4), 1.0);
    let settings = Settings {
        mask: Mask::Causal,
        ..Settings::default()
    };
    let (weights, output) = case.run(&settings).unwrap();
    case.k[100 * 4..].fill(9.0);
    case.v[100 * 4..].fill(-7.0);
    let (later_weights, later_output) = case.run(&settings).unwrap();
    assert_eq!(weights[..100 * 130], later_weights[..100 * 130]);
    assert_eq!(output[..100 * 4], later_output[..100 * 4]);
}

#[test]
fn scores_of_any_size_that_f32_holds() {
    for (magnitude, temperature) in [
        (1e15, 1.0),
        (1e-20, 1.0),
        (1e-45, 1.0),
        (1e3, 1e-30),
        (1.0, 1e35),
    ] {
        let mut case = Case::new(square(9, 4), 1.0);
        for number in case.q.iter_mut().chain(&mut case.k) {
            *number *= magnitude;
        }
        case.check(&Settings {
            temperature,
            ..Settings::default()
        });
    }
    // Out of the range of f32 are the temperature and the reverse of the scale, but not the scores.
    let settings = Settings {
        scale: Scale::Factor(-1e300),
        temperature: 1e299,
        ..Settings::default()
    };
    Case::new(square(20, 4), 1.0).check(&settings);
}

#[test]
fn scores_beyond_f32_are_refused() {
    let shape = FastShape {
        n_queries: 2,
        n_keys: 2,
        d_k: 1,
        d_v: 1,
    };
    let run = |q: &[f32], temperature| {
        let settings = Settings {
            temperature,
            ..Settings::default()
        };
        let (k, v) = ([0.0, 1e30], [1.0, 1.0]);
        FastForward::new(shape)?.run(q, &k, &v, &settings, &mut [0.0; 2])
    };
    let overflow = Err(Error::Overflow {
        quantity: Quantity::Scaled,
        row: 1,
        column: 1,
    });
    assert_eq!(run(&[1.0, 1e30], 1.0), overflow);
    assert_eq!(run(&[0.0, 1.0], 1e-10), overflow);
    assert_eq!(run(&[1.0, -1.0], 1.0), Ok(()));
    // Nothing times anything is nothing.
    assert_eq!(run(&[0.0, 0.0], 1e-300), Ok(()));
    assert_eq!(run(&[0.0, 0.0], 5e-324), Ok(()));
}

#[test]
fn a_factor_beyond_every_float_is_no_way_to_nan() {
    let shape = FastShape {
        n_queries: 1,
        n_keys: 1,
        d_k: 2,
        d_v: 1,
    };
    let settings = Settings {
        scale: Scale::Factor(-2.8),
        temperature: 5e-324,
        ..Settings::default()
    };
    let mut output = [0.0];
    let mut fast = FastForward::new(shape).unwrap();
    let mut run = |q: &[f32]| {
        fast.run(q, &[-8.1, 11.1], &[9.9], &settings, &mut output)
            .map_err(|error| error.code())
    };
    assert_eq!(run(&[0.0, -5.7]), Err("overflow"));
    assert_eq!(run(&[0.0, 0.0]), Ok(()));
    assert_eq!(output, [9.9]);
}

#[test]
fn values_whose_sum_leaves_f32_are_refused() {
    let shape = FastShape {
        n_queries: 1,
        n_keys: 4,
        d_k: 1,
        d_v: 2,
    };
    let mut output = [0.0; 2];
    let v = [0.0, 3e38, 0.0, 3e38, 0.0, 3e38, 0.0, 3e38];
    let run = FastForward::new(shape).unwrap().run(
        &[0.0],
        &[0.0; 4],
        &v,
        &Settings::default(),
        &mut output,
    );
    assert_eq!(
        run,
        Err(Error::Overflow {
            quantity: Quantity::Output,
            row: 0,
            column: 1
        })
    );
}

#[test]
fn what_does_not_fit_is_refused_and_the_next_run_is_sound() {
    let shape = FastShape {
        n_queries: 2,
        n_keys: 3,
        d_k: 2,
        d_v: 1,
    };
    let mut fast = FastForward::new(shape).unwrap();
    let (q, k, v) = ([1.0; 4], [1.0; 6], [1.0, 2.0, 3.0]);
    let settings = Settings::default();
    let mut run = |q: &[f32], k: &[f32], v: &[f32], settings: &Settings<'_>, output: &mut [f32]| {
        fast.run(q, k, v, settings, output)
            .map_err(|error| error.code())
    };
    assert_eq!(
        run(&q[1..], &k, &v, &settings, &mut [0.0; 2]),
        Err("data_length")
    );
    assert_eq!(run(&q, &k, &v, &settings, &mut [0.0; 3]), Err("length"));
    let cold = Settings {
        temperature: 0.0,
        ..settings
    };
    assert_eq!(run(&q, &k, &v, &cold, &mut [0.0; 2]), Err("temperature"));
    let factor = Settings {
        scale: Scale::Factor(f64::NAN),
        ..settings
    };
    assert_eq!(run(&q, &k, &v, &factor, &mut [0.0; 2]), Err("scale_factor"));
    let mask = Settings {
        mask: Mask::Cells(&[true]),
        ..settings
    };
    assert_eq!(run(&q, &k, &v, &mask, &mut [0.0; 2]), Err("mask_size"));
    for bad in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
        let k = [1.0, 1.0, 1.0, bad, 1.0, 1.0];
        assert_eq!(run(&q, &k, &v, &settings, &mut [0.0; 2]), Err("not_finite"));
    }
    let mut output = [0.0; 2];
    assert_eq!(run(&q, &k, &v, &settings, &mut output), Ok(()));
    assert_eq!(output, [2.0, 2.0]);
}

#[test]
fn shapes_that_are_nothing_or_too_much_are_refused() {
    let code = |n_queries, n_keys, d_k, d_v| {
        let shape = FastShape {
            n_queries,
            n_keys,
            d_k,
            d_v,
        };
        FastForward::new(shape).map_err(|error| (error.code(), error.to_string()))
    };
    assert_eq!(code(0, 1, 1, 1).unwrap_err().0, "no_tokens");
    assert_eq!(code(1, 0, 1, 1).unwrap_err().0, "no_tokens");
    assert_eq!(code(1, 1, 0, 1).unwrap_err().0, "no_components");
    assert_eq!(code(1, 1, 1, 0).unwrap_err().0, "no_components");
    assert_eq!(code(1_000_000, 1, 1, 1).unwrap_err().0, "too_large");
    assert_eq!(code(1, 32_768, 1, 32_768).unwrap_err().0, "too_large");
    assert_eq!(
        code(usize::MAX, usize::MAX, usize::MAX, usize::MAX)
            .unwrap_err()
            .0,
        "too_large"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn within_the_bound_whatever_the_shape(
        n_queries in 1_usize..80,
        n_keys in 1_usize..150,
        d_k in 1_usize..20,
        d_v in 1_usize..20,
        magnitude in 0.01_f32..20.0,
        temperature in 0.1_f64..10.0,
        holes in 1_usize..9,
    ) {
        let shape = FastShape { n_queries, n_keys, d_k, d_v };
        let cells: Vec<bool> = (0..n_queries * n_keys).map(|cell| cell * 7 % 10 >= holes).collect();
        for mask in [Mask::None, Mask::Causal, Mask::Cells(&cells)] {
            Case::new(shape, magnitude).check(&Settings { scale: Scale::SqrtDk, temperature, mask });
        }
    }
}
