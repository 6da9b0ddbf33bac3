use core::fmt;

use super::{Error, TemperatureLimit};
use crate::Operand;

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
            Self::NoComponents { operand } => write!(f, "the rows of {operand} have no numbers"),
            Self::NotFinite { operand, row, column, value } => {
                write!(f, "row {row}, column {column} of {operand} is {value}, which is not a finite number")
            }
            Self::Mismatch { operand, axis, found, other, other_axis, expected } => {
                write!(f, "{operand} has {found} {axis}, but {other} has {expected} {other_axis}")
            }
            Self::Length { operand, expected, found } => {
                write!(f, "{operand} has {found} numbers, but {expected} are needed")
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
            Self::QueryIndex { query_index, n_queries } => {
                write!(f, "there is no query {query_index}: there are {n_queries}, counted from 0")
            }
            Self::SilentRow { query_index } => {
                write!(f, "query {query_index} may listen to nobody, so it has no distribution")
            }
            Self::Number { operand, key_index, value } => {
                let wanted = if operand == Operand::Scores { "" } else { " of 0 or more" };
                write!(f, "number {key_index} of {operand} is {value}, which is not a finite number{wanted}")
            }
            Self::MaskedShare { query_index, key_index } => {
                write!(f, "the target gives key {key_index} a share, but query {query_index} may not listen to it")
            }
            Self::EmptyTarget => f.write_str("the target is 0 everywhere, which is no distribution"),
            Self::NoNearestTemperature { towards } => f.write_str(match towards {
                TemperatureLimit::Zero => {
                    "no temperature is nearest: the target is on the highest score alone, so the colder, the nearer"
                }
                TemperatureLimit::Infinity => {
                    "no temperature is nearest: the target does not favour high scores, so the hotter, the nearer"
                }
                TemperatureLimit::Any => "no temperature is nearest: the scores are equal, so all are as near",
            }),
        }
    }
}
