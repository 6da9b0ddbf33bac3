use super::{Allowed, Layout, Trace, layout::Parts};
use crate::{
    Error, MatrixView, Operand, Settings, memory,
    row::{check_output, exponentiate_row},
    scale::Scaling,
    shape::Shape,
    softmax::normalise,
};

/// Attention with every intermediate kept: `softmax(Q · Kᵀ · s / T) · V`.
///
/// Row by row, for each query: its [products](Trace::product) with every key's components, their
/// sums the [scores](Trace::score), the scores [scaled](Trace::scaled), the
/// [highest](Trace::row_max) of those allowed, the [exponentials](Trace::exponential) of the
/// distance below it, their [sum](Trace::row_sum), the [weights](Trace::weight), the [weighted
/// values](Trace::weighted_value) and their sum, the [output](Trace::output) (Vaswani et al.,
/// "Attention Is All You Need", 2017, §3.2.1, with a temperature).
///
/// # Shapes
///
/// | | rows | columns |
/// |---|---|---|
/// | `q` | `n_queries` | `d_k` |
/// | `k` | `n_keys` | `d_k` |
/// | `v` | `n_keys` | `d_v` |
///
/// In self-attention `n_queries = n_keys`. One token alone gives all its weight to itself.
///
/// # Errors
///
/// [`Error::NoTokens`] and [`Error::NoComponents`] for an operand that is empty;
/// [`Error::Mismatch`] for shapes and [`Error::MaskSize`] for a mask that do not fit;
/// [`Error::NotFinite`] for NaN and infinities; [`Error::Temperature`] and [`Error::Factor`] for
/// settings that are no use; [`Error::TooLarge`] before memory is taken, and [`Error::OutOfMemory`]
/// where there is none. Finite numbers may lead out of the range of an `f64`: [`Error::Overflow`]
/// says at which score, scaled score (a temperature near 0 does that) or output. It may be a score
/// that the mask leaves out: a trace holds no number that is not finite.
///
/// An exponential may be too small for an `f64`. It is then 0, and so is its weight.
///
/// # Example
///
/// Bob asks Alice, "introduced" and himself.
///
/// ```
/// use attention_core::{Matrix, Settings, trace};
///
/// let q = Matrix::from_rows(&[[2.0, 3.0]])?;
/// let k = Matrix::from_rows(&[[1.0, 1.0], [1.0, 0.0], [2.0, 1.0]])?;
/// let v = Matrix::from_rows(&[[0.2, 0.8], [0.5, 0.1], [0.9, 0.4]])?;
/// let trace = trace(q.view(), k.view(), v.view(), &Settings::default())?;
///
/// // 2·2 + 3·1 = 7
/// assert_eq!(trace.product(0, 2), [4.0, 3.0]);
/// assert_eq!(trace.scores(0), [5.0, 2.0, 7.0]);
/// // e⁵⁻⁷, e²⁻⁷, e⁷⁻⁷ over their sum
/// assert_eq!(trace.row_max(0), Some(7.0));
/// assert_eq!(trace.exponential(0, 2), 1.0);
/// assert!((trace.row_sum(0) - 1.142073).abs() < 5e-7);
/// assert!((trace.weight(0, 2) - 0.875601).abs() < 5e-7);
/// // 0.1185·0.2 + 0.0059·0.5 + 0.8756·0.9
/// assert!((trace.output(0)[0] - 0.814690).abs() < 5e-7);
/// # Ok::<(), attention_core::Error>(())
/// ```
pub fn trace(
    q: MatrixView<'_>,
    k: MatrixView<'_>,
    v: MatrixView<'_>,
    settings: &Settings<'_>,
) -> Result<Trace, Error> {
    let shape = Shape::of(q, k, v)?;
    settings.check(shape.n_queries, shape.n_keys)?;
    let scaling = Scaling::of(settings, shape.d_k);
    let mut numbers = memory::zeros(shape.trace_len(), Operand::Trace)?;
    let layout = Layout { shape };
    let mut parts = layout.split(&mut numbers);
    for query_index in 0..shape.n_queries {
        parts.score_row(query_index, q.row(query_index), k, scaling)?;
        parts.weigh_row(query_index, shape.n_keys, settings);
        parts.mix_row(query_index, v)?;
    }
    Ok(Trace {
        layout,
        scaling,
        allowed: Allowed::of(settings.mask),
        numbers,
    })
}

impl Parts<'_> {
    fn score_row(
        &mut self,
        query_index: usize,
        query: &[f64],
        k: MatrixView<'_>,
        scaling: Scaling,
    ) -> Result<(), Error> {
        for key_index in 0..k.rows() {
            let cell = query_index * k.rows() + key_index;
            let products = &mut self.products[cell * query.len()..][..query.len()];
            let mut score = 0.0;
            for (product, (q, k)) in products.iter_mut().zip(query.iter().zip(k.row(key_index))) {
                *product = q * k;
                score += *product;
            }
            self.scores[cell] = score;
            self.scaled[cell] = scaling.scaled(score, query_index, key_index)?;
        }
        Ok(())
    }

    fn weigh_row(&mut self, query_index: usize, n_keys: usize, settings: &Settings<'_>) {
        let cells = query_index * n_keys..(query_index + 1) * n_keys;
        let exponentials = &mut self.exponentials[cells.clone()];
        exponentials.copy_from_slice(&self.scaled[cells.clone()]);
        let row = exponentiate_row(settings, query_index, exponentials);
        let weights = &mut self.weights[cells];
        weights.copy_from_slice(exponentials);
        normalise(weights, row.sum);
        // The maximum of a silent row is not asked for: its sum, 0, tells that it is silent.
        self.row_max[query_index] = row.max.unwrap_or_default();
        self.row_sum[query_index] = row.sum;
    }

    fn mix_row(&mut self, query_index: usize, v: MatrixView<'_>) -> Result<(), Error> {
        let d_v = v.cols();
        let output = &mut self.output[query_index * d_v..][..d_v];
        for key_index in 0..v.rows() {
            let cell = query_index * v.rows() + key_index;
            let weight = self.weights[cell];
            let weighted_value = &mut self.weighted_values[cell * d_v..][..d_v];
            for ((weighted, output), value) in weighted_value
                .iter_mut()
                .zip(&mut *output)
                .zip(v.row(key_index))
            {
                *weighted = weight * value;
                *output += *weighted;
            }
        }
        check_output(query_index, output)
    }
}
