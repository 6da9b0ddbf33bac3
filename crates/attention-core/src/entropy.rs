use crate::float;

/// How spread a row of weights is, in nats: `−Σ w · ln w`.
///
/// 0 where one key has all the weight, `ln n` where `n` keys share it evenly. A weight of 0 adds nothing, as the limit
/// of `w · ln w` is 0; so a row in which nobody may be heard, all zeros, has entropy 0.
pub fn entropy(weights: &[f64]) -> f64 {
    let sum: f64 = weights
        .iter()
        .filter(|weight| **weight > 0.0)
        .map(|weight| weight * float::ln(*weight))
        .sum();
    // `0.0 - x`, since the negation of a sum of no terms would be −0.
    0.0 - sum
}
