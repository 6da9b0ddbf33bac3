use crate::float;

/// The parts of one row's softmax that are not one per key.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct RowSoftmax {
    /// The highest scaled score among the allowed, none where nobody may be heard.
    pub(crate) max: Option<f64>,
    /// The sum of the exponentials: at least 1, or 0 where nobody may be heard.
    pub(crate) sum: f64,
}

/// The softmax of one row over its allowed keys: `exp(scaled − max)`, and that over its sum.
///
/// Subtracting the maximum changes no weight and keeps every exponential within 0 and 1.
pub(crate) fn softmax_row(
    scaled: &[f64],
    is_allowed: impl Fn(usize) -> bool,
    exponentials: &mut [f64],
    weights: &mut [f64],
) -> RowSoftmax {
    let allowed = scaled
        .iter()
        .enumerate()
        .filter(|(key_index, _)| is_allowed(*key_index));
    let Some(max) = allowed.map(|(_, score)| *score).reduce(f64::max) else {
        exponentials.fill(0.0);
        weights.fill(0.0);
        return RowSoftmax {
            max: None,
            sum: 0.0,
        };
    };
    let mut sum = 0.0;
    for (key_index, (exponential, score)) in exponentials.iter_mut().zip(scaled).enumerate() {
        *exponential = if is_allowed(key_index) {
            float::exp(score - max)
        } else {
            0.0
        };
        sum += *exponential;
    }
    for (weight, exponential) in weights.iter_mut().zip(exponentials) {
        *weight = *exponential / sum;
    }
    RowSoftmax {
        max: Some(max),
        sum,
    }
}
