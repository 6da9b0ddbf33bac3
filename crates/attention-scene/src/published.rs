//! The weights that the post prints, which aren't quite the softmax of its own scores.

use attention_core::Scale;

use crate::{Experiment, Hearing, Preset, Tensor};

/// What the post prints for one row, beside what its scores give.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PublishedWeights {
    /// The weights as printed, a number for each key.
    pub weights: &'static [f64],
    /// The temperature whose softmax of the post's scores comes nearest to them (the smallest
    /// KL divergence), to the hundredth that a slider can stand on.
    pub nearest_temperature: f64,
}

/// The post's row for Bob: ≈ [0.24, 0.03, 0.73].
const BOB: PublishedWeights = PublishedWeights {
    weights: &[0.24, 0.03, 0.73],
    nearest_temperature: 1.67,
};

impl PublishedWeights {
    /// What the post prints for this query's row, where it prints anything: for Bob among the
    /// walkthrough's guests.
    ///
    /// ```
    /// use attention_scene::{Preset, PublishedWeights};
    /// let walkthrough = Preset::Walkthrough.experiment();
    /// assert!(PublishedWeights::of_row(walkthrough.tokens(), 2).is_some());
    /// assert!(PublishedWeights::of_row(walkthrough.tokens(), 0).is_none());
    /// ```
    #[must_use]
    pub fn of_row(tokens: &[String], query_index: usize) -> Option<Self> {
        let same = Preset::Walkthrough.names() == tokens;
        (same && query_index == Preset::Walkthrough.focus()).then_some(BOB)
    }

    /// Whether a room still has the post's queries and keys, unscaled, and everyone heard, so that
    /// the comparison is of like with like.
    #[must_use]
    pub fn is_comparable(&self, room: &Experiment) -> bool {
        let post = Preset::Walkthrough.experiment();
        let same = |tensor| room.uses(tensor) && room.matrix(tensor) == post.matrix(tensor);
        same(Tensor::Queries)
            && same(Tensor::Keys)
            && room.heads() == 1
            && room.scale() == Scale::None
            && room.hearing() == &Hearing::Everyone
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use attention_core::nearest_temperature;

    #[test]
    fn the_nearest_temperature_is_the_core_s_to_the_hundredth() {
        let trace = Preset::Walkthrough.experiment().attention();
        let nearest = nearest_temperature(trace.head(0).scores(2), BOB.weights).unwrap();
        assert_eq!((nearest * 100.0).round() / 100.0, BOB.nearest_temperature);
    }

    #[test]
    fn changed_values_still_compare_and_changed_keys_do_not() {
        let post = Preset::Walkthrough.experiment();
        let changed = |tensor| {
            let slot = crate::Slot {
                tensor,
                row: 0,
                column: 0,
            };
            BOB.is_comparable(&post.with_number(slot, -2.0))
        };
        assert!(changed(Tensor::Values));
        assert!(!changed(Tensor::Keys));
        assert!(!BOB.is_comparable(&post.with_hearing(Hearing::Causal)));
        assert!(!BOB.is_comparable(&post.with_scale(Scale::SqrtDk)));
    }
}
