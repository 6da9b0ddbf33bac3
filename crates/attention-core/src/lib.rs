//! Self-attention, exactly: the forward pass with every intermediate kept.
#![no_std]
#![forbid(unsafe_code)]

#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

mod divergence;
mod entropy;
mod error;
mod float;
mod forward;
mod limits;
mod mask;
mod operand;
mod row;
mod scale;
mod settings;
mod shape;
mod softmax;
mod target;
mod temperature;
mod view;

pub use divergence::divergence;
pub use entropy::entropy;
pub use error::{Error, TemperatureLimit};
pub use forward::forward;
pub use limits::{MAX_COMPONENTS, MAX_NUMBERS, MAX_TOKENS};
pub use mask::Mask;
pub use operand::{Axis, Operand, Quantity};
pub use scale::Scale;
pub use settings::Settings;
pub use temperature::nearest_temperature;
pub use view::MatrixView;

#[cfg(feature = "alloc")]
mod gradient;
#[cfg(feature = "alloc")]
mod head;
#[cfg(feature = "alloc")]
mod heads;
#[cfg(feature = "alloc")]
mod inputs;
#[cfg(feature = "alloc")]
mod matrix;
#[cfg(feature = "alloc")]
mod merge;
#[cfg(feature = "alloc")]
mod position;
#[cfg(feature = "alloc")]
mod projection;
#[cfg(feature = "alloc")]
mod trace;

#[cfg(feature = "alloc")]
pub use {
    gradient::{Gradient, InputGradient, gradient, input_gradient},
    head::{HeadTrace, HeadWeights, trace_head},
    heads::{HeadError, HeadsTrace, trace_heads},
    inputs::{InputTrace, Positions, trace_inputs},
    matrix::Matrix,
    merge::{MergeTrace, trace_merge},
    position::sinusoidal,
    projection::{ProjectionTrace, trace_projection},
    trace::{Trace, trace},
};
