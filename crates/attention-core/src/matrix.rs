use alloc::vec::Vec;

use crate::{Error, MatrixView, Operand, memory};

/// An owned matrix of `f64`, row by row: a token per row, a component per column.
///
/// ```
/// use attention_core::{Error, Matrix, Operand};
///
/// let mut values = Matrix::from_rows(&[[0.2, 0.8], [0.5, 0.1]])?;
/// values.set(1, 0, 0.6);
/// assert_eq!(values.row(1), [0.6, 0.1]);
///
/// let ragged = Matrix::from_rows(&[vec![0.2, 0.8], vec![0.5]]).unwrap_err();
/// assert_eq!(ragged, Error::RaggedRow { operand: Operand::Matrix, row: 1, expected: 2, found: 1 });
/// assert_eq!(ragged.about(Operand::Values).to_string(), "row 1 of V has length 1, but row 0 has length 2");
/// # Ok::<(), Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    data: Vec<f64>,
    rows: usize,
    cols: usize,
}

impl Matrix {
    /// A matrix of these rows. Of no rows it is 0 × 0.
    ///
    /// # Errors
    ///
    /// [`Error::RaggedRow`] names the first row that is not as long as row 0. [`Error::TooLarge`]
    /// above [`MAX_NUMBERS`](crate::MAX_NUMBERS), before memory is taken;
    /// [`Error::OutOfMemory`] where there is none.
    pub fn from_rows<R: AsRef<[f64]>>(rows: &[R]) -> Result<Self, Error> {
        let cols = rows.first().map_or(0, |row| row.as_ref().len());
        for (row, numbers) in rows.iter().enumerate() {
            let found = numbers.as_ref().len();
            if found != cols {
                return Err(Error::RaggedRow {
                    operand: Operand::Matrix,
                    row,
                    expected: cols,
                    found,
                });
            }
        }
        let mut matrix = Self::zeros(rows.len(), cols)?;
        for (row, numbers) in rows.iter().enumerate() {
            matrix.row_mut(row).copy_from_slice(numbers.as_ref());
        }
        Ok(matrix)
    }

    /// A matrix of these numbers, row by row.
    ///
    /// # Errors
    ///
    /// [`Error::DataLength`] where there are not `rows · cols` of them.
    pub fn from_vec(data: Vec<f64>, rows: usize, cols: usize) -> Result<Self, Error> {
        MatrixView::new(&data, rows, cols)?;
        Ok(Self { data, rows, cols })
    }

    /// A matrix of zeros.
    ///
    /// # Errors
    ///
    /// [`Error::TooLarge`] above [`MAX_NUMBERS`](crate::MAX_NUMBERS), before memory is taken;
    /// [`Error::OutOfMemory`] where there is none.
    pub fn zeros(rows: usize, cols: usize) -> Result<Self, Error> {
        let len = (rows as u64).saturating_mul(cols as u64);
        let data = memory::zeros(len, Operand::Matrix)?;
        Ok(Self { data, rows, cols })
    }

    pub(crate) fn copy_of(view: MatrixView<'_>) -> Result<Self, Error> {
        let mut copy = Self::zeros(view.rows(), view.cols())?;
        copy.data.copy_from_slice(view.data());
        Ok(copy)
    }

    /// The matrix, borrowed: what the computations take.
    pub fn view(&self) -> MatrixView<'_> {
        MatrixView::of_parts(&self.data, self.rows, self.cols)
    }

    /// The number of rows.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The number of columns.
    pub fn cols(&self) -> usize {
        self.cols
    }

    /// One row.
    ///
    /// # Panics
    ///
    /// Where there is no such row, as indexing a slice does.
    pub fn row(&self, row: usize) -> &[f64] {
        self.view().row(row)
    }

    /// One row, to write to.
    ///
    /// # Panics
    ///
    /// Where there is no such row, as indexing a slice does.
    pub fn row_mut(&mut self, row: usize) -> &mut [f64] {
        &mut self.data[row * self.cols..][..self.cols]
    }

    /// One number.
    ///
    /// # Panics
    ///
    /// Where there is no such row or column, as indexing a slice does.
    pub fn get(&self, row: usize, column: usize) -> f64 {
        self.row(row)[column]
    }

    /// Writes one number.
    ///
    /// # Panics
    ///
    /// Where there is no such row or column, as indexing a slice does.
    pub fn set(&mut self, row: usize, column: usize, value: f64) {
        self.row_mut(row)[column] = value;
    }

    /// All numbers, row by row.
    pub fn data(&self) -> &[f64] {
        &self.data
    }
}
