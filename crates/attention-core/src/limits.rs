//! How much is taken on. A larger request is refused before any memory is taken for it.

/// The most rows a matrix of queries, keys, values or inputs may have.
///
/// The product of any two sizes within these limits can be counted in 32 bits, as wasm counts.
pub const MAX_TOKENS: usize = 32_768;

/// The most components a vector may have.
pub const MAX_COMPONENTS: usize = 32_768;

/// The most numbers one owned matrix or one trace may hold: 2²⁴, which is 128 MiB.
///
/// An attention's trace keeps every term of every product: `n_queries · n_keys · (d_k + d_v + 4)`
/// numbers and a few per row. 12 tokens of 64 components are far below the limit; 356 are the most
/// that fit. [`forward`](crate::forward()), which keeps no terms, has no such limit.
pub const MAX_NUMBERS: usize = 1 << 24;
