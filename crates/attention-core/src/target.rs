use crate::{Error, Operand};

/// A distribution that a row of weights is compared with, given as proportions: [24, 3, 73] is
/// [0.24, 0.03, 0.73].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Target<'a> {
    proportions: &'a [f64],
    // The sum is that of proportions in units of the largest, which cannot overflow.
    largest: f64,
    sum: f64,
}

impl<'a> Target<'a> {
    pub(crate) fn of(proportions: &'a [f64], n_keys: usize) -> Result<Self, Error> {
        if proportions.len() != n_keys {
            return Err(Error::Length {
                operand: Operand::Target,
                expected: n_keys,
                found: proportions.len(),
            });
        }
        check_proportions(proportions, Operand::Target)?;
        let largest = proportions.iter().copied().fold(0.0, f64::max);
        if largest == 0.0 {
            return Err(Error::EmptyTarget);
        }
        let sum = proportions
            .iter()
            .map(|proportion| proportion / largest)
            .sum();
        Ok(Self {
            proportions,
            largest,
            sum,
        })
    }

    /// Each key's share; they sum to 1.
    pub(crate) fn shares(self) -> impl Iterator<Item = f64> + 'a {
        self.proportions
            .iter()
            .map(move |proportion| proportion / self.largest / self.sum)
    }
}

/// Refuses a row with a number that is not finite or is below 0.
pub(crate) fn check_proportions(row: &[f64], operand: Operand) -> Result<(), Error> {
    match row
        .iter()
        .position(|number| !(number.is_finite() && *number >= 0.0))
    {
        None => Ok(()),
        Some(key_index) => Err(Error::Number {
            operand,
            key_index,
            value: row[key_index],
        }),
    }
}
