use crate::{Error, Operand};

/// A borrowed matrix of `f64`, row by row: a token per row, a component per column.
///
/// ```
/// use attention_core::MatrixView;
///
/// let keys = MatrixView::new(&[1.0, 1.0, 1.0, 0.0, 2.0, 1.0], 3, 2)?;
/// assert_eq!(keys.row(2), [2.0, 1.0]);
/// assert_eq!(keys.get(1, 0), 1.0);
/// # Ok::<(), attention_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MatrixView<'a> {
    data: &'a [f64],
    rows: usize,
    cols: usize,
}

impl<'a> MatrixView<'a> {
    /// Looks at a slice as `rows` rows of `cols` numbers. Whether they are finite is asked where
    /// they are used.
    ///
    /// # Errors
    ///
    /// [`Error::DataLength`] where the slice is not `rows · cols` long.
    pub fn new(data: &'a [f64], rows: usize, cols: usize) -> Result<Self, Error> {
        if rows.checked_mul(cols) == Some(data.len()) {
            Ok(Self { data, rows, cols })
        } else {
            Err(Error::DataLength {
                operand: Operand::Matrix,
                rows,
                cols,
                found: data.len(),
            })
        }
    }

    /// For parts that are known to fit.
    #[cfg(feature = "alloc")]
    pub(crate) fn of_parts(data: &'a [f64], rows: usize, cols: usize) -> Self {
        debug_assert_eq!(data.len(), rows * cols);
        Self { data, rows, cols }
    }

    /// The number of rows.
    pub fn rows(self) -> usize {
        self.rows
    }

    /// The number of columns.
    pub fn cols(self) -> usize {
        self.cols
    }

    /// One row.
    ///
    /// # Panics
    ///
    /// Where there is no such row, as indexing a slice does.
    pub fn row(self, row: usize) -> &'a [f64] {
        &self.data[row * self.cols..][..self.cols]
    }

    /// One number.
    ///
    /// # Panics
    ///
    /// Where there is no such row or column, as indexing a slice does.
    pub fn get(self, row: usize, column: usize) -> f64 {
        self.row(row)[column]
    }

    /// All numbers, row by row.
    pub fn data(self) -> &'a [f64] {
        self.data
    }
}
