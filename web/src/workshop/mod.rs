//! The workshop: what the first view does without, and loads when it is asked for.

#[cfg(not(feature = "whole"))]
mod doors;
#[cfg(feature = "whole")]
mod rooms;

#[cfg(not(feature = "whole"))]
pub(crate) use self::doors::{Arithmetic, Pictures, Workshop};
#[cfg(feature = "whole")]
pub(crate) use self::rooms::{Arithmetic, Pictures, Workshop};
