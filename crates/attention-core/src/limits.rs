//! How much is taken on. A larger request is refused before any memory is.

/// The most rows a matrix of queries, keys, values or inputs may have.
pub const MAX_TOKENS: usize = 65_536;

/// The most components a vector may have.
pub const MAX_COMPONENTS: usize = 65_536;

/// The most numbers one owned matrix or one trace may hold: 2²⁴, which is 128 MiB.
///
/// A trace keeps every term of every product, `n_queries · n_keys · (d_k + d_v + 4)` numbers and a few per row: 12
/// tokens of 64 components are far below this, 350 are the end of it. The forward pass has no such limit.
pub const MAX_TRACE_NUMBERS: usize = 1 << 24;
