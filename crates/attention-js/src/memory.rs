//! Memory is asked for where a caller's sizes say how much: where there is none, the call is refused, and the
//! module is as good as ever.

use attention_core::{Error, MAX_NUMBERS, Operand};

use crate::refusal::Refusal;

/// The numbers of a matrix, refused where they are too many. Both sizes are within the core's limits, so that their
/// product can be counted.
pub(crate) fn numbers_of(operand: Operand, rows: usize, columns: usize) -> Result<usize, Refusal> {
    let found = rows * columns;
    if found > MAX_NUMBERS {
        return Err(Error::TooLarge {
            operand,
            axis: None,
            found,
            limit: MAX_NUMBERS,
        }
        .into());
    }
    Ok(found)
}

/// So many zeros, or the refusal.
pub(crate) fn zeros<T: Clone + Default>(operand: Operand, len: usize) -> Result<Vec<T>, Refusal> {
    let mut numbers = Vec::new();
    numbers
        .try_reserve_exact(len)
        .map_err(|_| Error::OutOfMemory {
            operand,
            numbers: len,
        })?;
    numbers.resize(len, T::default());
    Ok(numbers)
}
