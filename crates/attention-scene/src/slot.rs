//! The address of one editable number.

/// One of the matrices of numbers that a learner may edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tensor {
    /// Q: what each guest is looking for, a row per token.
    Queries,
    /// K: what each guest offers to whoever looks, a row per token.
    Keys,
    /// V: what each guest shares when listened to, a row per token.
    Values,
    /// What each guest is, before it knows where it stands, a row per token.
    Embeddings,
    /// Where each guest stands, a row per token.
    Positions,
    /// W_Q: queries from inputs.
    QueryWeights,
    /// W_K: keys from inputs.
    KeyWeights,
    /// W_V: values from inputs.
    ValueWeights,
    /// W_O: what several heads come to together.
    OutputWeights,
}

impl Tensor {
    /// All of them, in the order in which a link writes them.
    pub const ALL: [Self; 9] = [
        Self::Queries,
        Self::Keys,
        Self::Values,
        Self::Embeddings,
        Self::Positions,
        Self::QueryWeights,
        Self::KeyWeights,
        Self::ValueWeights,
        Self::OutputWeights,
    ];

    /// A guest's three vectors, in the order in which it introduces them.
    pub const VECTORS: [Self; 3] = [Self::Queries, Self::Keys, Self::Values];

    /// What makes a guest's three vectors of its input, in the same order.
    pub const PROJECTIONS: [Self; 3] = [Self::QueryWeights, Self::KeyWeights, Self::ValueWeights];

    /// What makes it of the inputs, where it is queries, keys or values.
    #[must_use]
    pub const fn projection(self) -> Option<Self> {
        match self {
            Self::Queries => Some(Self::QueryWeights),
            Self::Keys => Some(Self::KeyWeights),
            Self::Values => Some(Self::ValueWeights),
            _ => None,
        }
    }

    /// The short name used in links and in the page's attributes.
    ///
    /// ```
    /// assert_eq!(attention_scene::Tensor::Queries.letter(), "q");
    /// ```
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            Self::Queries => "q",
            Self::Keys => "k",
            Self::Values => "v",
            Self::Embeddings => "x",
            Self::Positions => "position",
            Self::QueryWeights => "wq",
            Self::KeyWeights => "wk",
            Self::ValueWeights => "wv",
            Self::OutputWeights => "wo",
        }
    }

    /// The tensor of that short name.
    #[must_use]
    pub fn lettered(letter: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|tensor| tensor.letter() == letter)
    }

    /// Whether it has a row for each token.
    #[must_use]
    pub const fn is_per_token(self) -> bool {
        matches!(
            self,
            Self::Queries | Self::Keys | Self::Values | Self::Embeddings | Self::Positions
        )
    }
}

/// The address of one number: in which matrix, and where in it, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Slot {
    /// Which matrix.
    pub tensor: Tensor,
    /// The token, or, of weights, the component of what they multiply.
    pub row: usize,
    /// The component.
    pub column: usize,
}
