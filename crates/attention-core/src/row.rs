//! One query's way through the forward pass, in a caller's row.

use crate::{
    Error, MatrixView, Quantity, Settings,
    scale::Scaling,
    softmax::{RowSoftmax, exponentiate},
};

/// Fills `row` with the query's scaled scores, each product summed from left to right as the trace
/// does.
pub(crate) fn scale_scores(
    q: MatrixView<'_>,
    k: MatrixView<'_>,
    settings: &Settings<'_>,
    query_index: usize,
    row: &mut [f64],
) -> Result<(), Error> {
    let scaling = Scaling::of(settings, q.cols());
    let query = q.row(query_index);
    for (key_index, scaled) in row.iter_mut().enumerate() {
        let score = query
            .iter()
            .zip(k.row(key_index))
            .fold(0.0, |sum, (q, k)| sum + q * k);
        *scaled = scaling.scaled(score, query_index, key_index)?;
    }
    Ok(())
}

/// Turns the query's scaled scores into exponentials.
pub(crate) fn exponentiate_row(
    settings: &Settings<'_>,
    query_index: usize,
    row: &mut [f64],
) -> RowSoftmax {
    let n_keys = row.len();
    exponentiate(row, |key_index| {
        settings.mask.allows(n_keys, query_index, key_index)
    })
}

/// Weights that sum to a rounding more than 1 can lift the largest values out of range.
pub(crate) fn check_output(query_index: usize, output: &[f64]) -> Result<(), Error> {
    match output.iter().position(|component| !component.is_finite()) {
        None => Ok(()),
        Some(column) => Err(Error::Overflow {
            quantity: Quantity::Output,
            row: query_index,
            column,
        }),
    }
}
