mod inputs;

use alloc::{vec, vec::Vec};

pub use inputs::{InputGradient, input_gradient};

use crate::{
    Error, Matrix, MatrixView, Quantity, Settings,
    divergence::divergence_from_logs,
    float,
    row::{exponentiate_row, scale_scores},
    scale::Scaling,
    shape::check_queries_and_keys,
    softmax::normalise,
    target::Target,
};

/// How a row's divergence from its target changes with everything that makes the row.
///
/// Made by [`gradient`]. To bring the weights nearer to the target, go against it. The values have
/// no part in the weights, so there is no gradient for V: it is 0 whatever they are.
#[derive(Clone, Debug, PartialEq)]
pub struct Gradient {
    divergence: f64,
    scaled: Vec<f64>,
    queries: Matrix,
    keys: Matrix,
    temperature: f64,
}

impl Gradient {
    /// KL(target ‖ weights) itself, in nats. It stays finite where a weight is too small for a
    /// number.
    pub fn divergence(&self) -> f64 {
        self.divergence
    }

    /// With respect to the row's scaled scores: `weight − target`, a number per key, 0 for a key
    /// that may not be heard.
    pub fn scaled(&self) -> &[f64] {
        &self.scaled
    }

    /// With respect to Q, `n_queries × d_k`: 0 but for the row's own query.
    pub fn queries(&self) -> MatrixView<'_> {
        self.queries.view()
    }

    /// With respect to K, `n_keys × d_k`.
    pub fn keys(&self) -> MatrixView<'_> {
        self.keys.view()
    }

    /// With respect to the temperature.
    pub fn temperature(&self) -> f64 {
        self.temperature
    }

    fn check(&self, query_index: usize) -> Result<(), Error> {
        if !(self.divergence.is_finite() && self.temperature.is_finite()) {
            return Err(Error::Overflow {
                quantity: Quantity::Gradient,
                row: query_index,
                column: 0,
            });
        }
        check_finite(&self.queries)?;
        check_finite(&self.keys)
    }
}

/// The gradient of KL(target ‖ weights_i) with respect to Q, K and the temperature, for the row of
/// one query.
///
/// With `g_j = weight_ij − target_j` for the keys that may be heard:
///
/// - `∂/∂scaled_ij = g_j`
/// - `∂/∂q_i = Σ_j g_j · s/T · k_j`
/// - `∂/∂k_j = g_j · s/T · q_i`
/// - `∂/∂T = −Σ_j g_j · scaled_ij / T`
///
/// The first is the softmax's well-known gradient under cross-entropy (C. M. Bishop, "Pattern
/// Recognition and Machine Learning", 2006, eq. 4.109); the others follow by the chain rule.
///
/// # Shapes
///
/// `q` is `n_queries × d_k`, `k` is `n_keys × d_k`, and `target` has a share for each key. It is
/// taken as proportions, so percentages will do.
///
/// # Errors
///
/// Those of [`trace`](crate::trace()) for Q, K and the settings; [`Error::QueryIndex`] where there
/// is no such query; [`Error::SilentRow`] where it may listen to nobody; [`Error::Length`],
/// [`Error::Number`] and [`Error::EmptyTarget`] for a target that is no distribution over the keys;
/// [`Error::MaskedShare`] where it asks for a key that may not be heard; [`Error::Overflow`] where
/// the gradient leaves the range of an `f64`.
///
/// ```
/// use attention_core::{MatrixView, Settings, gradient};
///
/// let q = MatrixView::new(&[2.0], 1, 1)?;
/// let k = MatrixView::new(&[3.0, 3.0], 2, 1)?;
/// // Equal scores, so equal weights; but the first key is to have everything.
/// let gradient = gradient(q, k, &Settings::default(), 0, &[1.0, 0.0])?;
/// assert!((gradient.divergence() - 2f64.ln()).abs() < 1e-15);
/// assert_eq!(gradient.scaled(), [-0.5, 0.5]);
/// // More of the first key and less of the second would help; the query can do nothing.
/// assert_eq!(gradient.keys().data(), [-1.0, 1.0]);
/// assert_eq!(gradient.queries().data(), [0.0]);
/// # Ok::<(), attention_core::Error>(())
/// ```
pub fn gradient(
    q: MatrixView<'_>,
    k: MatrixView<'_>,
    settings: &Settings<'_>,
    query_index: usize,
    target: &[f64],
) -> Result<Gradient, Error> {
    check_queries_and_keys(q, k)?;
    let (n_queries, n_keys, d_k) = (q.rows(), k.rows(), q.cols());
    settings.check(n_queries, n_keys)?;
    if query_index >= n_queries {
        return Err(Error::QueryIndex {
            query_index,
            n_queries,
        });
    }
    let target = Target::of(target, n_keys)?;
    let (scaled, errors, divergence) = compare_row(q, k, settings, query_index, target)?;

    let Scaling {
        factor,
        temperature,
    } = Scaling::of(settings, d_k);
    let mut queries = Matrix::zeros(n_queries, d_k)?;
    let mut keys = Matrix::zeros(n_keys, d_k)?;
    let mut by_temperature = 0.0;
    for (key_index, (error, scaled)) in errors.iter().zip(&scaled).enumerate() {
        by_temperature -= error * scaled / temperature;
        let by_score = error * factor / temperature;
        let pairs = q.row(query_index).iter().zip(k.row(key_index));
        let sums = queries
            .row_mut(query_index)
            .iter_mut()
            .zip(keys.row_mut(key_index));
        for ((by_query, by_key), (query, key)) in sums.zip(pairs) {
            *by_query += by_score * key;
            *by_key = by_score * query;
        }
    }
    let gradient = Gradient {
        divergence,
        scaled: errors,
        queries,
        keys,
        temperature: by_temperature,
    };
    gradient.check(query_index)?;
    Ok(gradient)
}

/// The row's scaled scores, how far each weight is above its target, and the divergence.
fn compare_row(
    q: MatrixView<'_>,
    k: MatrixView<'_>,
    settings: &Settings<'_>,
    query_index: usize,
    target: Target<'_>,
) -> Result<(Vec<f64>, Vec<f64>, f64), Error> {
    let mut scaled = vec![0.0; k.rows()];
    scale_scores(q, k, settings, query_index, &mut scaled)?;
    let mut row = scaled.clone();
    let softmax = exponentiate_row(settings, query_index, &mut row);
    let Some(max) = softmax.max else {
        return Err(Error::SilentRow { query_index });
    };
    normalise(&mut row, softmax.sum);
    for (key_index, (weight, share)) in row.iter_mut().zip(target.shares()).enumerate() {
        if share > 0.0 && !settings.mask.allows(k.rows(), query_index, key_index) {
            return Err(Error::MaskedShare {
                query_index,
                key_index,
            });
        }
        *weight -= share;
    }
    // Not the weights' logarithms: those would be infinite where a weight is too small for a
    // number.
    let log_sum = float::ln(softmax.sum);
    let divergence = divergence_from_logs(
        target.shares(),
        scaled.iter().map(|scaled| scaled - max - log_sum),
    );
    Ok((scaled, row, divergence))
}

/// Refuses a gradient that has left the range of an `f64`.
fn check_finite(gradient: &Matrix) -> Result<(), Error> {
    match gradient
        .data()
        .iter()
        .position(|number| !number.is_finite())
    {
        None => Ok(()),
        Some(index) => {
            let (row, column) = (index / gradient.cols(), index % gradient.cols());
            Err(Error::Overflow {
                quantity: Quantity::Gradient,
                row,
                column,
            })
        }
    }
}
