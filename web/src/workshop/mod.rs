//! The workshop: what the first view, and the element in another page, do without, and have doors to.

#[cfg(not(feature = "whole"))]
mod doors;
#[cfg(feature = "whole")]
mod rooms;

#[cfg(not(feature = "whole"))]
pub(crate) use self::doors::{Arithmetic, Pictures, Workshop};
#[cfg(feature = "whole")]
pub(crate) use self::rooms::{Arithmetic, Pictures, Workshop};
