//! How does attention work, exactly? One head of it, and several, with every number on the way kept.
//!
//! Give [`trace()`] three small matrices and it answers with a [`Trace`]: each product of a query's
//! and a key's component, the scores, the scaled scores, the row's maximum, the exponentials, their
//! sum, the weights, the weighted values, the output. It is meant for explaining, drawing and
//! checking attention: what is shown is what was computed, and nothing is computed by showing it.
//!
//! ```
//! # #[cfg(feature = "alloc")] {
//! use attention_core::{Matrix, Settings, trace};
//!
//! // Alice, "introduced" and Bob: what each looks for, offers, and tells.
//! let q = Matrix::from_rows(&[[1.0, 2.0], [0.0, 1.0], [2.0, 3.0]])?;
//! let k = Matrix::from_rows(&[[1.0, 1.0], [1.0, 0.0], [2.0, 1.0]])?;
//! let v = Matrix::from_rows(&[[0.2, 0.8], [0.5, 0.1], [0.9, 0.4]])?;
//! let trace = trace(q.view(), k.view(), v.view(), &Settings::default())?;
//!
//! // Bob asks: 2·1 + 3·1, 2·1 + 3·0, 2·2 + 3·1.
//! let bob = 2;
//! assert_eq!(trace.scores(bob), [5.0, 2.0, 7.0]);
//! let printed = |number: f64| format!("{number:.6}");
//! assert_eq!(printed(trace.weight(bob, 0)), "0.118500");
//! assert_eq!(printed(trace.weight(bob, 1)), "0.005900");
//! assert_eq!(printed(trace.weight(bob, 2)), "0.875601");
//! assert_eq!(printed(trace.output(bob)[0]), "0.814690");
//! # }
//! # Ok::<(), attention_core::Error>(())
//! ```
//!
//! # What there is
//!
//! | step | formula | function |
//! |---|---|---|
//! | inputs | `X = embeddings + positions` | [`trace_inputs`], [`sinusoidal`] |
//! | projections | `Q = X·W_Q`, `K = X·W_K`, `V = X·W_V` | [`trace_projection`] |
//! | attention | `softmax(Q·Kᵀ·s/T)·V` | [`trace()`]; [`forward()`] without an allocator |
//! | a head, from its inputs | the two above | [`trace_head`] |
//! | several heads | `Concat(…)·W_O` | [`trace_heads`], [`trace_merge`] |
//! | towards a target | `∂ KL(target ‖ weights_i)` | [`gradient()`], [`input_gradient`] |
//! | about a row of weights | entropy, divergence, temperature | [`entropy()`], [`divergence()`], [`nearest_temperature`] |
//!
//! # Conventions
//!
//! - Vectors are rows: a matrix has a token per row and a component per column, and weights multiply
//!   from the right.
//! - Indices count from 0, in arguments, in answers and in errors.
//! - A [`Mask`] says who may be heard. It is never a number: a key that may not be heard takes no
//!   part in its row, and a row in which nobody may be heard [is silent](Trace::is_silent).
//! - What cannot be computed is refused by an [`Error`] that names what and where: NaN, infinities, a
//!   temperature of 0, shapes that do not fit, sizes beyond [`MAX_TOKENS`], [`MAX_COMPONENTS`] and
//!   [`MAX_NUMBERS`], and finite numbers whose result is not finite. Every number of an answer is
//!   finite. Nothing here panics on what it is given; only asking an answer for a row it does not
//!   have does, as indexing a slice does.
//!
//! # Accuracy
//!
//! All of this is in `f64`, whatever the model it explains is in: a typed 0.2 stays 0.2, and six
//! printed digits of a weight hold for scores up to 10⁸, where an `f64` is good to 10⁻⁸. Sums are
//! taken from left to right. With the `libm` feature, or
//! without `std`, the same Rust computes every exponential, and answers agree bit for bit between
//! machines, wasm among them; otherwise they may differ in the last bit or two.
//!
//! # What there is not
//!
//! Training, learned weights, biases, dropout, layer normalisation, the feed-forward network, caches
//! of keys and values, and batches. The vectors are toys, which a person types.
//!
//! # Features
//!
//! - `std` (on by default): float functions from the standard library. Implies `alloc`.
//! - `alloc`: owned matrices and everything that is traced. Without it there are views,
//!   [`forward()`] into the caller's slices, and what is about a row.
//! - `libm`: float functions from [`libm`](https://docs.rs/libm) even where there is `std`.
//! - `fast`: `FastForward`, in `f32` on the machine's vectors. Implies `alloc`.
//!
//! Any combination builds, on targets without `std` any that leaves `std` out.

#![no_std]
#![forbid(unsafe_code)]

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

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
mod memory;
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
    merge::{MergeTrace, merge_outputs, trace_merge},
    position::sinusoidal,
    projection::{ProjectionTrace, trace_projection},
    trace::{Trace, trace},
};

#[cfg(feature = "fast")]
mod fast;

#[cfg(feature = "fast")]
pub use fast::{FastForward, FastShape};
