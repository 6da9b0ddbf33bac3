use core::fmt;

use crate::{Axis, Operand, Quantity};

/// Why a computation was refused: what is wrong, and where.
///
/// Rows, columns and indices count from 0, here and in the messages.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Error {
    /// A slice is not `rows × cols` long.
    DataLength {
        /// Which matrix.
        operand: Operand,
        /// The rows asked for.
        rows: usize,
        /// The columns asked for.
        cols: usize,
        /// The numbers there are.
        found: usize,
    },
    /// A row is not as long as the first.
    RaggedRow {
        /// Which matrix.
        operand: Operand,
        /// The row at fault.
        row: usize,
        /// The length of row 0.
        expected: usize,
        /// The length of this row.
        found: usize,
    },
    /// There is not one row.
    NoTokens {
        /// Which matrix.
        operand: Operand,
    },
    /// The rows have not one component.
    NoComponents {
        /// Which matrix.
        operand: Operand,
    },
    /// A number is NaN or infinite.
    NotFinite {
        /// Which matrix.
        operand: Operand,
        /// Its row.
        row: usize,
        /// Its column.
        column: usize,
        /// The number.
        value: f64,
    },
    /// Two shapes do not fit.
    Mismatch {
        /// The matrix at fault.
        operand: Operand,
        /// The direction at fault.
        axis: Axis,
        /// Its size there.
        found: usize,
        /// The matrix it has to fit.
        other: Operand,
        /// The direction it has to fit.
        other_axis: Axis,
        /// The size there.
        expected: usize,
    },
    /// A mask by cells has not one cell for each query and key.
    MaskSize {
        /// `n_queries · n_keys`.
        expected: usize,
        /// The cells there are.
        found: usize,
    },
    /// A temperature that is not a finite number above 0.
    Temperature {
        /// The temperature.
        value: f64,
    },
    /// A scale factor that is not finite.
    Factor {
        /// The factor.
        value: f64,
    },
    /// Finite numbers whose result is not.
    Overflow {
        /// What was computed.
        quantity: Quantity,
        /// Its row.
        row: usize,
        /// Its column.
        column: usize,
    },
    /// More than this crate takes on.
    TooLarge {
        /// What is large.
        operand: Operand,
        /// The direction, or none where it is the numbers in all.
        axis: Option<Axis>,
        /// The size asked for; `usize::MAX` where it cannot be counted.
        found: usize,
        /// The largest allowed.
        limit: usize,
    },
    /// A target with a number below 0.
    NegativeTarget {
        /// The key.
        key_index: usize,
        /// The number.
        value: f64,
    },
    /// A target whose numbers are all 0.
    EmptyTarget,
    /// No temperature brings the softmax nearest to the target.
    NoNearestTemperature {
        /// Where the divergence goes on falling.
        towards: TemperatureLimit,
    },
}

/// Where the divergence from a target falls without ever reaching its least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TemperatureLimit {
    /// The target is the argmax itself: the colder, the nearer.
    Zero,
    /// The target is as even as uniform or turns the order round: the hotter, the nearer.
    Infinity,
    /// All scores are equal: every temperature is as near as every other.
    Any,
}

impl Error {
    /// A name for programs, which stays when the English is reworded.
    pub fn code(&self) -> &'static str {
        match self {
            Self::DataLength { .. } => "data_length",
            Self::RaggedRow { .. } => "ragged_row",
            Self::NoTokens { .. } => "no_tokens",
            Self::NoComponents { .. } => "no_components",
            Self::NotFinite { .. } => "not_finite",
            Self::Mismatch { .. } => "shape_mismatch",
            Self::MaskSize { .. } => "mask_size",
            Self::Temperature { .. } => "temperature",
            Self::Factor { .. } => "scale_factor",
            Self::Overflow { .. } => "overflow",
            Self::TooLarge { .. } => "too_large",
            Self::NegativeTarget { .. } => "negative_target",
            Self::EmptyTarget => "empty_target",
            Self::NoNearestTemperature { .. } => "no_nearest_temperature",
        }
    }

    /// The row at fault, where one is.
    pub fn row(&self) -> Option<usize> {
        match *self {
            Self::RaggedRow { row, .. }
            | Self::NotFinite { row, .. }
            | Self::Overflow { row, .. } => Some(row),
            _ => None,
        }
    }

    /// The same error, about `operand`: for a matrix whose part was not known where it was refused.
    #[must_use]
    pub fn about(mut self, operand: Operand) -> Self {
        if let Self::DataLength { operand: named, .. }
        | Self::RaggedRow { operand: named, .. }
        | Self::TooLarge { operand: named, .. } = &mut self
        {
            *named = operand;
        }
        self
    }
}

impl core::error::Error for Error {}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::DataLength { operand, rows, cols, found } => {
                write!(f, "{operand} has {found} numbers, which is not {rows} rows of {cols}")
            }
            Self::RaggedRow { operand, row, expected, found } => {
                write!(f, "row {row} of {operand} has {found} numbers, but row 0 has {expected}")
            }
            Self::NoTokens { operand } => write!(f, "{operand} has no rows"),
            Self::NoComponents { operand } => write!(f, "the rows of {operand} are empty"),
            Self::NotFinite { operand, row, column, value } => {
                write!(f, "row {row}, column {column} of {operand} is {value}, which is not a finite number")
            }
            Self::Mismatch { operand, axis, found, other, other_axis, expected } => {
                write!(f, "{operand} has {found} {axis}, but {other} has {expected} {other_axis}")
            }
            Self::MaskSize { expected, found } => {
                write!(f, "the mask has {found} cells, but the queries and keys make {expected}")
            }
            Self::Temperature { value } => {
                write!(f, "the temperature is {value}, which is not a finite number above 0")
            }
            Self::Factor { value } => write!(f, "the scale is {value}, which is not a finite number"),
            Self::Overflow { quantity, row, column } => {
                write!(f, "the {quantity} at row {row}, column {column} is too large for a number")
            }
            Self::TooLarge { operand, axis: Some(axis), found, limit } => {
                write!(f, "{operand} has {found} {axis}, but at most {limit} are taken")
            }
            Self::TooLarge { operand, axis: None, found: usize::MAX, limit } => {
                write!(f, "{operand} would hold more numbers than can be counted, but at most {limit} are taken")
            }
            Self::TooLarge { operand, axis: None, found, limit } => {
                write!(f, "{operand} would hold {found} numbers, but at most {limit} are taken")
            }
            Self::NegativeTarget { key_index, value } => {
                write!(f, "the target for key {key_index} is {value}, which is below 0")
            }
            Self::EmptyTarget => f.write_str("the target is 0 everywhere, which is no distribution"),
            Self::NoNearestTemperature { towards } => f.write_str(match towards {
                TemperatureLimit::Zero => {
                    "no temperature is nearest: the colder, the nearer, since the target is on the highest score alone"
                }
                TemperatureLimit::Infinity => {
                    "no temperature is nearest: the hotter, the nearer, since the target does not favour high scores"
                }
                TemperatureLimit::Any => "no temperature is nearest: the scores are equal, so all are as near",
            }),
        }
    }
}
