use core::fmt;

/// One of the things a caller hands in: what an [`Error`](crate::Error) is about.
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
    /// The embeddings, a row per token.
    Embeddings,
    /// The position vectors, a row per token.
    Positions,
    /// X, a row per token: embedding plus position.
    Inputs,
    /// W, which projects inputs to whatever it is for.
    ProjectionWeights,
    /// W_Q, which makes queries of inputs.
    QueryWeights,
    /// W_K, which makes keys of inputs.
    KeyWeights,
    /// W_V, which makes values of inputs.
    ValueWeights,
    /// The heads, one or more.
    Heads,
    /// The heads' outputs, side by side.
    Concatenation,
    /// W_O, which mixes the heads' outputs.
    OutputWeights,
    /// The scores of one row.
    Scores,
    /// The weights of one row, or the buffer for all rows' weights.
    Weights,
    /// The distribution a row is wished to have.
    Target,
    /// The buffer for the output.
    Output,
    /// The record of a computation.
    Trace,
}

impl fmt::Display for Operand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Matrix => "the matrix",
            Self::Queries => "Q",
            Self::Keys => "K",
            Self::Values => "V",
            Self::Embeddings => "the matrix of embeddings",
            Self::Positions => "the matrix of positions",
            Self::Inputs => "X",
            Self::ProjectionWeights => "W",
            Self::QueryWeights => "W_Q",
            Self::KeyWeights => "W_K",
            Self::ValueWeights => "W_V",
            Self::Heads => "the list of heads",
            Self::Concatenation => "the concatenation",
            Self::OutputWeights => "W_O",
            Self::Scores => "the row of scores",
            Self::Weights => "the list of weights",
            Self::Target => "the target",
            Self::Output => "the output",
            Self::Trace => "the trace",
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

/// A computed number that may leave the range of an `f64`: what an
/// [`Error::Overflow`](crate::Error::Overflow) is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Quantity {
    /// Embedding plus position.
    Input,
    /// Input times W.
    Projection,
    /// Input times W_Q.
    Query,
    /// Input times W_K.
    Key,
    /// Input times W_V.
    Value,
    /// `q · k`, or one of its terms.
    Score,
    /// The score times the scale, divided by the temperature.
    Scaled,
    /// The weighted sum of the values.
    Output,
    /// The heads' outputs times W_O.
    Mixture,
    /// How the divergence changes with something.
    Gradient,
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Input => "input",
            Self::Projection => "projection",
            Self::Query => "query",
            Self::Key => "key",
            Self::Value => "value",
            Self::Score => "score",
            Self::Scaled => "scaled score",
            Self::Output => "output",
            Self::Mixture => "mixture of the heads",
            Self::Gradient => "gradient",
        })
    }
}
