//! The rooms that come with the product.

mod numbers;
#[cfg(test)]
mod tests;

use attention_core::Matrix;

use self::numbers::Numbers;
use crate::{Experiment, Hearing, Position, RoomError};

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
    /// Vectors projected from embeddings, to which positions are added: order matters.
    Order,
    /// Two heads, which look for different things.
    Heads,
}

impl Preset {
    /// Every preset.
    pub const ALL: [Self; 9] = [
        Self::Walkthrough,
        Self::Shares,
        Self::Introduction,
        Self::Pronoun,
        Self::Uniform,
        Self::Loud,
        Self::Causal,
        Self::Order,
        Self::Heads,
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
            Self::Order => "order",
            Self::Heads => "heads",
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
            Self::Introduction | Self::Causal | Self::Heads => 1,
            Self::Pronoun => 4,
            Self::Uniform | Self::Order => 0,
        }
    }

    /// The room itself.
    ///
    /// ```
    /// use attention_scene::Preset;
    /// let trace = Preset::Walkthrough.experiment().attention();
    /// // Bob's query [2, 3] · his own key [2, 1] = 2·2 + 3·1
    /// assert_eq!(trace.head(0).score(2, 2), 7.0);
    /// ```
    #[must_use]
    #[expect(
        clippy::expect_used,
        reason = "constants; a test makes every preset, so a shape that doesn't fit never ships"
    )]
    pub fn experiment(self) -> Experiment {
        self.room().expect("a preset's shapes fit").based_on(self)
    }

    fn room(self) -> Result<Experiment, RoomError> {
        let Numbers {
            names,
            vectors,
            embeddings,
        } = self.numbers();
        let matrix = |rows: &[&[f64]]| Matrix::from_rows(rows).map_err(RoomError::Core);
        let names = names.iter().map(ToString::to_string).collect();
        let [queries, keys, values] = [
            matrix(vectors[0])?,
            matrix(vectors[1])?,
            matrix(vectors[2])?,
        ];
        if let Some(embeddings) = embeddings {
            let room = Experiment::projected(names, matrix(embeddings)?, [queries, keys, values])?;
            return Ok(room.with_position(Position::Sinusoidal));
        }
        let room = Experiment::new(names, queries, keys, values)?;
        match self {
            Self::Causal => Ok(room.with_hearing(Hearing::Causal)),
            Self::Heads => room.split_into_heads(2),
            _ => Ok(room),
        }
    }

    const fn numbers(self) -> &'static Numbers {
        match self {
            Self::Walkthrough => &numbers::WALKTHROUGH,
            Self::Shares => &numbers::SHARES,
            Self::Introduction | Self::Causal => &numbers::INTRODUCTION,
            Self::Pronoun => &numbers::PRONOUN,
            Self::Uniform => &numbers::UNIFORM,
            Self::Loud => &numbers::LOUD,
            Self::Order => &numbers::ORDER,
            Self::Heads => &numbers::HEADS,
        }
    }
}
