//! What the learner looks at: none of it changes a number of the computation.

use crate::Step;

/// Whose attention is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The guest in focus, whose query is asked.
    pub focus: usize,
    /// Whether every guest's lines are shown, not the focus's alone.
    pub all_rows: bool,
    /// The head that is looked at; all of them together where it is none.
    pub head: Option<usize>,
    /// The step of the guided walk that leads the eye.
    pub step: Step,
}

impl Selection {
    /// One guest in focus.
    #[must_use]
    pub const fn of(focus: usize) -> Self {
        Self {
            focus,
            all_rows: false,
            head: None,
            step: Step::Free,
        }
    }

    /// The same, but for the walk: what [`History`](crate::History) keeps.
    #[must_use]
    pub const fn outside_the_walk(self) -> Self {
        Self {
            step: Step::Free,
            ..self
        }
    }

    /// Whether this query's lines are shown.
    #[must_use]
    pub const fn shows(self, query_index: usize) -> bool {
        self.all_rows || self.focus == query_index
    }

    /// Whether this head's lines are shown.
    #[must_use]
    pub const fn shows_head(self, head_index: usize) -> bool {
        match self.head {
            Some(shown) => shown == head_index,
            None => true,
        }
    }
}
