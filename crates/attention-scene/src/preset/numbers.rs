//! The numbers of the rooms that come with the product.

/// What makes up a room, as constants.
pub(super) struct Numbers {
    pub(super) names: &'static [&'static str],
    /// Queries, keys and values; or, where there are embeddings, W_Q, W_K and W_V.
    pub(super) vectors: [Rows; 3],
    /// What each guest is, where its vectors are projected from that.
    pub(super) embeddings: Option<Rows>,
}

type Rows = &'static [&'static [f64]];

pub(super) const WALKTHROUGH: Numbers = Numbers {
    names: &["Alice", "introduced", "Bob"],
    vectors: [
        &[&[1.0, 2.0], &[0.0, 1.0], &[2.0, 3.0]],
        &[&[1.0, 1.0], &[1.0, 0.0], &[2.0, 1.0]],
        &[&[0.2, 0.8], &[0.5, 0.1], &[0.9, 0.4]],
    ],
    embeddings: None,
};

/// Chloe's scores are ln 0.60, ln 0.25 and ln 0.15, less ln 0.15, to three places.
pub(super) const SHARES: Numbers = Numbers {
    names: &["Alice", "Bob", "Chloe"],
    vectors: [
        &[&[1.0, 0.0], &[0.0, 1.0], &[1.0, 1.0]],
        &[&[1.0, 0.386], &[0.5, 0.011], &[0.0, 0.0]],
        &[&[1.0, 0.0], &[0.0, 1.0], &[0.5, 0.5]],
    ],
    embeddings: None,
};

/// The first component of a key stands for “was part of the introducing”, the second for “was
/// introduced to somebody”.
pub(super) const INTRODUCTION: Numbers = Numbers {
    names: &["Alice", "introduced", "Bob", "to", "Chloe"],
    vectors: [
        &[
            &[1.0, 1.0],
            &[2.0, 0.0],
            &[2.0, 1.0],
            &[0.0, 2.0],
            &[1.0, 2.0],
        ],
        &[
            &[2.0, 0.0],
            &[0.0, 0.0],
            &[2.0, 2.0],
            &[0.0, 0.0],
            &[0.0, 2.0],
        ],
        &[
            &[0.2, 0.8],
            &[0.5, 0.1],
            &[0.9, 0.4],
            &[0.1, 0.1],
            &[0.6, 0.9],
        ],
    ],
    embeddings: None,
};

/// The first component of a key stands for “a person”, the second for “she” above 0 and “he” below.
pub(super) const PRONOUN: Numbers = Numbers {
    names: &["Alice", "met", "Bob", "and", "she", "smiled"],
    vectors: [
        &[
            &[1.0, 0.0],
            &[2.0, 0.0],
            &[1.0, 0.0],
            &[0.0, 0.0],
            &[1.0, 1.0],
            &[1.0, 1.0],
        ],
        &[
            &[2.0, 2.0],
            &[0.0, 0.0],
            &[2.0, -2.0],
            &[0.0, 0.0],
            &[1.0, 1.0],
            &[0.0, 0.0],
        ],
        &[
            &[0.2, 0.8],
            &[0.5, 0.1],
            &[0.9, 0.4],
            &[0.1, 0.1],
            &[0.0, 0.0],
            &[0.4, 0.7],
        ],
    ],
    embeddings: None,
};

pub(super) const UNIFORM: Numbers = Numbers {
    names: &["Alice", "Bob", "Chloe"],
    vectors: [
        &[&[1.0, 2.0], &[3.0, 0.0], &[-1.0, 1.0]],
        &[&[1.0, 1.0], &[1.0, 1.0], &[1.0, 1.0]],
        &[&[0.3, 0.9], &[0.6, 0.3], &[0.9, 0.0]],
    ],
    embeddings: None,
};

pub(super) const LOUD: Numbers = Numbers {
    names: &["Alice", "Bob", "Chloe"],
    vectors: [
        &[
            &[1.0, 1.0, 1.0, 1.0],
            &[1.0, 0.0, 1.0, 0.0],
            &[1.0, 1.0, 1.0, 1.0],
        ],
        &[
            &[2.0, 2.0, 2.0, 2.0],
            &[3.0, 3.0, 3.0, 3.0],
            &[1.0, 1.0, 1.0, 1.0],
        ],
        &[&[0.2, 0.8], &[0.9, 0.4], &[0.6, 0.9]],
    ],
    embeddings: None,
};

/// The first component of an input stands for “has something to give”, the second for “wants
/// something”; W_Q looks for the other of what one is.
pub(super) const ORDER: Numbers = Numbers {
    names: &["Alice", "thanks", "Bob"],
    vectors: [
        &[&[0.0, 2.0], &[2.0, 0.0]],
        &[&[1.0, 0.0], &[0.0, 1.0]],
        &[&[1.0, 0.0], &[0.0, 1.0]],
    ],
    embeddings: Some(&[&[2.0, 0.0], &[0.0, 0.5], &[0.5, 2.0]]),
};

/// The first two columns are one head's: “acts”, “is a person”. The last two are the other's: “is
/// introduced”, “is introduced to”.
pub(super) const HEADS: Numbers = Numbers {
    names: &["Alice", "introduced", "Bob", "to", "Chloe"],
    vectors: [
        &[
            &[1.0, 1.0, 1.0, 0.0],
            &[2.0, 0.0, 2.0, 0.0],
            &[2.0, 0.0, 0.0, 2.0],
            &[0.0, 2.0, 0.0, 2.0],
            &[2.0, 0.0, 2.0, 0.0],
        ],
        &[
            &[2.0, 1.0, 0.0, 0.0],
            &[0.0, 0.0, 0.0, 0.0],
            &[0.0, 1.0, 2.0, 0.0],
            &[0.0, 0.0, 0.0, 0.0],
            &[0.0, 1.0, 0.0, 2.0],
        ],
        &[
            &[0.2, 0.8, 1.0, 0.0],
            &[0.5, 0.1, 0.0, 0.0],
            &[0.9, 0.4, 0.0, 1.0],
            &[0.1, 0.1, 0.0, 0.0],
            &[0.6, 0.9, 0.5, 0.5],
        ],
    ],
    embeddings: None,
};
