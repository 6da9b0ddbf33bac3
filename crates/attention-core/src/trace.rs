mod compute;
mod layout;
mod read;

use alloc::{boxed::Box, vec::Vec};

use crate::{Mask, scale::Scaling};

pub use compute::trace;
use layout::Layout;

/// One attention, with every intermediate a learner may ask about.
///
/// Made by [`trace`](crate::trace()). It only answers: nothing is computed when it is asked.
///
/// # Panics
///
/// Methods that take a `query_index` or a `key_index` panic where there is no such query or key, as
/// indexing a slice does.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace {
    layout: Layout,
    scaling: Scaling,
    allowed: Allowed,
    /// Every intermediate, in one allocation; `layout` says where which stands.
    numbers: Vec<f64>,
}

/// The mask, kept.
#[derive(Clone, Debug, PartialEq)]
enum Allowed {
    Everyone,
    Causal,
    Cells(Box<[bool]>),
}

impl Allowed {
    fn of(mask: Mask<'_>) -> Self {
        match mask {
            Mask::None => Self::Everyone,
            Mask::Causal => Self::Causal,
            Mask::Cells(cells) => Self::Cells(cells.into()),
        }
    }

    fn mask(&self) -> Mask<'_> {
        match self {
            Self::Everyone => Mask::None,
            Self::Causal => Mask::Causal,
            Self::Cells(cells) => Mask::Cells(cells),
        }
    }
}
