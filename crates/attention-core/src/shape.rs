use crate::{Axis, Error, MAX_COMPONENTS, MAX_TOKENS, MatrixView, Operand};

/// The four sizes of an attention, once Q, K and V are known to fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shape {
    pub(crate) n_queries: usize,
    pub(crate) n_keys: usize,
    pub(crate) d_k: usize,
    pub(crate) d_v: usize,
}

impl Shape {
    /// Refuses what is empty, too large, not finite, or does not fit.
    pub(crate) fn of(
        q: MatrixView<'_>,
        k: MatrixView<'_>,
        v: MatrixView<'_>,
    ) -> Result<Self, Error> {
        check_operand(q, Operand::Queries)?;
        check_operand(k, Operand::Keys)?;
        check_operand(v, Operand::Values)?;
        check_fit(
            (k, Operand::Keys, Axis::Columns),
            (q, Operand::Queries, Axis::Columns),
        )?;
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
}

/// Refuses a matrix that is empty, too large, or not finite.
pub(crate) fn check_operand(matrix: MatrixView<'_>, operand: Operand) -> Result<(), Error> {
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
    check_finite(matrix.data(), matrix.cols(), operand)
}

/// Names the first number of `data`, in rows of `cols`, that is not finite.
pub(crate) fn check_finite(data: &[f64], cols: usize, operand: Operand) -> Result<(), Error> {
    match data.iter().position(|number| !number.is_finite()) {
        None => Ok(()),
        Some(index) => Err(Error::NotFinite {
            operand,
            row: index / cols,
            column: index % cols,
            value: data[index],
        }),
    }
}

fn size(matrix: MatrixView<'_>, axis: Axis) -> usize {
    match axis {
        Axis::Rows => matrix.rows(),
        Axis::Columns => matrix.cols(),
    }
}

type Side<'a> = (MatrixView<'a>, Operand, Axis);

/// Refuses two sizes that ought to be the same; the first is the one at fault.
pub(crate) fn check_fit(
    (matrix, operand, axis): Side<'_>,
    (other_matrix, other, other_axis): Side<'_>,
) -> Result<(), Error> {
    let found = size(matrix, axis);
    let expected = size(other_matrix, other_axis);
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
