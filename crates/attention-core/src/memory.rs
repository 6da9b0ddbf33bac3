//! Where memory is taken: within the limit, and with a refusal where there is none.

use alloc::vec::Vec;

use crate::{Error, MAX_NUMBERS, Operand};

/// Zeros.
pub(crate) fn zeros(len: u64, operand: Operand) -> Result<Vec<f64>, Error> {
    let len = checked_len(len, operand)?;
    let mut numbers = Vec::new();
    if numbers.try_reserve_exact(len).is_err() {
        return Err(Error::OutOfMemory {
            operand,
            numbers: len,
        });
    }
    numbers.resize(len, 0.0);
    Ok(numbers)
}

/// Refuses more than [`MAX_NUMBERS`]. Lengths are counted in 64 bits on every machine, since what is
/// refused may be more than wasm can count.
pub(crate) fn checked_len(len: u64, operand: Operand) -> Result<usize, Error> {
    let found = usize::try_from(len).unwrap_or(usize::MAX);
    if found <= MAX_NUMBERS {
        return Ok(found);
    }
    Err(Error::TooLarge {
        operand,
        axis: None,
        found,
        limit: MAX_NUMBERS,
    })
}
