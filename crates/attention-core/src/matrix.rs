use alloc::{vec, vec::Vec};

use crate::{Error, MAX_TRACE_NUMBERS, MatrixView, Operand};

/// An owned matrix of `f64`, row by row: a token per row, a component per column.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    data: Vec<f64>,
    rows: usize,
    cols: usize,
}

impl Matrix {
    /// A matrix of these rows. No rows make a matrix of no rows and no columns.
    ///
    /// # Errors
    ///
    /// [`Error::RaggedRow`] names the first row that is not as long as row 0.
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
        let data = rows.iter().flat_map(AsRef::as_ref).copied().collect();
        Ok(Self {
            data,
            rows: rows.len(),
            cols,
        })
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
    /// [`Error::TooLarge`] above [`MAX_TRACE_NUMBERS`] numbers, before memory is taken.
    pub fn zeros(rows: usize, cols: usize) -> Result<Self, Error> {
        match rows.checked_mul(cols) {
            Some(len) if len <= MAX_TRACE_NUMBERS => Ok(Self {
                data: vec![0.0; len],
                rows,
                cols,
            }),
            found => Err(Error::TooLarge {
                operand: Operand::Matrix,
                axis: None,
                found: found.unwrap_or(usize::MAX),
                limit: MAX_TRACE_NUMBERS,
            }),
        }
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
