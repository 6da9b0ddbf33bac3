use core::fmt;

use super::{Error, TemperatureLimit};
use crate::{Axis, Operand};

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::DataLength {
                operand,
                rows,
                cols,
                found,
            } => {
                write!(
                    f,
                    "{operand} is to be {rows} × {cols}, but its data has length {found}"
                )
            }
            Self::RaggedRow {
                operand,
                row,
                expected,
                found,
            } => {
                write!(
                    f,
                    "row {row} of {operand} has length {found}, but row 0 has length {expected}"
                )
            }
            Self::NoTokens { operand } => write!(f, "{operand} is empty"),
            Self::NoComponents { operand } => write!(f, "the rows of {operand} are empty"),
            Self::NotFinite {
                operand,
                row,
                column,
                value,
            } => {
                write!(
                    f,
                    "row {row}, column {column} of {operand} is {value}, which is not a finite number"
                )
            }
            Self::Mismatch {
                operand,
                axis,
                found,
                other,
                other_axis,
                expected,
            } => {
                let (found, expected) = (Extent(found, axis), Extent(expected, other_axis));
                write!(f, "{operand} has {found}, but {other} has {expected}")
            }
            Self::Length {
                operand,
                expected,
                found,
            } => {
                write!(f, "{operand} has length {found}, but {expected} is needed")
            }
            Self::MaskSize { expected, found } => {
                write!(
                    f,
                    "the mask has length {found}, but the queries and keys make {expected}"
                )
            }
            Self::Temperature { value } => {
                write!(
                    f,
                    "the temperature is {value}, which is not a finite number above 0"
                )
            }
            Self::Factor { value } => {
                write!(f, "the scale is {value}, which is not a finite number")
            }
            Self::Overflow {
                quantity,
                row,
                column,
            } => {
                write!(
                    f,
                    "the {quantity} at row {row}, column {column} is too large for a number"
                )
            }
            Self::TooLarge {
                operand,
                axis: Some(axis),
                found,
                limit,
            } => {
                write!(
                    f,
                    "{operand} has {}, but at most {limit} are taken",
                    Extent(found, axis)
                )
            }
            Self::TooLarge {
                operand,
                axis: None,
                found: usize::MAX,
                limit,
            } => {
                write!(
                    f,
                    "{operand} would hold more numbers than can be counted, but at most {limit} are taken"
                )
            }
            Self::TooLarge {
                operand,
                axis: None,
                found,
                limit,
            } => {
                write!(
                    f,
                    "{operand} would hold {found} numbers, but at most {limit} are taken"
                )
            }
            Self::OutOfMemory { operand, numbers } => {
                write!(
                    f,
                    "{operand} would hold {numbers} numbers, but there is no memory for them"
                )
            }
            Self::QueryIndex {
                query_index,
                n_queries,
            } => {
                write!(
                    f,
                    "there is no query {query_index}: there are {n_queries}, counted from 0"
                )
            }
            Self::SilentRow { query_index } => {
                write!(
                    f,
                    "query {query_index} may listen to nobody, so it has no distribution"
                )
            }
            Self::Number {
                operand,
                key_index,
                value,
            } => {
                let wanted = if operand == Operand::Scores {
                    ""
                } else {
                    " of 0 or more"
                };
                write!(
                    f,
                    "number {key_index} of {operand} is {value}, which is not a finite number{wanted}"
                )
            }
            Self::MaskedShare {
                query_index,
                key_index,
            } => {
                write!(
                    f,
                    "the target gives key {key_index} a share, but query {query_index} may not listen to it"
                )
            }
            Self::EmptyTarget => {
                f.write_str("the target is 0 everywhere, which is no distribution")
            }
            Self::NoNearestTemperature { towards } => {
                write!(f, "no temperature is nearest: {towards}")
            }
        }
    }
}

impl fmt::Display for TemperatureLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Zero => "the target is on the highest score alone, so the colder, the nearer",
            Self::Infinity => "the target does not favour high scores, so the hotter, the nearer",
            Self::Any => "the scores are equal, so all are as near",
        })
    }
}

/// A number of rows or columns.
struct Extent(usize, Axis);

impl fmt::Display for Extent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self.1 {
            Axis::Rows => "row",
            Axis::Columns => "column",
        };
        let plural = if self.0 == 1 { "" } else { "s" };
        write!(f, "{} {name}{plural}", self.0)
    }
}
