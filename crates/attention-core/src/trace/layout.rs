use core::{mem, ops::Range};

use crate::shape::Shape;

/// Where in a trace's one buffer each intermediate stands: one after the other, in the order below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) shape: Shape,
}

/// The buffer, taken apart to be written.
pub(super) struct Parts<'a> {
    pub(super) products: &'a mut [f64],
    pub(super) scores: &'a mut [f64],
    pub(super) scaled: &'a mut [f64],
    pub(super) exponentials: &'a mut [f64],
    pub(super) weights: &'a mut [f64],
    pub(super) weighted_values: &'a mut [f64],
    pub(super) output: &'a mut [f64],
    pub(super) row_max: &'a mut [f64],
    pub(super) row_sum: &'a mut [f64],
}

impl Layout {
    pub(super) fn products(self) -> Range<usize> {
        0..self.cells() * self.shape.d_k
    }

    pub(super) fn scores(self) -> Range<usize> {
        after(self.products(), self.cells())
    }

    pub(super) fn scaled(self) -> Range<usize> {
        after(self.scores(), self.cells())
    }

    pub(super) fn exponentials(self) -> Range<usize> {
        after(self.scaled(), self.cells())
    }

    pub(super) fn weights(self) -> Range<usize> {
        after(self.exponentials(), self.cells())
    }

    pub(super) fn weighted_values(self) -> Range<usize> {
        after(self.weights(), self.cells() * self.shape.d_v)
    }

    pub(super) fn output(self) -> Range<usize> {
        after(
            self.weighted_values(),
            self.shape.n_queries * self.shape.d_v,
        )
    }

    pub(super) fn row_max(self) -> Range<usize> {
        after(self.output(), self.shape.n_queries)
    }

    pub(super) fn row_sum(self) -> Range<usize> {
        after(self.row_max(), self.shape.n_queries)
    }

    /// Takes a buffer of [`Shape::trace_len`] numbers apart, in the order of the ranges above.
    pub(super) fn split(self, mut numbers: &mut [f64]) -> Parts<'_> {
        let mut take = |part: Range<usize>| {
            let (part, rest) = mem::take(&mut numbers).split_at_mut(part.len());
            numbers = rest;
            part
        };
        Parts {
            products: take(self.products()),
            scores: take(self.scores()),
            scaled: take(self.scaled()),
            exponentials: take(self.exponentials()),
            weights: take(self.weights()),
            weighted_values: take(self.weighted_values()),
            output: take(self.output()),
            row_max: take(self.row_max()),
            row_sum: take(self.row_sum()),
        }
    }

    fn cells(self) -> usize {
        self.shape.n_queries * self.shape.n_keys
    }
}

fn after(previous: Range<usize>, len: usize) -> Range<usize> {
    previous.end..previous.end + len
}
