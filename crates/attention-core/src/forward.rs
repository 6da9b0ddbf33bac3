use crate::{
    Error, MatrixView, Operand, Settings,
    row::{check_output, exponentiate_row, scale_scores},
    shape::Shape,
    softmax::normalise,
};

/// Attention into the caller's buffers, without an allocation: `softmax(Q · Kᵀ · s / T) · V`.
///
/// The numbers are those of [`trace`](crate::trace()), to the bit, and so are the refusals, but for
/// the limit on the size of a trace. A row in which nobody may be heard gets zeros.
///
/// # Shapes
///
/// `q` is `n_queries × d_k`, `k` is `n_keys × d_k` and `v` is `n_keys × d_v`. `weights` takes
/// `n_queries · n_keys` numbers and `output` takes `n_queries · d_v`, both row by row. What they
/// held before does not matter.
///
/// # Errors
///
/// Those of `trace`, and [`Error::Length`] for a buffer that is not as long as that. After a
/// refusal the buffers may hold anything.
///
/// ```
/// use attention_core::{Mask, MatrixView, Settings, forward};
///
/// let q = MatrixView::new(&[1.0, 1.0], 2, 1)?;
/// let k = MatrixView::new(&[0.5, 0.5], 2, 1)?;
/// let v = MatrixView::new(&[4.0, 8.0], 2, 1)?;
/// let (mut weights, mut output) = ([0.0; 4], [0.0; 2]);
///
/// // The first token hears itself alone; the second hears both alike, since their scores are equal.
/// let causal = Settings { mask: Mask::Causal, ..Settings::default() };
/// forward(q, k, v, &causal, &mut weights, &mut output)?;
/// assert_eq!(weights, [1.0, 0.0, 0.5, 0.5]);
/// assert_eq!(output, [4.0, 6.0]);
/// # Ok::<(), attention_core::Error>(())
/// ```
pub fn forward(
    q: MatrixView<'_>,
    k: MatrixView<'_>,
    v: MatrixView<'_>,
    settings: &Settings<'_>,
    weights: &mut [f64],
    output: &mut [f64],
) -> Result<(), Error> {
    let Shape {
        n_queries,
        n_keys,
        d_v,
        ..
    } = Shape::of(q, k, v)?;
    settings.check(n_queries, n_keys)?;
    check_length(Operand::Weights, n_queries * n_keys, weights.len())?;
    check_length(Operand::Output, n_queries * d_v, output.len())?;
    let rows = weights
        .chunks_exact_mut(n_keys)
        .zip(output.chunks_exact_mut(d_v));
    for (query_index, (weights, output)) in rows.enumerate() {
        scale_scores(q, k, settings, query_index, weights)?;
        let softmax = exponentiate_row(settings, query_index, weights);
        normalise(weights, softmax.sum);
        output.fill(0.0);
        for (key_index, weight) in weights.iter().enumerate() {
            for (component, value) in output.iter_mut().zip(v.row(key_index)) {
                *component += weight * value;
            }
        }
        check_output(query_index, output)?;
    }
    Ok(())
}

fn check_length(operand: Operand, expected: usize, found: usize) -> Result<(), Error> {
    if found == expected {
        Ok(())
    } else {
        Err(Error::Length {
            operand,
            expected,
            found,
        })
    }
}
