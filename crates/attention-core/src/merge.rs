use alloc::vec::Vec;

use crate::{
    Error, Matrix, MatrixView, Operand, ProjectionTrace, Quantity, Trace, projection::project,
};

/// Several heads' outputs made one: side by side, then mixed by W_O.
///
/// Made by [`trace_merge`].
#[derive(Clone, Debug, PartialEq)]
pub struct MergeTrace {
    concatenation: Matrix,
    mixture: ProjectionTrace,
}

impl MergeTrace {
    /// The heads' outputs side by side, in order: a row per query, `Σ d_v` columns.
    pub fn concatenation(&self) -> MatrixView<'_> {
        self.concatenation.view()
    }

    /// The outputs times W_O, with every term.
    pub fn mixture(&self) -> &ProjectionTrace {
        &self.mixture
    }

    /// What one query takes away from all heads: a row of the mixture.
    pub fn output(&self, query_index: usize) -> &[f64] {
        self.mixture.row(query_index)
    }
}

/// Multi-head attention's last step: `Concat(output_1, …, output_h) · W_O` (Vaswani et al.,
/// "Attention Is All You Need", 2017, §3.2.2).
///
/// The heads' values may differ in their number of components.
///
/// # Shapes
///
/// Every head has `n_queries` queries; `w_o` is `Σ d_v × d_model`; the output is `n_queries ×
/// d_model`.
///
/// # Errors
///
/// [`Error::NoTokens`] for no heads; [`Error::Length`] where a head has not as many queries as the
/// first; what is wrong with `w_o`, as for [`trace_projection`](crate::trace_projection);
/// [`Error::TooLarge`].
///
/// ```
/// use attention_core::{MatrixView, Settings, trace, trace_merge};
///
/// let one = MatrixView::new(&[1.0], 1, 1)?;
/// let (three, five) = (MatrixView::new(&[3.0], 1, 1)?, MatrixView::new(&[5.0], 1, 1)?);
/// // One token hears only itself: each head's output is its value.
/// let heads = [trace(one, one, three, &Settings::default())?, trace(one, one, five, &Settings::default())?];
///
/// let w_o = MatrixView::new(&[1.0, 10.0], 2, 1)?;
/// let merge = trace_merge(&[&heads[0], &heads[1]], w_o)?;
/// assert_eq!(merge.concatenation().row(0), [3.0, 5.0]);
/// assert_eq!(merge.mixture().terms(0, 0), [3.0, 50.0]);
/// assert_eq!(merge.output(0), [53.0]);
/// # Ok::<(), attention_core::Error>(())
/// ```
pub fn trace_merge(heads: &[&Trace], w_o: MatrixView<'_>) -> Result<MergeTrace, Error> {
    let outputs: Vec<_> = heads.iter().map(|head| head.outputs()).collect();
    merge_outputs(&outputs, w_o)
}

/// [`trace_merge`] of outputs that are not in a trace, such as [`forward`](crate::forward())'s: a
/// matrix for each head, a row per query.
///
/// # Errors
///
/// As `trace_merge`; and what is wrong with an output, once they stand side by side.
pub fn merge_outputs(outputs: &[MatrixView<'_>], w_o: MatrixView<'_>) -> Result<MergeTrace, Error> {
    let Some(first) = outputs.first() else {
        return Err(Error::NoTokens {
            operand: Operand::Heads,
        });
    };
    let n_queries = first.rows();
    for output in outputs {
        if output.rows() != n_queries {
            return Err(Error::Length {
                operand: Operand::Heads,
                expected: n_queries,
                found: output.rows(),
            });
        }
    }
    let width = outputs.iter().map(|output| output.cols()).sum();
    let mut concatenation =
        Matrix::zeros(n_queries, width).map_err(|error| error.about(Operand::Concatenation))?;
    for query_index in 0..n_queries {
        let mut row = concatenation.row_mut(query_index);
        for output in outputs {
            let (place, rest) = row.split_at_mut(output.cols());
            place.copy_from_slice(output.row(query_index));
            row = rest;
        }
    }
    let mixture = project(
        (concatenation.view(), Operand::Concatenation),
        (w_o, Operand::OutputWeights),
        Quantity::Mixture,
    )?;
    Ok(MergeTrace {
        concatenation,
        mixture,
    })
}
