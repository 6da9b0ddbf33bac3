use crate::Error;

/// Who may listen to whom.
///
/// A key that may not be heard is left out of its row's softmax: its weight is 0 because it takes
/// no part, not because its score was replaced by a large negative number. A row in which nobody
/// may be heard has no distribution: its weights and its output are 0, and its trace [says
/// so](crate::Trace::is_silent).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mask<'a> {
    /// Everyone to everyone.
    #[default]
    None,
    /// Each to itself and to those before it: `key_index ≤ query_index`, as in a model that writes
    /// from left to right. With fewer keys than queries the last rows hear all of them; with more,
    /// the last keys are heard by nobody.
    Causal,
    /// A cell for each query and key, a row per query, `n_queries · n_keys` in all; `true` = may
    /// listen.
    Cells(&'a [bool]),
}

impl Mask<'_> {
    /// Whether the query may listen to the key, of `n_keys`.
    pub(crate) fn allows(self, n_keys: usize, query_index: usize, key_index: usize) -> bool {
        match self {
            Self::None => true,
            Self::Causal => key_index <= query_index,
            Self::Cells(cells) => cells[query_index * n_keys + key_index],
        }
    }

    pub(crate) fn check(self, n_queries: usize, n_keys: usize) -> Result<(), Error> {
        let expected = n_queries * n_keys;
        match self {
            Self::Cells(cells) if cells.len() != expected => Err(Error::MaskSize {
                expected,
                found: cells.len(),
            }),
            _ => Ok(()),
        }
    }
}
