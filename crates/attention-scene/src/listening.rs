//! Whom a guest listens to most.

use crate::Trace;

/// How near two weights are that count as alike.
const ALIKE: f64 = 1e-9;

/// Those who get the most of one guest's attention: one guest, or several alike.
#[derive(Clone, Debug, PartialEq)]
pub struct MostHeard {
    /// Who they are, in the order of the sentence.
    pub tokens: Vec<usize>,
    /// How much each gets.
    pub weight: f64,
}

impl MostHeard {
    /// Whom a query listens to most in one head. `None` where it may listen to nobody, or isn't
    /// there.
    ///
    /// ```
    /// use attention_scene::{MostHeard, Preset};
    /// let trace = Preset::Introduction.experiment().attention();
    /// // "introduced" links Alice and Bob.
    /// let heard = MostHeard::by(trace.head(0), 1).map(|heard| heard.tokens);
    /// assert_eq!(heard, Some(vec![0, 2]));
    /// ```
    #[must_use]
    pub fn by(trace: &Trace, query_index: usize) -> Option<Self> {
        if query_index >= trace.n_queries() || trace.is_silent(query_index) {
            return None;
        }
        let weights = trace.weights(query_index);
        let weight = weights.iter().copied().fold(0.0, f64::max);
        let most = |&token_index: &usize| weights[token_index] >= weight - ALIKE;
        let tokens = (0..weights.len()).filter(most).collect();
        Some(Self { tokens, weight })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Hearing, Preset};

    fn tokens(preset: Preset, query_index: usize) -> Option<Vec<usize>> {
        let trace = preset.experiment().attention();
        MostHeard::by(trace.head(0), query_index).map(|heard| heard.tokens)
    }

    #[test]
    fn one_is_heard_most_or_several_are() {
        assert_eq!(tokens(Preset::Walkthrough, 2), Some(vec![2]));
        let everyone = Preset::Uniform.experiment().token_count();
        assert_eq!(tokens(Preset::Uniform, 0), Some((0..everyone).collect()));
        assert_eq!(tokens(Preset::Walkthrough, 9), None);
    }

    #[test]
    fn a_guest_who_may_listen_to_nobody_hears_nobody_most() {
        let cells = [[false; 3], [true; 3], [false, true, false]];
        let room = Preset::Walkthrough
            .experiment()
            .with_hearing(Hearing::Cells((*cells.as_flattened()).into()));
        let trace = room.attention();
        assert_eq!(MostHeard::by(trace.head(0), 0), None);
        let only = MostHeard {
            tokens: vec![1],
            weight: 1.0,
        };
        assert_eq!(MostHeard::by(trace.head(0), 2), Some(only));
    }
}
