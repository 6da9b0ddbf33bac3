//! How evenly a guest shares its attention out.

use std::f64::consts::LN_2;

use attention_core::entropy;

use crate::Trace;

/// The entropy of one query's weights in bits: 0 where one key has all of it, log₂ n where n
/// share it evenly; 0, too, where nobody may be heard.
///
/// ```
/// use attention_scene::{Preset, entropy_bits, most_bits};
/// let trace = Preset::Uniform.experiment().attention();
/// assert!((entropy_bits(trace.head(0), 0) - most_bits(3)).abs() < 1e-12);
/// ```
///
/// # Panics
///
/// Where there is no such query, as the trace does.
#[must_use]
pub fn entropy_bits(trace: &Trace, query_index: usize) -> f64 {
    entropy(trace.weights(query_index)) / LN_2
}

/// The most bits that a row over so many keys can have: log₂ n; of none, 0.
#[must_use]
pub fn most_bits(key_count: usize) -> f64 {
    (key_count.max(1) as f64).log2()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Hearing, Preset};

    #[test]
    fn bits_agree_with_a_sum_by_hand() {
        let trace = Preset::Walkthrough.experiment().attention();
        // 0.118500·3.077041 + 0.005900·7.405069 + 0.875601·0.191654
        assert!((entropy_bits(trace.head(0), 2) - 0.576_132).abs() < 5e-6);
    }

    #[test]
    fn certain_and_silent_rows_have_none() {
        let room = Preset::Walkthrough.experiment();
        let causal = room.with_hearing(Hearing::Causal).attention();
        assert_eq!(entropy_bits(causal.head(0), 0), 0.0);
        let nobody = room.with_hearing(Hearing::Cells([false; 9].into()));
        assert_eq!(entropy_bits(nobody.attention().head(0), 0), 0.0);
        assert_eq!([0, 1, 2, 8].map(most_bits), [0.0, 0.0, 1.0, 3.0]);
    }
}
