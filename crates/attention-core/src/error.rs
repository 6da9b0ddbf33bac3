mod message;

use crate::{Axis, Operand, Quantity};

/// Why a computation was refused: what is wrong, and where.
///
/// Rows, columns and indices count from 0, here and in the messages. The message is English, for
/// logs and for programmers; a program that speaks to people matches the variant, or
/// [`code`](Self::code), and finds its own words.
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
    /// There are rows, of no components.
    NoComponents {
        /// Which matrix.
        operand: Operand,
    },
    /// A number of a matrix is NaN or infinite.
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
    /// A row of numbers, or a buffer, is not as long as it has to be.
    Length {
        /// Which.
        operand: Operand,
        /// The numbers needed.
        expected: usize,
        /// The numbers there are.
        found: usize,
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
        /// Its row: its query, where it belongs to one.
        row: usize,
        /// Its column: its key, where it belongs to one.
        column: usize,
    },
    /// More than this crate takes on.
    TooLarge {
        /// What is large.
        operand: Operand,
        /// The direction it is large in; none where it is its numbers, all told.
        axis: Option<Axis>,
        /// The size asked for; `usize::MAX` where that is beyond counting.
        found: usize,
        /// The largest allowed.
        limit: usize,
    },
    /// There is no memory for what is within the limits.
    OutOfMemory {
        /// What it was for.
        operand: Operand,
        /// The numbers it was to hold.
        numbers: usize,
    },
    /// There is no such query.
    QueryIndex {
        /// The query asked for.
        query_index: usize,
        /// The queries there are.
        n_queries: usize,
    },
    /// The query may listen to nobody, so it has no distribution to compare.
    SilentRow {
        /// The query.
        query_index: usize,
    },
    /// A number of one row of scores, weights or a target cannot be used: it is NaN or infinite, or
    /// a share below 0.
    Number {
        /// Scores, weights or target.
        operand: Operand,
        /// Its key.
        key_index: usize,
        /// The number.
        value: f64,
    },
    /// A target gives a share to a key that the query may not listen to.
    MaskedShare {
        /// The query.
        query_index: usize,
        /// The key.
        key_index: usize,
    },
    /// A target's shares are all 0.
    EmptyTarget,
    /// No temperature brings the softmax nearest to the target.
    NoNearestTemperature {
        /// Where the divergence goes on falling.
        towards: TemperatureLimit,
    },
}

/// Why there is no nearest temperature: where the divergence from the target falls without reaching
/// its least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TemperatureLimit {
    /// The colder, the nearer: the target is on the highest score alone.
    Zero,
    /// The hotter, the nearer: on average the target favours high scores no more than uniform does.
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
            Self::Length { .. } => "length",
            Self::MaskSize { .. } => "mask_size",
            Self::Temperature { .. } => "temperature",
            Self::Factor { .. } => "scale_factor",
            Self::Overflow { .. } => "overflow",
            Self::TooLarge { .. } => "too_large",
            Self::OutOfMemory { .. } => "out_of_memory",
            Self::QueryIndex { .. } => "query_index",
            Self::SilentRow { .. } => "silent_row",
            Self::Number { .. } => "number",
            Self::MaskedShare { .. } => "masked_share",
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
            Self::QueryIndex { query_index, .. }
            | Self::SilentRow { query_index }
            | Self::MaskedShare { query_index, .. } => Some(query_index),
            _ => None,
        }
    }

    /// The same error, about `operand`: for a matrix that did not know what it was for when it was
    /// refused.
    #[must_use]
    pub fn about(mut self, operand: Operand) -> Self {
        if let Self::DataLength { operand: named, .. }
        | Self::RaggedRow { operand: named, .. }
        | Self::TooLarge { operand: named, .. }
        | Self::OutOfMemory { operand: named, .. } = &mut self
            && *named == Operand::Matrix
        {
            *named = operand;
        }
        self
    }
}

impl core::error::Error for Error {}
