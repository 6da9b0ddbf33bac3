//! A block of keys, and what one block of queries makes of it.
//!
//! Here and elsewhere in the pass slices are split rather than taken in chunks: chunks of a size that
//! is not a constant cost a division or two, which is much of the time where tokens are few.

use core::ops::Range;

use fearless_simd::{Simd, SimdBase};

use super::{
    float::exp2,
    lanes::{Lanes, load, splat, store},
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

/// Each query's highest score so far, and the sum of its exponentials.
#[derive(Clone, Copy)]
pub(super) struct Softmax<S: Simd, const V: usize> {
    pub(super) max: Lanes<S, V>,
    pub(super) sum: Lanes<S, V>,
}

impl<S: Simd, const V: usize> Softmax<S, V> {
    /// Of no keys. The maximum is lower than any score, and yet a number: −∞ less it is −∞.
    #[inline(always)]
    pub(super) fn new(simd: S) -> Self {
        Self {
            max: splat(simd, f32::MIN),
            sum: splat(simd, 0.0),
        }
    }

    /// Turns the block's scores into exponentials of their distance below the highest so far, and
    /// answers by how much all earlier exponentials have to fade where that has risen.
    #[inline(always)]
    pub(super) fn take_in(&mut self, simd: S, scores: &mut [f32]) -> Lanes<S, V> {
        let width = V * S::f32s::LEN;
        let before = self.max;
        for scores in scores.chunks_exact(width) {
            let scores: Lanes<S, V> = load(simd, scores);
            for (max, score) in self.max.iter_mut().zip(&scores) {
                *max = max.max(*score);
            }
        }
        let mut sum: Lanes<S, V> = splat(simd, 0.0);
        for scores in scores.chunks_exact_mut(width) {
            let mut lanes: Lanes<S, V> = load(simd, scores);
            for ((lanes, max), sum) in lanes.iter_mut().zip(&self.max).zip(&mut sum) {
                *lanes = exp2(simd, *lanes - *max);
                *sum += *lanes;
            }
            store::<S, V>(&lanes, scores);
        }
        let mut fading = before;
        for ((fading, max), (total, sum)) in fading
            .iter_mut()
            .zip(&self.max)
            .zip(self.sum.iter_mut().zip(&sum))
        {
            *fading = exp2(simd, *fading - *max);
            *total = *total * *fading + *sum;
        }
        fading
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
