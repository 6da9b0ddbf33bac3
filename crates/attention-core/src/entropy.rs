use crate::float;

/// How spread a row of weights is, in nats: `−Σ w · ln w`.
///
/// 0 where one key has all the weight; `ln n` where `n` keys share it evenly. A weight of 0 adds
/// nothing, since `w · ln w` goes to 0 as `w` does; so a row in which nobody may be heard, all
/// zeros, has entropy 0 too.
///
/// Weights are taken as they come: numbers that are no distribution, or NaN, have no meaningful
/// answer.
///
/// ```
/// use attention_core::entropy;
///
/// assert_eq!(entropy(&[0.0, 1.0, 0.0]), 0.0);
/// assert!((entropy(&[0.5, 0.5]) - 2f64.ln()).abs() < 1e-15);
/// ```
pub fn entropy(weights: &[f64]) -> f64 {
    // Folded from 0.0, not summed: a sum of nothing would be −0.
    weights
        .iter()
        .filter(|weight| **weight > 0.0)
        .fold(0.0, |entropy, weight| entropy - weight * float::ln(*weight))
}
