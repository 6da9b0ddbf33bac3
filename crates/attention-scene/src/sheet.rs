//! A matrix of numbers as a learner edits it.

use attention_core::Matrix;

/// One axis of a sheet: so many groups (a head's components each) of one size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Extent {
    pub(crate) groups: usize,
    pub(crate) size: usize,
}

impl Extent {
    pub(crate) const fn of(size: usize) -> Self {
        Self { groups: 1, size }
    }

    pub(crate) const fn len(self) -> usize {
        self.groups * self.size
    }

    /// Where an index of this axis stands on another, if that reaches so far.
    fn place_on(self, index: usize, other: Self) -> Option<usize> {
        let (group, at) = (index / self.size, index % self.size);
        (group < other.groups && at < other.size).then(|| group * other.size + at)
    }

    fn or_more(self, other: Self) -> Self {
        Self {
            groups: self.groups.max(other.groups),
            size: self.size.max(other.size),
        }
    }
}

/// A matrix and how its axes fall into groups.
#[derive(Clone, Debug, PartialEq)]
struct Grid {
    matrix: Matrix,
    rows: Extent,
    cols: Extent,
}

impl Grid {
    /// The numbers of these grids, the first that has one, on other axes; elsewhere `fill`.
    fn gathered(
        from: &[&Self],
        rows: Extent,
        cols: Extent,
        fill: fn(usize, usize) -> f64,
    ) -> Option<Self> {
        let mut matrix = Matrix::zeros(rows.len(), cols.len()).ok()?;
        for row in 0..rows.len() {
            for column in 0..cols.len() {
                let found = from.iter().find_map(|grid| {
                    let row = rows.place_on(row, grid.rows)?;
                    let column = cols.place_on(column, grid.cols)?;
                    Some(grid.matrix.get(row, column))
                });
                matrix.set(row, column, found.unwrap_or_else(|| fill(row, column)));
            }
        }
        Some(Self { matrix, rows, cols })
    }

    /// Rows taken from `order`; where it names none, a row of zeros.
    fn with_rows(&self, order: &[Option<usize>]) -> Option<Self> {
        let mut matrix = Matrix::zeros(order.len(), self.cols.len()).ok()?;
        for (row, from) in order.iter().enumerate() {
            if let Some(from) = from {
                matrix.row_mut(row).copy_from_slice(self.matrix.row(*from));
            }
        }
        Some(Self {
            matrix,
            rows: Extent::of(order.len()),
            cols: self.cols,
        })
    }
}

/// A matrix of numbers as a learner edits it. What its edges have come to leave out is remembered,
/// so that a dimension made smaller and larger again brings back what was typed.
#[derive(Clone, Debug)]
pub(crate) struct Sheet {
    shown: Grid,
    /// At least as large as what is shown, and of the same numbers there.
    kept: Option<Grid>,
}

/// What is remembered makes no difference to what is there.
impl PartialEq for Sheet {
    fn eq(&self, other: &Self) -> bool {
        self.shown == other.shown
    }
}

impl Sheet {
    /// A sheet of these numbers, its columns in so many groups.
    pub(crate) fn new(matrix: Matrix) -> Self {
        let (rows, cols) = (Extent::of(matrix.rows()), Extent::of(matrix.cols()));
        let shown = Grid { matrix, rows, cols };
        Self { shown, kept: None }
    }

    pub(crate) fn matrix(&self) -> &Matrix {
        &self.shown.matrix
    }

    pub(crate) fn set(&mut self, row: usize, column: usize, number: f64) {
        let Self { shown, kept } = self;
        shown.matrix.set(row, column, number);
        if let Some(kept) = kept
            && let Some(kept_row) = shown.rows.place_on(row, kept.rows)
            && let Some(kept_column) = shown.cols.place_on(column, kept.cols)
        {
            kept.matrix.set(kept_row, kept_column, number);
        }
    }

    /// The same numbers seen as so many groups along an axis, where they fall into as many.
    pub(crate) fn regrouped(mut self, row_groups: usize, column_groups: usize) -> Self {
        let (rows, cols) = (self.shown.rows.len(), self.shown.cols.len());
        self.shown.rows = Extent {
            groups: row_groups,
            size: rows / row_groups,
        };
        self.shown.cols = Extent {
            groups: column_groups,
            size: cols / column_groups,
        };
        self.kept = None;
        self
    }

    /// As large as that: what was typed there before comes back, the rest is `fill`.
    pub(crate) fn resized(
        &self,
        rows: Extent,
        cols: Extent,
        fill: fn(usize, usize) -> f64,
    ) -> Option<Self> {
        if (rows, cols) == (self.shown.rows, self.shown.cols) {
            return Some(self.clone());
        }
        let mut from = vec![&self.shown];
        from.extend(&self.kept);
        let shown = Grid::gathered(&from, rows, cols, fill)?;
        let all = |axis: fn(&Grid) -> Extent, new: Extent| {
            from.iter()
                .fold(new, |extent, grid| extent.or_more(axis(grid)))
        };
        let (rows, cols) = (all(|grid| grid.rows, rows), all(|grid| grid.cols, cols));
        let mut sources = vec![&shown];
        sources.extend(&from);
        let kept = Grid::gathered(&sources, rows, cols, |_, _| 0.0)?;
        Some(Self {
            shown,
            kept: Some(kept),
        })
    }

    /// Rows in another order, some new, some gone.
    pub(crate) fn with_rows(&self, order: &[Option<usize>]) -> Option<Self> {
        Some(Self {
            shown: self.shown.with_rows(order)?,
            kept: match &self.kept {
                Some(kept) => Some(kept.with_rows(order)?),
                None => None,
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet() -> Sheet {
        let rows = [[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0]];
        Sheet::new(Matrix::from_rows(&rows).unwrap_or_else(|error| panic!("{error}")))
            .regrouped(1, 2)
    }

    fn resized(sheet: &Sheet, groups: usize, size: usize) -> Sheet {
        let cols = Extent { groups, size };
        sheet
            .resized(Extent::of(2), cols, |_, _| 9.0)
            .unwrap_or_else(|| panic!("memory"))
    }

    #[test]
    fn what_was_typed_comes_back_with_the_dimension() {
        let mut small = resized(&sheet(), 2, 1);
        assert_eq!(small.matrix().data(), [1.0, 3.0, 5.0, 7.0]);
        small.set(1, 1, 70.0);
        let large = resized(&small, 2, 3);
        assert_eq!(large.matrix().row(0), [1.0, 2.0, 9.0, 3.0, 4.0, 9.0]);
        assert_eq!(large.matrix().row(1), [5.0, 6.0, 9.0, 70.0, 8.0, 9.0]);
    }

    #[test]
    fn rows_take_what_is_remembered_along() {
        let small = resized(&sheet(), 1, 1);
        let turned = small.with_rows(&[Some(1), None, Some(0)]);
        let turned = turned.unwrap_or_else(|| panic!("memory"));
        let cols = Extent { groups: 2, size: 2 };
        let large = turned.resized(Extent::of(3), cols, |_, _| 9.0);
        let large = large.unwrap_or_else(|| panic!("memory"));
        assert_eq!(large.matrix().row(0), [5.0, 6.0, 7.0, 8.0]);
        assert_eq!(large.matrix().row(1), [0.0; 4]);
        assert_eq!(large.matrix().row(2), [1.0, 2.0, 3.0, 4.0]);
    }
}
