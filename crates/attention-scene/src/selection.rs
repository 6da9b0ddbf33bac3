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

    /// The same, after one of `count` guests has left: whoever was in focus stays so, and for the
    /// guest in focus the next steps in, or, after the last, the one before.
    #[must_use]
    pub const fn after_leaving(mut self, token_index: usize, count: usize) -> Self {
        let was_last = self.focus + 1 >= count && self.focus > 0;
        if self.focus > token_index || (self.focus == token_index && was_last) {
            self.focus -= 1;
        }
        self
    }

    /// The same, after a guest has moved to another seat: whoever was in focus stays so.
    #[must_use]
    pub const fn after_moving(mut self, from: usize, to: usize) -> Self {
        if self.focus == from {
            self.focus = to;
        } else if from < self.focus && self.focus <= to {
            self.focus -= 1;
        } else if to <= self.focus && self.focus < from {
            self.focus += 1;
        }
        self
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_focus_stays_with_its_guest() {
        for (from, to) in (0..4).flat_map(|from| (0..4).map(move |to| (from, to))) {
            let mut guests = vec![0, 1, 2, 3];
            let guest = guests.remove(from);
            guests.insert(to, guest);
            for focus in 0..4 {
                let after = Selection::of(focus).after_moving(from, to);
                assert_eq!(guests[after.focus], focus, "{from} to {to}");
            }
        }
        for (leaves, focus, expected) in [(0, 2, 1), (2, 0, 0), (1, 1, 1), (2, 2, 1), (0, 0, 0)] {
            let after = Selection::of(focus).after_leaving(leaves, 3);
            assert_eq!(after.focus, expected, "{leaves} leaves {focus}");
        }
        assert_eq!(Selection::of(0).after_leaving(0, 1).focus, 0);
    }
}
