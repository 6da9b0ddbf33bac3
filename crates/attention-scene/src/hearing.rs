//! Who may listen to whom, as a room keeps it.

use std::sync::Arc;

use attention_core::Mask;

/// The room's mask.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Hearing {
    /// Everyone may listen to everyone.
    #[default]
    Everyone,
    /// Each guest to itself and to those before it.
    Causal,
    /// A cell for each query and key, a row per query; `true` = may listen.
    Cells(Arc<[bool]>),
}

impl Hearing {
    /// The core's view of it.
    #[must_use]
    pub fn mask(&self) -> Mask<'_> {
        match self {
            Self::Everyone => Mask::None,
            Self::Causal => Mask::Causal,
            Self::Cells(cells) => Mask::Cells(cells),
        }
    }

    /// The same audience cell by cell, among so many guests.
    #[must_use]
    pub fn cells(&self, token_count: usize) -> Arc<[bool]> {
        let allowed = |cell| cell % token_count <= cell / token_count;
        match self {
            Self::Everyone => vec![true; token_count * token_count].into(),
            Self::Causal => (0..token_count * token_count).map(allowed).collect(),
            Self::Cells(cells) => Arc::clone(cells),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn causal_is_the_lower_triangle() {
        let cells = Hearing::Causal.cells(3);
        let rows = [[true, false, false], [true, true, false], [true; 3]];
        assert_eq!(*cells, *rows.as_flattened());
    }
}
