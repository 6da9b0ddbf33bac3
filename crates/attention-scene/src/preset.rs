//! The rooms that come with the product.

#[cfg(test)]
mod tests;

use attention_core::Matrix;

use crate::{Experiment, Hearing, RoomError};

/// A room that comes with the product, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Preset {
    /// The post's numeric walkthrough: Alice, introduced, Bob, with d_k = d_v = 2.
    Walkthrough,
    /// The post's other picture: 60% Alice, 25% Bob, 15% Chloe.
    Shares,
    /// “Alice introduced Bob to Chloe”: the verb links Alice and Bob, “to” links Bob and Chloe.
    Introduction,
    /// A pronoun that finds whom it stands for.
    Pronoun,
    /// Every key the same: everyone is heard alike.
    Uniform,
    /// A loud guest, whose long key drowns the others; what 1/√d_k does to it.
    Loud,
    /// The introduction again, where nobody may look ahead.
    Causal,
}

/// What makes up a room, as constants.
struct Numbers {
    names: &'static [&'static str],
    queries: &'static [&'static [f64]],
    keys: &'static [&'static [f64]],
    values: &'static [&'static [f64]],
}

const WALKTHROUGH: Numbers = Numbers {
    names: &["Alice", "introduced", "Bob"],
    queries: &[&[1.0, 2.0], &[0.0, 1.0], &[2.0, 3.0]],
    keys: &[&[1.0, 1.0], &[1.0, 0.0], &[2.0, 1.0]],
    values: &[&[0.2, 0.8], &[0.5, 0.1], &[0.9, 0.4]],
};

/// Chloe's scores are ln 0.60, ln 0.25 and ln 0.15, less ln 0.15, to three places.
const SHARES: Numbers = Numbers {
    names: &["Alice", "Bob", "Chloe"],
    queries: &[&[1.0, 0.0], &[0.0, 1.0], &[1.0, 1.0]],
    keys: &[&[1.0, 0.386], &[0.5, 0.011], &[0.0, 0.0]],
    values: &[&[1.0, 0.0], &[0.0, 1.0], &[0.5, 0.5]],
};

/// The first component of a key stands for “was part of the introducing”, the second for “was
/// introduced to somebody”.
const INTRODUCTION: Numbers = Numbers {
    names: &["Alice", "introduced", "Bob", "to", "Chloe"],
    queries: &[
        &[1.0, 1.0],
        &[2.0, 0.0],
        &[2.0, 1.0],
        &[0.0, 2.0],
        &[1.0, 2.0],
    ],
    keys: &[
        &[2.0, 0.0],
        &[0.0, 0.0],
        &[2.0, 2.0],
        &[0.0, 0.0],
        &[0.0, 2.0],
    ],
    values: &[
        &[0.2, 0.8],
        &[0.5, 0.1],
        &[0.9, 0.4],
        &[0.1, 0.1],
        &[0.6, 0.9],
    ],
};

/// The first component of a key stands for “a person”, the second for “she” above 0 and “he” below.
const PRONOUN: Numbers = Numbers {
    names: &["Alice", "met", "Bob", "and", "she", "smiled"],
    queries: &[
        &[1.0, 0.0],
        &[2.0, 0.0],
        &[1.0, 0.0],
        &[0.0, 0.0],
        &[1.0, 1.0],
        &[1.0, 1.0],
    ],
    keys: &[
        &[2.0, 2.0],
        &[0.0, 0.0],
        &[2.0, -2.0],
        &[0.0, 0.0],
        &[1.0, 1.0],
        &[0.0, 0.0],
    ],
    values: &[
        &[0.2, 0.8],
        &[0.5, 0.1],
        &[0.9, 0.4],
        &[0.1, 0.1],
        &[0.0, 0.0],
        &[0.4, 0.7],
    ],
};

const UNIFORM: Numbers = Numbers {
    names: &["Alice", "Bob", "Chloe"],
    queries: &[&[1.0, 2.0], &[3.0, 0.0], &[-1.0, 1.0]],
    keys: &[&[1.0, 1.0], &[1.0, 1.0], &[1.0, 1.0]],
    values: &[&[0.3, 0.9], &[0.6, 0.3], &[0.9, 0.0]],
};

const LOUD: Numbers = Numbers {
    names: &["Alice", "Bob", "Chloe"],
    queries: &[
        &[1.0, 1.0, 1.0, 1.0],
        &[1.0, 0.0, 1.0, 0.0],
        &[1.0, 1.0, 1.0, 1.0],
    ],
    keys: &[
        &[2.0, 2.0, 2.0, 2.0],
        &[3.0, 3.0, 3.0, 3.0],
        &[1.0, 1.0, 1.0, 1.0],
    ],
    values: &[&[0.2, 0.8], &[0.9, 0.4], &[0.6, 0.9]],
};

impl Preset {
    /// Every preset.
    pub const ALL: [Self; 7] = [
        Self::Walkthrough,
        Self::Shares,
        Self::Introduction,
        Self::Pronoun,
        Self::Uniform,
        Self::Loud,
        Self::Causal,
    ];

    /// The name that links use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Walkthrough => "walkthrough",
            Self::Shares => "shares",
            Self::Introduction => "introduction",
            Self::Pronoun => "pronoun",
            Self::Uniform => "uniform",
            Self::Loud => "loud",
            Self::Causal => "causal",
        }
    }

    /// The preset of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|preset| preset.name() == name)
    }

    /// The guests' names.
    #[must_use]
    pub const fn names(self) -> &'static [&'static str] {
        self.numbers().names
    }

    /// Whose query is asked about first.
    #[must_use]
    pub const fn focus(self) -> usize {
        match self {
            Self::Walkthrough | Self::Shares | Self::Loud => 2,
            Self::Introduction | Self::Causal => 1,
            Self::Pronoun => 4,
            Self::Uniform => 0,
        }
    }

    /// The room itself.
    ///
    /// ```
    /// use attention_scene::Preset;
    /// let trace = Preset::Walkthrough.experiment().trace();
    /// // Bob's query [2, 3] · his own key [2, 1] = 2·2 + 3·1
    /// assert_eq!(trace.score(2, 2), 7.0);
    /// ```
    #[must_use]
    #[expect(
        clippy::expect_used,
        reason = "constants; a test makes every preset, so a shape that doesn't fit never ships"
    )]
    pub fn experiment(self) -> Experiment {
        let room = self.room().expect("a preset's shapes fit").based_on(self);
        match self {
            Self::Causal => room.with_hearing(Hearing::Causal),
            _ => room,
        }
    }

    fn room(self) -> Result<Experiment, RoomError> {
        let numbers = self.numbers();
        let matrix = |rows: &[&[f64]]| Matrix::from_rows(rows).map_err(RoomError::Core);
        Experiment::new(
            numbers.names.iter().map(ToString::to_string).collect(),
            matrix(numbers.queries)?,
            matrix(numbers.keys)?,
            matrix(numbers.values)?,
        )
    }

    const fn numbers(self) -> &'static Numbers {
        match self {
            Self::Walkthrough => &WALKTHROUGH,
            Self::Shares => &SHARES,
            Self::Introduction | Self::Causal => &INTRODUCTION,
            Self::Pronoun => &PRONOUN,
            Self::Uniform => &UNIFORM,
            Self::Loud => &LOUD,
        }
    }
}
