//! The fast forward beside the exact one, within the bound that it states.

use arbitrary::{Result, Unstructured};
use attention_core::{
    Error, FastForward, FastShape, Mask, Matrix, MatrixView, Scale, Settings, forward,
};

/// `2⁻²⁴`, as the documentation has it.
const U: f64 = 1.0 / 16_777_216.0;

/// Q, K and V in single precision, each with its rows and columns.
#[derive(Debug)]
struct Operands([(Vec<f32>, usize, usize); 3]);

/// Any matrices, rounded.
pub(crate) fn check(q: &Matrix, k: &Matrix, v: &Matrix, settings: &Settings<'_>) {
    let single = |matrix: &Matrix| {
        let numbers = matrix.data().iter().map(|number| *number as f32);
        (numbers.collect(), matrix.rows(), matrix.cols())
    };
    Operands([q, k, v].map(single)).check(settings);
}

/// More tokens than a block has, of which a few bytes tell.
pub(crate) fn check_many(bytes: &mut Unstructured<'_>) -> Result<()> {
    let (n, n_keys) = (bytes.int_in_range(1..=90)?, bytes.int_in_range(1..=150)?);
    let (d_k, d_v) = (bytes.int_in_range(1..=18)?, bytes.int_in_range(1..=18)?);
    let mut state: u64 = bytes.arbitrary()?;
    let magnitude = *bytes.choose(&[0.1, 1.0, 10.0, 1e8])?;
    let mut numbers = |rows: usize, cols: usize| {
        let numbers = (0..rows * cols).map(|_| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            ((state >> 40) as f32 / 8_388_608.0 - 1.0) * magnitude
        });
        (numbers.collect(), rows, cols)
    };
    let operands = Operands([numbers(n, d_k), numbers(n_keys, d_k), numbers(n_keys, d_v)]);
    let holes = bytes.int_in_range(1..=9)?;
    let cells: Vec<bool> = (0..n * n_keys).map(|cell| cell * 7 % 10 >= holes).collect();
    operands.check(&Settings {
        scale: *bytes.choose(&[Scale::None, Scale::SqrtDk])?,
        temperature: *bytes.choose(&[0.25, 1.0, 8.0])?,
        mask: *bytes.choose(&[Mask::None, Mask::Causal, Mask::Cells(&cells)])?,
    });
    Ok(())
}

impl Operands {
    fn check(&self, settings: &Settings<'_>) {
        let Self([(q, n, d_k), (k, n_keys, k_cols), (v, v_rows, d_v)]) = self;
        let (n, n_keys, d_v) = (*n, *n_keys, *d_v);
        let doubled =
            |numbers: &[f32]| -> Vec<f64> { numbers.iter().map(|n| f64::from(*n)).collect() };
        let [q64, k64, v64] = [q, k, v].map(|numbers| doubled(numbers));
        let (mut weights, mut output) = (vec![0.0; n * n_keys], vec![0.0; n * d_v]);
        let exact = forward(
            MatrixView::new(&q64, n, *d_k).unwrap(),
            MatrixView::new(&k64, n_keys, *k_cols).unwrap(),
            MatrixView::new(&v64, *v_rows, d_v).unwrap(),
            settings,
            &mut weights,
            &mut output,
        );
        let (mut fast_weights, mut fast_output) =
            (vec![f32::NAN; n * n_keys], vec![f32::NAN; n * d_v]);
        let shape = FastShape {
            n_queries: n,
            n_keys,
            d_k: *d_k,
            d_v,
        };
        let fast = FastForward::new(shape).and_then(|mut fast| {
            fast.run_with_weights(q, k, v, settings, &mut fast_weights, &mut fast_output)?;
            let mut alone = vec![f32::NAN; n * d_v];
            fast.run(q, k, v, settings, &mut alone)?;
            assert!(
                alone.iter().all(|number| number.is_finite()),
                "{alone:?} of {self:?}, {settings:?}"
            );
            assert_eq!(alone, fast_output, "of {self:?}, {settings:?}");
            Ok(())
        });
        match (exact, fast) {
            (Ok(()), Ok(())) => {}
            // The range of an f32 is the smaller one.
            (Ok(()), Err(Error::Overflow { .. })) | (Err(_), Err(_)) => return,
            (exact, fast) => panic!("exact: {exact:?}, fast: {fast:?}"),
        }
        let largest = v64
            .iter()
            .fold(0.0, |max: f64, number| max.max(number.abs()));
        for query in 0..n {
            let delta = self.delta(settings, query);
            let bound = |roundings: usize| {
                let roundings = (4 * n_keys.div_ceil(64) + roundings) as f64;
                (2.0 * delta).exp() * (1.0 + roundings * U) - 1.0
            };
            let row = query * n_keys..(query + 1) * n_keys;
            for (fast, exact) in fast_weights[row.clone()].iter().zip(&weights[row]) {
                let bound = bound(70) * exact + 2.0 * U;
                assert!(
                    near(*fast, *exact, bound),
                    "weight {fast} for {exact}, over {bound:e}, of {self:?}, {settings:?}"
                );
            }
            let row = query * d_v..(query + 1) * d_v;
            for (fast, exact) in fast_output[row.clone()].iter().zip(&output[row]) {
                let bound = bound(140) * largest;
                assert!(
                    near(*fast, *exact, bound),
                    "output {fast} for {exact}, over {bound:e}, of {self:?}, {settings:?}"
                );
            }
        }
    }

    /// `Δ` of a query.
    fn delta(&self, settings: &Settings<'_>, query: usize) -> f64 {
        let Self([(q, _, d_k), (k, n_keys, _), _]) = self;
        let factor = (settings.scale.factor(*d_k) / settings.temperature).abs();
        let terms = (0..*n_keys)
            .filter(|key| match settings.mask {
                Mask::None => true,
                Mask::Causal => *key <= query,
                Mask::Cells(cells) => cells[query * n_keys + key],
            })
            .map(|key| {
                let pairs = q[query * d_k..].iter().zip(&k[key * d_k..(key + 1) * d_k]);
                pairs
                    .map(|(q, k)| (f64::from(*q) * f64::from(*k)).abs())
                    .sum()
            })
            .fold(0.0, |max: f64, terms: f64| max.max(terms));
        let scaled = if terms == 0.0 { 0.0 } else { terms * factor };
        (*d_k as f64 + 4.0) * U * scaled
    }
}

/// Beyond every bound is a bound that cannot be reckoned.
fn near(fast: f32, exact: f64, bound: f64) -> bool {
    let difference = (f64::from(fast) - exact).abs();
    fast.is_finite() && (difference <= bound || !bound.is_finite())
}
