use crate::{Axis, Error, Operand, shape};

/// Refuses a target that cannot be read as proportions over `n_keys` keys; yields its sum.
pub(crate) fn check_target(target: &[f64], n_keys: usize) -> Result<f64, Error> {
    if target.len() != n_keys {
        return Err(Error::Mismatch {
            operand: Operand::Target,
            axis: Axis::Columns,
            found: target.len(),
            other: Operand::Keys,
            other_axis: Axis::Rows,
            expected: n_keys,
        });
    }
    shape::check_finite(target, n_keys, Operand::Target)?;
    if let Some(key_index) = target.iter().position(|share| *share < 0.0) {
        return Err(Error::NegativeTarget {
            key_index,
            value: target[key_index],
        });
    }
    let sum: f64 = target.iter().sum();
    if sum == 0.0 {
        return Err(Error::EmptyTarget);
    }
    if !sum.is_finite() {
        return Err(Error::NotFinite {
            operand: Operand::Target,
            row: 0,
            column: 0,
            value: sum,
        });
    }
    Ok(sum)
}
