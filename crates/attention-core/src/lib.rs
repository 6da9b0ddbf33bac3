//! Self-attention, exactly: the forward pass of one attention head with every intermediate kept.

#![no_std]
#![forbid(unsafe_code)]

#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

mod entropy;
mod error;
mod float;
mod limits;
#[cfg(feature = "alloc")]
mod matrix;
mod operand;
mod settings;
mod shape;
mod softmax;
mod target;
mod temperature;
#[cfg(feature = "alloc")]
mod trace;
mod view;

pub use entropy::entropy;
pub use error::{Error, TemperatureLimit};
pub use limits::{MAX_COMPONENTS, MAX_TOKENS, MAX_TRACE_NUMBERS};
#[cfg(feature = "alloc")]
pub use matrix::Matrix;
pub use operand::{Axis, Operand, Quantity};
pub use settings::{Mask, Scale, Settings};
pub use temperature::nearest_temperature;
#[cfg(feature = "alloc")]
pub use trace::{Trace, trace};
pub use view::MatrixView;
