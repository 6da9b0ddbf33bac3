use core::ops::Range;

use crate::{Error, MAX_TRACE_NUMBERS, Operand, shape::Shape};

/// Where in the trace's one buffer each intermediate stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) shape: Shape,
}

impl Layout {
    /// Refuses a trace that would be too large.
    pub(super) fn of(shape: Shape) -> Result<Self, Error> {
        let Shape {
            n_queries,
            n_keys,
            d_k,
            d_v,
        } = shape;
        let len = (|| {
            let per_cell = d_k.checked_add(d_v)?.checked_add(4)?;
            let per_row = n_keys
                .checked_mul(per_cell)?
                .checked_add(d_v)?
                .checked_add(2)?;
            n_queries.checked_mul(per_row)
        })();
        match len {
            Some(len) if len <= MAX_TRACE_NUMBERS => Ok(Self { shape }),
            found => Err(Error::TooLarge {
                operand: Operand::Trace,
                axis: None,
                found: found.unwrap_or(usize::MAX),
                limit: MAX_TRACE_NUMBERS,
            }),
        }
    }

    fn cells(self) -> usize {
        self.shape.n_queries * self.shape.n_keys
    }

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

    pub(super) fn len(self) -> usize {
        self.row_sum().end
    }
}

fn after(previous: Range<usize>, len: usize) -> Range<usize> {
    previous.end..previous.end + len
}
