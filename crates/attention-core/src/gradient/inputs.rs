use super::{Gradient, check_finite, gradient};
use crate::{
    Axis, Error, Matrix, MatrixView, Operand, Quantity, Settings, projection::project,
    shape::check_fit,
};

/// How a row's divergence from its target changes with the inputs and the weights that its queries
/// and keys are made of.
///
/// Made by [`input_gradient`]. W_V has no part in the weights of a row, so there is no gradient for
/// it.
#[derive(Clone, Debug, PartialEq)]
pub struct InputGradient {
    attention: Gradient,
    x: Matrix,
    w_q: Matrix,
    w_k: Matrix,
}

impl InputGradient {
    /// With respect to the queries and keys themselves, and the temperature; and the divergence.
    pub fn attention(&self) -> &Gradient {
        &self.attention
    }

    /// With respect to X, `n × d_model`. It is that of the embeddings and of the positions, too,
    /// since X is their sum.
    pub fn x(&self) -> MatrixView<'_> {
        self.x.view()
    }

    /// With respect to W_Q, `d_model × d_k`.
    pub fn w_q(&self) -> MatrixView<'_> {
        self.w_q.view()
    }

    /// With respect to W_K, `d_model × d_k`.
    pub fn w_k(&self) -> MatrixView<'_> {
        self.w_k.view()
    }
}

/// The gradient of KL(target ‖ weights_i) with respect to X, W_Q and W_K, for the row of one query.
///
/// With `∂Q` and `∂K` those of [`gradient`]:
///
/// - `∂X = ∂Q · W_Qᵀ + ∂K · W_Kᵀ`
/// - `∂W_Q = Xᵀ · ∂Q`
/// - `∂W_K = Xᵀ · ∂K`
///
/// # Shapes
///
/// `x` is `n × d_model`, `w_q` and `w_k` are `d_model × d_k`, `target` has a share for each token.
///
/// # Errors
///
/// Those of [`trace_projection`](crate::trace_projection), naming W_Q or W_K, and of [`gradient`].
///
/// ```
/// use attention_core::{MatrixView, Settings, input_gradient};
///
/// let x = MatrixView::new(&[1.0, 1.0], 2, 1)?;
/// let (w_q, w_k) = (MatrixView::new(&[2.0], 1, 1)?, MatrixView::new(&[3.0], 1, 1)?);
/// let gradient = input_gradient(x, w_q, w_k, &Settings::default(), 0, &[1.0, 0.0])?;
/// // ∂K is [−0.5, 0.5] times the query, 2; times W_K, 3.
/// assert_eq!(gradient.attention().keys().data(), [-1.0, 1.0]);
/// assert_eq!(gradient.x().data(), [-3.0, 3.0]);
/// // Two inputs that are alike stay alike, whatever the matrices.
/// assert_eq!(gradient.w_k().data(), [0.0]);
/// # Ok::<(), attention_core::Error>(())
/// ```
pub fn input_gradient(
    x: MatrixView<'_>,
    w_q: MatrixView<'_>,
    w_k: MatrixView<'_>,
    settings: &Settings<'_>,
    query_index: usize,
    target: &[f64],
) -> Result<InputGradient, Error> {
    check_fit(
        (w_k, Operand::KeyWeights, Axis::Columns),
        (w_q, Operand::QueryWeights, Axis::Columns),
    )?;
    let inputs = (x, Operand::Inputs);
    let q = project(inputs, (w_q, Operand::QueryWeights), Quantity::Query)?;
    let k = project(inputs, (w_k, Operand::KeyWeights), Quantity::Key)?;
    let attention = gradient(q.view(), k.view(), settings, query_index, target)?;

    let mut by_x = Matrix::zeros(x.rows(), x.cols())?;
    let mut by_w_q = Matrix::zeros(x.cols(), w_q.cols())?;
    let mut by_w_k = Matrix::zeros(x.cols(), w_k.cols())?;
    back_through(x, w_q, attention.queries(), &mut by_x, &mut by_w_q);
    back_through(x, w_k, attention.keys(), &mut by_x, &mut by_w_k);
    for matrix in [&by_x, &by_w_q, &by_w_k] {
        check_finite(matrix)?;
    }
    Ok(InputGradient {
        attention,
        x: by_x,
        w_q: by_w_q,
        w_k: by_w_k,
    })
}

/// From the gradient of a projection `X · W` to those of its factors, which are added to.
fn back_through(
    x: MatrixView<'_>,
    w: MatrixView<'_>,
    by_projection: MatrixView<'_>,
    by_x: &mut Matrix,
    by_w: &mut Matrix,
) {
    for token_index in 0..x.rows() {
        let by_row = by_projection.row(token_index);
        for component in 0..x.cols() {
            let pairs = by_row.iter().zip(w.row(component));
            by_x.row_mut(token_index)[component] += pairs
                .map(|(by_column, weight)| by_column * weight)
                .sum::<f64>();
            for (sum, by_column) in by_w.row_mut(component).iter_mut().zip(by_row) {
                *sum += x.get(token_index, component) * by_column;
            }
        }
    }
}
