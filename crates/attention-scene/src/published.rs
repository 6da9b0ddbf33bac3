//! The weights that the post prints, which aren't quite the softmax of its own scores.

use attention_core::nearest_temperature;

use crate::{Experiment, Preset, Vector};

/// What the post prints for Bob, beside what his scores give.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedWeights {
    /// The weights as printed, a number for each key.
    pub weights: [f64; 3],
    /// The temperature whose softmax of the post's scores comes nearest to them (the smallest
    /// KL divergence), rounded to the hundredth that a slider can stand on.
    pub nearest_temperature: f64,
    /// Whether the room still has the post's queries and keys, so that the comparison is of like
    /// with like.
    pub comparable: bool,
}

/// The post's row for Bob: ≈ [0.24, 0.03, 0.73].
const BOB: (usize, [f64; 3]) = (2, [0.24, 0.03, 0.73]);

/// What the post prints for this query's row, where it prints anything: for Bob in a room of the
/// walkthrough's guests.
///
/// ```
/// use attention_scene::{Preset, published_weights};
/// let walkthrough = Preset::Walkthrough.experiment();
/// let published = published_weights(&walkthrough, 2).ok_or("the post prints Bob's row")?;
/// assert_eq!(published.nearest_temperature, 1.67);
/// assert!(published_weights(&walkthrough, 0).is_none());
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn published_weights(experiment: &Experiment, query_index: usize) -> Option<PublishedWeights> {
    let (bob, weights) = BOB;
    let post = Preset::Walkthrough.experiment();
    if query_index != bob || experiment.tokens() != post.tokens() {
        return None;
    }
    let scores = post.trace().scores(bob).to_vec();
    let nearest = nearest_temperature(&scores, &weights).ok()?;
    let same = |vector: Vector| experiment.matrix(vector) == post.matrix(vector);
    Some(PublishedWeights {
        weights,
        nearest_temperature: (nearest * 100.0).round() / 100.0,
        comparable: same(Vector::Query) && same(Vector::Key),
    })
}
