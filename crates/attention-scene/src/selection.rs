//! What the learner looks at: none of it changes a number of the computation.

/// Whose attention is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The guest in focus, whose query is asked.
    pub focus: usize,
    /// Whether every guest's lines are shown, not the focus's alone.
    pub all_rows: bool,
}

impl Selection {
    /// One guest in focus.
    #[must_use]
    pub const fn of(focus: usize) -> Self {
        Self {
            focus,
            all_rows: false,
        }
    }

    /// Whether this query's lines are shown.
    #[must_use]
    pub const fn shows(self, query_index: usize) -> bool {
        self.all_rows || self.focus == query_index
    }
}
