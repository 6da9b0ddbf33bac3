//! The workshop: what the first view does without, and loads when it is asked for.

#[cfg(not(feature = "whole"))]
mod doors;
#[cfg(not(any(feature = "whole", feature = "element")))]
mod passing;
#[cfg(feature = "whole")]
mod rooms;

#[cfg(not(feature = "whole"))]
pub(crate) use self::doors::{Arithmetic, Pictures, Workshop};
#[cfg(not(any(feature = "whole", feature = "element")))]
pub(crate) use self::passing::{FocusVectors, Made, RowOfFocus};
#[cfg(feature = "whole")]
pub(crate) use self::rooms::{Arithmetic, Pictures, Workshop};
#[cfg(any(feature = "whole", feature = "element"))]
pub(crate) use crate::{
    card::{FocusVectors, made::Made},
    weights_table::of_focus::RowOfFocus,
};
