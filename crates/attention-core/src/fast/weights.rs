//! The weights, where the caller has room for them.

use core::ops::Range;

use fearless_simd::{Simd, SimdBase};

use super::{float::exp2, key_block::KEYS_PER_BLOCK};

/// Puts a block's scores where its weights will stand, a row per query.
#[inline(always)]
pub(super) fn keep_scores(
    scores: &[f32],
    width: usize,
    keys: Range<usize>,
    n_keys: usize,
    weights: &mut [f32],
) {
    for (lane, row) in weights.chunks_exact_mut(n_keys).enumerate() {
        for (weight, scores) in row[keys.clone()].iter_mut().zip(scores.chunks_exact(width)) {
            *weight = scores[lane];
        }
    }
}

/// Turns a row of scores into weights, now that the highest of all is known.
#[inline(always)]
pub(super) fn exponentiate<S: Simd>(simd: S, max: f32, row: &mut [f32]) {
    let mut sum = 0.0;
    // By blocks, so that the sum is of few numbers of like size.
    for block in row.chunks_mut(KEYS_PER_BLOCK) {
        let mut lanes = S::f32s::splat(simd, 0.0);
        let mut vectors = block.chunks_exact_mut(S::f32s::LEN);
        for vector in vectors.by_ref() {
            let exponentials = exp2(simd, S::f32s::from_slice(simd, vector) - max);
            exponentials.store_slice(vector);
            lanes += exponentials;
        }
        for weight in vectors.into_remainder() {
            *weight = exp2(simd, S::f32s::splat(simd, *weight - max)).as_slice()[0];
            sum += *weight;
        }
        sum += lanes.as_slice().iter().sum::<f32>();
    }
    if sum > 0.0 {
        for weight in row {
            *weight /= sum;
        }
    }
}
