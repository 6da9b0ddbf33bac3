use core::fmt;

/// What an [`Error`](crate::Error) is about: one of the things a caller hands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Operand {
    /// A matrix whose part is not known yet.
    Matrix,
    /// Q, a row per query.
    Queries,
    /// K, a row per key.
    Keys,
    /// V, a row per key.
    Values,
    /// The scores (or scaled scores) of one row.
    Scores,
    /// The record of a computation.
    Trace,
    /// The distribution a row is wished to have.
    Target,
}

impl fmt::Display for Operand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Matrix => "the matrix",
            Self::Queries => "Q",
            Self::Keys => "K",
            Self::Values => "V",
            Self::Scores => "the scores",
            Self::Trace => "the trace",
            Self::Target => "the target",
        })
    }
}

/// One of the two directions of a matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Axis {
    /// Downwards: a row per token.
    Rows,
    /// Across: a column per component.
    Columns,
}

impl fmt::Display for Axis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Rows => "rows",
            Self::Columns => "columns",
        })
    }
}

/// A computed number that may leave the range of an `f64`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Quantity {
    /// `q · k`, or one of its terms.
    Score,
    /// The score times the scale, divided by the temperature.
    Scaled,
    /// The weighted sum of the values.
    Output,
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Score => "score",
            Self::Scaled => "scaled score",
            Self::Output => "output",
        })
    }
}
