mod compute;
mod layout;
mod read;

use alloc::{boxed::Box, vec::Vec};

pub use compute::trace;
use layout::Layout;

/// One attention with every intermediate a learner may ask about.
///
/// Made by [`trace`](crate::trace()). It only answers: nothing is computed when it is asked.
///
/// # Panics
///
/// Its methods take `query_index` below [`n_queries`](Self::n_queries) and `key_index` below
/// [`n_keys`](Self::n_keys), and panic beyond, as indexing a slice does.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace {
    layout: Layout,
    /// Every number, in one allocation; `layout` says where which stands.
    numbers: Vec<f64>,
    allowed: Allowed,
}

/// The mask, kept.
#[derive(Clone, Debug, PartialEq)]
enum Allowed {
    Everyone,
    Causal,
    Cells(Box<[bool]>),
}
