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

    /// Looks it up; nothing where the room holds no such guest or component.
    ///
    /// ```
    /// use attention_scene::{Preset, Reading};
    /// let trace = Preset::Walkthrough.experiment().trace();
    /// let score = |key_index| Reading::Score { query_index: 2, key_index };
    /// assert_eq!(score(0).look_up(&trace), Some(5.0));
    /// assert_eq!(score(3).look_up(&trace), None);
    /// ```
    #[must_use]
    pub fn look_up(self, trace: &Trace) -> Option<f64> {
        let (query_index, index, row): (_, _, fn(&Trace, usize) -> &[f64]) = match self {
            Self::Score {
                query_index,
                key_index,
            } => (query_index, key_index, Trace::scores),
            Self::Scaled {
                query_index,
                key_index,
            } => (query_index, key_index, Trace::scaled_scores),
            Self::Weight {
                query_index,
                key_index,
            } => (query_index, key_index, Trace::weights),
            Self::Output {
                query_index,
                component_index,
            } => (query_index, component_index, Trace::output),
        };
        let there = query_index < trace.n_queries();
        there.then(|| row(trace, query_index).get(index).copied())?
    }
}
