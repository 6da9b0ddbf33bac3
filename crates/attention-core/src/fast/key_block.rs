//! A block of keys, and what one block of queries makes of it.
//!
//! Here and elsewhere in the pass slices are split rather than taken in chunks: chunks of a size that
//! is not a constant cost a division or two, which is much of the time where tokens are few.

use core::ops::Range;

use fearless_simd::{Simd, SimdBase};

use super::{
    lanes::Lanes,
    tile::{output_tile, score_tile},
};
use crate::Mask;

/// Keys and values of this many, of 64 components each, and their scores, fit the nearest cache.
pub(super) const KEYS_PER_BLOCK: usize = 64;

/// The scores of the block's keys, a run of lanes per key.
#[inline(always)]
pub(super) fn score<S: Simd, const V: usize, const R: usize>(
    simd: S,
    queries: &[f32],
    keys: &[f32],
    d_k: usize,
    scores: &mut [f32],
) {
    let width = V * S::f32s::LEN;
    let mut rest = keys;
    let mut key = 0;
    while let Some((tile, next)) = rest.split_at_checked(R * d_k) {
        score_tile::<S, V, R>(simd, queries, tile, d_k, &mut scores[key * width..]);
        (rest, key) = (next, key + R);
    }
    while let Some((tile, next)) = rest.split_at_checked(d_k) {
        score_tile::<S, V, 1>(simd, queries, tile, d_k, &mut scores[key * width..]);
        (rest, key) = (next, key + 1);
    }
}

/// Takes the keys that may not be heard out of the softmax: −∞ is the score whose exponential is 0,
/// and it never leaves this computation.
#[inline(always)]
pub(super) fn silence(
    mask: Mask<'_>,
    n_keys: usize,
    queries: Range<usize>,
    keys: Range<usize>,
    width: usize,
    scores: &mut [f32],
) {
    let all_allowed = match mask {
        Mask::None => true,
        Mask::Causal => keys.end <= queries.start + 1,
        Mask::Cells(_) => false,
    };
    if all_allowed {
        return;
    }
    for (lane, query_index) in queries.enumerate() {
        for (key_index, scores) in keys.clone().zip(scores.chunks_exact_mut(width)) {
            if !mask.allows(n_keys, query_index, key_index) {
                scores[lane] = f32::NEG_INFINITY;
            }
        }
    }
}

/// Adds the block's values, each times its exponential, to what the output has so far; that there is
/// nothing yet, no `fading` says.
///
/// `values` are in groups of `R` components, all `n_keys` of a group together; the block's keys are
/// those of `keys`.
#[inline(always)]
pub(super) fn mix<S: Simd, const V: usize, const R: usize>(
    simd: S,
    exponentials: &[f32],
    (values, n_keys): (&[[f32; R]], usize),
    keys: Range<usize>,
    fading: Option<&Lanes<S, V>>,
    output: &mut [f32],
) {
    let width = V * S::f32s::LEN;
    let mut rest = values;
    for output in output.chunks_exact_mut(R * width) {
        let Some((group, next)) = rest.split_at_checked(n_keys) else {
            break;
        };
        output_tile::<S, V, R>(simd, exponentials, &group[keys.clone()], fading, output);
        rest = next;
    }
}
