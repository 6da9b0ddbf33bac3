use crate::float;

/// What the softmax of one row has one of, rather than one per key.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct RowSoftmax {
    /// The highest scaled score among the allowed; none where nobody may be heard.
    pub(crate) max: Option<f64>,
    /// The sum of the exponentials: at least 1, or 0 where nobody may be heard.
    pub(crate) sum: f64,
}

/// Turns a row of scaled scores into `exp(scaled − max)`, and into 0 for keys that may not be
/// heard.
///
/// Subtracting the row's maximum changes no weight, and keeps every exponential between 0 and 1 and
/// their sum at least 1: nothing overflows, and nothing is divided by 0.
pub(crate) fn exponentiate(row: &mut [f64], is_allowed: impl Fn(usize) -> bool) -> RowSoftmax {
    let allowed = row
        .iter()
        .enumerate()
        .filter(|(key_index, _)| is_allowed(*key_index));
    let Some(max) = allowed.map(|(_, scaled)| *scaled).reduce(f64::max) else {
        row.fill(0.0);
        return RowSoftmax {
            max: None,
            sum: 0.0,
        };
    };
    let mut sum = 0.0;
    for (key_index, number) in row.iter_mut().enumerate() {
        *number = if is_allowed(key_index) {
            float::exp(*number - max)
        } else {
            0.0
        };
        sum += *number;
    }
    RowSoftmax {
        max: Some(max),
        sum,
    }
}

/// Turns a row of exponentials into weights. A silent row, all zeros, stays as it is.
pub(crate) fn normalise(row: &mut [f64], sum: f64) {
    if sum > 0.0 {
        for number in row {
            *number /= sum;
        }
    }
}
