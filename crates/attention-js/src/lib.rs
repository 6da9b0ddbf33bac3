//! Self-attention for JavaScript: what the npm package `attention-mixer` calls.
//!
//! The package's own files, in `npm/`, choose a build for the engine they run in and hold the types;
//! here a caller's values become matrices or refusals, and the core's answers become values again.

mod answer;
mod attend;
mod flat;
mod gradient;
mod heads;
mod matrix;
mod memory;
mod project;
mod reading;
mod refusal;
mod request;
mod settings;

pub use attend::attend;
pub use flat::FlatAttention;
pub use gradient::gradient;
pub use heads::attend_heads;
pub use project::project;
