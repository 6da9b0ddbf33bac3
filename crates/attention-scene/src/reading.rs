//! The address of one number of the computation.

use crate::RoomTrace;

/// What kind of number it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Quantity {
    /// query · key.
    Score,
    /// The score after scaling and temperature.
    Scaled,
    /// e to the scaled score, less the largest of its row.
    Exponential,
    /// The share of the query's attention that the key gets.
    Weight,
    /// One component of what the query's guest becomes, in one head.
    Output,
    /// One component of what several heads come to together.
    Mixed,
}

impl Quantity {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Score,
        Self::Scaled,
        Self::Exponential,
        Self::Weight,
        Self::Output,
        Self::Mixed,
    ];

    /// Its name in the page's attributes.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Score => "score",
            Self::Scaled => "scaled",
            Self::Exponential => "exponential",
            Self::Weight => "weight",
            Self::Output => "output",
            Self::Mixed => "mixed",
        }
    }

    /// The kind of that name.
    ///
    /// ```
    /// use attention_scene::Quantity;
    /// assert_eq!(Quantity::named("weight"), Some(Quantity::Weight));
    /// ```
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|quantity| quantity.name() == name)
    }
}

/// One number of the trace that the page shows, by its address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Reading {
    /// What kind of number.
    pub quantity: Quantity,
    /// Of which head; of several heads together, 0.
    pub head_index: usize,
    /// Whose query, or whose output.
    pub query_index: usize,
    /// Whose key, or, of an output, which component.
    pub column: usize,
}

impl Reading {
    /// A number that stands between a query and a key.
    #[must_use]
    pub const fn between(
        quantity: Quantity,
        head_index: usize,
        query_index: usize,
        key_index: usize,
    ) -> Self {
        Self {
            quantity,
            head_index,
            query_index,
            column: key_index,
        }
    }

    /// The share of the query's attention that the key gets.
    #[must_use]
    pub const fn weight(head_index: usize, query_index: usize, key_index: usize) -> Self {
        Self::between(Quantity::Weight, head_index, query_index, key_index)
    }

    /// One component of what the query's guest becomes, in one head.
    #[must_use]
    pub const fn output(head_index: usize, query_index: usize, component_index: usize) -> Self {
        Self::between(Quantity::Output, head_index, query_index, component_index)
    }

    /// Its kind, as the page's attributes name it.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        self.quantity.name()
    }

    /// Whether its column is a component, not a key.
    #[must_use]
    pub const fn is_component(self) -> bool {
        matches!(self.quantity, Quantity::Output | Quantity::Mixed)
    }

    /// Looks it up; nothing where the room holds no such head, guest or component.
    ///
    /// ```
    /// use attention_scene::{Preset, Quantity, Reading};
    /// let trace = Preset::Walkthrough.experiment().attention();
    /// let score = |key_index| Reading::between(Quantity::Score, 0, 2, key_index);
    /// assert_eq!(score(0).look_up(&trace), Some(5.0));
    /// assert_eq!(score(3).look_up(&trace), None);
    /// ```
    #[must_use]
    pub fn look_up(self, trace: &RoomTrace) -> Option<f64> {
        if self.head_index >= trace.head_count() {
            return None;
        }
        let head = trace.head(self.head_index);
        if self.query_index >= head.n_queries() {
            return None;
        }
        let row = match self.quantity {
            Quantity::Score => head.scores(self.query_index),
            Quantity::Scaled => head.scaled_scores(self.query_index),
            Quantity::Weight => head.weights(self.query_index),
            Quantity::Output => head.output(self.query_index),
            Quantity::Mixed => trace.merge()?.output(self.query_index),
            Quantity::Exponential => {
                let there = self.column < head.n_keys();
                return there.then(|| head.exponential(self.query_index, self.column));
            }
        };
        row.get(self.column).copied()
    }
}
