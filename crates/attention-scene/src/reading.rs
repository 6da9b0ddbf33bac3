//! The address of one number of the computation.

use attention_core::Trace;

/// One number of the trace that the page shows, by its address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reading {
    /// query · key.
    Score {
        /// Whose query.
        query_index: usize,
        /// Whose key.
        key_index: usize,
    },
    /// The score after scaling and temperature.
    Scaled {
        /// Whose query.
        query_index: usize,
        /// Whose key.
        key_index: usize,
    },
    /// The share of the query's attention that the key gets.
    Weight {
        /// Whose query.
        query_index: usize,
        /// Whose key.
        key_index: usize,
    },
    /// One component of what the query's guest becomes.
    Output {
        /// Whose output.
        query_index: usize,
        /// Which component of it.
        component_index: usize,
    },
}

impl Reading {
    /// Its kind, as the page's attributes name it.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Score { .. } => "score",
            Self::Scaled { .. } => "scaled",
            Self::Weight { .. } => "weight",
            Self::Output { .. } => "output",
        }
    }

    /// Looks it up.
    ///
    /// ```
    /// use attention_scene::{Preset, Reading};
    /// let trace = Preset::Walkthrough.experiment().trace();
    /// let score = Reading::Score { query_index: 2, key_index: 0 };
    /// assert_eq!(score.look_up(&trace), 5.0);
    /// ```
    #[must_use]
    pub fn look_up(self, trace: &Trace) -> f64 {
        match self {
            Self::Score {
                query_index,
                key_index,
            } => trace.score(query_index, key_index),
            Self::Scaled {
                query_index,
                key_index,
            } => trace.scaled(query_index, key_index),
            Self::Weight {
                query_index,
                key_index,
            } => trace.weight(query_index, key_index),
            Self::Output {
                query_index,
                component_index,
            } => trace.output(query_index)[component_index],
        }
    }
}
