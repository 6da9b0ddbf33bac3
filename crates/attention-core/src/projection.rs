use alloc::vec::Vec;

use crate::{
    Axis, Error, Matrix, MatrixView, Operand, Quantity, memory,
    shape::{check_fit, check_matrix},
};

/// A product of inputs and weights, with every term of every sum.
///
/// Made by [`trace_projection`].
///
/// # Panics
///
/// Methods that take an index panic where there is no such row or column, as indexing a slice does.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectionTrace {
    terms: Vec<f64>,
    n_terms: usize,
    projected: Matrix,
}

impl ProjectionTrace {
    /// The terms of one component: `x[c] · W[c][column]` for each component `c` of the input.
    pub fn terms(&self, token_index: usize, column: usize) -> &[f64] {
        let cols = self.projected.cols();
        &self.terms[token_index * cols * self.n_terms..][..cols * self.n_terms]
            [column * self.n_terms..][..self.n_terms]
    }

    /// One token's projection: each component the sum of its [`terms`](Self::terms).
    pub fn row(&self, token_index: usize) -> &[f64] {
        self.projected.row(token_index)
    }

    /// All tokens' projections: a row per input, a column per column of W.
    pub fn view(&self) -> MatrixView<'_> {
        self.projected.view()
    }
}

/// A projection with its terms: `X · W`, one row per token.
///
/// Queries, keys and values are three projections of the same inputs, by three matrices.
///
/// # Shapes
///
/// `x` is `n × d_model`, `w` is `d_model × d`; the projection is `n × d`.
///
/// # Errors
///
/// [`Error::NoTokens`] and [`Error::NoComponents`] for an operand that is empty;
/// [`Error::NotFinite`] for NaN and infinities; [`Error::Mismatch`] where `w` has not a row per
/// component of the inputs; [`Error::Overflow`] where a sum leaves the range of an `f64`;
/// [`Error::TooLarge`] before memory is taken.
///
/// ```
/// use attention_core::{MatrixView, trace_projection};
///
/// let x = MatrixView::new(&[1.0, 2.0], 1, 2)?;
/// let w_q = MatrixView::new(&[3.0, 0.0, 0.5, 1.0], 2, 2)?;
/// let queries = trace_projection(x, w_q)?;
/// // 1·3 + 2·0.5
/// assert_eq!(queries.terms(0, 0), [3.0, 1.0]);
/// assert_eq!(queries.row(0), [4.0, 2.0]);
/// # Ok::<(), attention_core::Error>(())
/// ```
pub fn trace_projection(x: MatrixView<'_>, w: MatrixView<'_>) -> Result<ProjectionTrace, Error> {
    project(
        (x, Operand::Inputs),
        (w, Operand::ProjectionWeights),
        Quantity::Projection,
    )
}

/// A matrix and the name that a refusal is to call it by.
pub(crate) type Named<'a> = (MatrixView<'a>, Operand);

/// The projection, under the names that its refusals are to use.
pub(crate) fn project(
    inputs: Named<'_>,
    weights: Named<'_>,
    quantity: Quantity,
) -> Result<ProjectionTrace, Error> {
    let mut terms = memory::zeros(check_projection(inputs, weights)?, Operand::Trace)?;
    let ((x, _), (w, _)) = (inputs, weights);
    let mut projected = Matrix::zeros(x.rows(), w.cols())?;
    let n_terms = x.cols();
    for (cell, terms) in terms.chunks_exact_mut(n_terms).enumerate() {
        let (row, column) = (cell / w.cols(), cell % w.cols());
        let mut sum = 0.0;
        for (component, (term, x)) in terms.iter_mut().zip(x.row(row)).enumerate() {
            *term = x * w.get(component, column);
            sum += *term;
        }
        if !sum.is_finite() {
            return Err(Error::Overflow {
                quantity,
                row,
                column,
            });
        }
        projected.set(row, column, sum);
    }
    Ok(ProjectionTrace {
        terms,
        n_terms,
        projected,
    })
}

/// How many terms a projection has, once it is known to fit. Its own numbers are no more.
pub(crate) fn check_projection(inputs: Named<'_>, weights: Named<'_>) -> Result<u64, Error> {
    let ((x, x_operand), (w, w_operand)) = (inputs, weights);
    check_matrix(x, x_operand)?;
    check_matrix(w, w_operand)?;
    check_fit((w, w_operand, Axis::Rows), (x, x_operand, Axis::Columns))?;
    Ok(x.rows() as u64 * x.cols() as u64 * w.cols() as u64)
}
