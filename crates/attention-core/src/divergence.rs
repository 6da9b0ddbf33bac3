use crate::{Error, Operand, float, target::Target, target::check_proportions};

/// How far a row of weights is from a target, in nats: KL(target ‖ weights) `= Σ t · ln(t / w)`
/// over the keys with `t > 0`.
///
/// 0 where they are the same, and above 0 otherwise; infinite where a key with a share of the
/// target has weight 0. The target is taken as proportions, so percentages will do (S. Kullback and
/// R. A. Leibler, "On Information and Sufficiency", 1951).
///
/// # Errors
///
/// [`Error::Length`] where there are not as many shares as weights; [`Error::Number`] for a share
/// or a weight that is not finite or is below 0; [`Error::EmptyTarget`] where every share is 0.
///
/// ```
/// use attention_core::divergence;
///
/// assert_eq!(divergence(&[0.5, 0.5], &[0.5, 0.5])?, 0.0);
/// // All on one key that has a quarter of the weight: ln 4.
/// assert!((divergence(&[1.0, 0.0], &[0.25, 0.75])? - 4f64.ln()).abs() < 1e-15);
/// assert_eq!(divergence(&[50.0, 50.0], &[1.0, 0.0])?, f64::INFINITY);
/// # Ok::<(), attention_core::Error>(())
/// ```
pub fn divergence(target: &[f64], weights: &[f64]) -> Result<f64, Error> {
    check_proportions(weights, Operand::Weights)?;
    let shares = Target::of(target, weights.len())?.shares();
    Ok(divergence_from_logs(
        shares,
        weights.iter().map(|weight| float::ln(*weight)),
    ))
}

/// The divergence from weights given by their logarithms, which stay finite where a weight is too
/// small for a number.
pub(crate) fn divergence_from_logs(
    shares: impl Iterator<Item = f64>,
    log_weights: impl Iterator<Item = f64>,
) -> f64 {
    let divergence: f64 = shares
        .zip(log_weights)
        .filter(|(share, _)| *share > 0.0)
        .map(|(share, log_weight)| share * (float::ln(share) - log_weight))
        .sum();
    // It is never below 0; the sum may be, by a rounding.
    divergence.max(0.0)
}
