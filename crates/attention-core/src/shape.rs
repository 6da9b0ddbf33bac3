use crate::{Axis, Error, MAX_COMPONENTS, MAX_TOKENS, MatrixView, Operand};

/// The four sizes of an attention, once Q, K and V are known to be sound and to fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shape {
    pub(crate) n_queries: usize,
    pub(crate) n_keys: usize,
    pub(crate) d_k: usize,
    pub(crate) d_v: usize,
}

impl Shape {
    pub(crate) fn of(
        q: MatrixView<'_>,
        k: MatrixView<'_>,
        v: MatrixView<'_>,
    ) -> Result<Self, Error> {
        check_queries_and_keys(q, k)?;
        check_matrix(v, Operand::Values)?;
        check_fit(
            (v, Operand::Values, Axis::Rows),
            (k, Operand::Keys, Axis::Rows),
        )?;
        Ok(Self {
            n_queries: q.rows(),
            n_keys: k.rows(),
            d_k: q.cols(),
            d_v: v.cols(),
        })
    }

    /// How many numbers a trace keeps: for each query and key the products, the weighted values, the
    /// score, the scaled score, the exponential and the weight; for each query the output, the
    /// maximum and the sum.
    #[cfg(feature = "alloc")]
    pub(crate) fn trace_len(self) -> u64 {
        let [n_queries, n_keys, d_k, d_v] =
            [self.n_queries, self.n_keys, self.d_k, self.d_v].map(|size| size as u64);
        n_queries * (n_keys * (d_k + d_v + 4) + d_v + 2)
    }
}

pub(crate) fn check_queries_and_keys(q: MatrixView<'_>, k: MatrixView<'_>) -> Result<(), Error> {
    check_matrix(q, Operand::Queries)?;
    check_matrix(k, Operand::Keys)?;
    check_fit(
        (k, Operand::Keys, Axis::Columns),
        (q, Operand::Queries, Axis::Columns),
    )
}

/// Refuses a matrix that is empty, too large, or not finite throughout.
pub(crate) fn check_matrix(matrix: MatrixView<'_>, operand: Operand) -> Result<(), Error> {
    if matrix.rows() == 0 {
        return Err(Error::NoTokens { operand });
    }
    if matrix.cols() == 0 {
        return Err(Error::NoComponents { operand });
    }
    for (axis, limit) in [(Axis::Rows, MAX_TOKENS), (Axis::Columns, MAX_COMPONENTS)] {
        let found = size(matrix, axis);
        if found > limit {
            return Err(Error::TooLarge {
                operand,
                axis: Some(axis),
                found,
                limit,
            });
        }
    }
    let data = matrix.data();
    match data.iter().position(|number| !number.is_finite()) {
        None => Ok(()),
        Some(index) => {
            let (row, column) = (index / matrix.cols(), index % matrix.cols());
            Err(Error::NotFinite {
                operand,
                row,
                column,
                value: data[index],
            })
        }
    }
}

/// A matrix, what it is, and the direction in which it has to fit another.
type Side<'a> = (MatrixView<'a>, Operand, Axis);

/// Refuses two sizes that ought to be the same; the first is the one at fault.
pub(crate) fn check_fit(at_fault: Side<'_>, reference: Side<'_>) -> Result<(), Error> {
    let (matrix, operand, axis) = at_fault;
    let (other_matrix, other, other_axis) = reference;
    let (found, expected) = (size(matrix, axis), size(other_matrix, other_axis));
    if found == expected {
        Ok(())
    } else {
        Err(Error::Mismatch {
            operand,
            axis,
            found,
            other,
            other_axis,
            expected,
        })
    }
}

fn size(matrix: MatrixView<'_>, axis: Axis) -> usize {
    match axis {
        Axis::Rows => matrix.rows(),
        Axis::Columns => matrix.cols(),
    }
}
