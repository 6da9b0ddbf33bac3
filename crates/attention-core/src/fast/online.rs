//! The softmax of rows whose scores come a block at a time.

use fearless_simd::{Select, Simd, SimdBase};

use super::{
    float::exp2,
    lanes::{Lanes, load, splat, store},
};

/// Each query's highest score so far, and the sum of its exponentials.
#[derive(Clone, Copy)]
pub(super) struct OnlineSoftmax<S: Simd, const V: usize> {
    max: Lanes<S, V>,
    sum: Lanes<S, V>,
}

impl<S: Simd, const V: usize> OnlineSoftmax<S, V> {
    /// Of no keys. The maximum is lower than any score, and yet a number: −∞ less it is −∞.
    #[inline(always)]
    pub(super) fn new(simd: S) -> Self {
        Self {
            max: splat(simd, f32::MIN),
            sum: splat(simd, 0.0),
        }
    }

    /// Turns the block's scores into exponentials of their distance below the highest so far, and
    /// answers by how much all earlier exponentials have to fade where that has risen; if there are
    /// earlier ones.
    #[inline(always)]
    pub(super) fn take_in(
        &mut self,
        simd: S,
        is_first: bool,
        scores: &mut [f32],
    ) -> Option<Lanes<S, V>> {
        let width = V * S::f32s::LEN;
        let (before, total) = (self.max, self.sum);
        let mut max = before;
        for scores in scores.chunks_exact(width) {
            let scores: Lanes<S, V> = load(simd, scores);
            for (max, score) in max.iter_mut().zip(&scores) {
                *max = max.max(*score);
            }
        }
        let mut sum: Lanes<S, V> = splat(simd, 0.0);
        for scores in scores.chunks_exact_mut(width) {
            let mut lanes: Lanes<S, V> = load(simd, scores);
            for ((lanes, max), sum) in lanes.iter_mut().zip(&max).zip(&mut sum) {
                *lanes = exp2(simd, *lanes - *max);
                *sum += *lanes;
            }
            store::<S, V>(&lanes, scores);
        }
        let fading = (!is_first).then(|| {
            let mut fading = before;
            for (fading, max) in fading.iter_mut().zip(&max) {
                *fading = exp2(simd, *fading - *max);
            }
            for ((sum, total), fading) in sum.iter_mut().zip(&total).zip(&fading) {
                *sum += *total * *fading;
            }
            fading
        });
        *self = Self { max, sum };
        fading
    }

    /// Each query's highest score.
    #[inline(always)]
    pub(super) fn max(&self) -> &Lanes<S, V> {
        &self.max
    }

    /// What its exponentials have to be multiplied by to sum to 1; 0 where nobody may be heard.
    #[inline(always)]
    pub(super) fn shares(&self, simd: S) -> Lanes<S, V> {
        let (zero, one) = (S::f32s::splat(simd, 0.0), S::f32s::splat(simd, 1.0));
        let mut shares = self.sum;
        for sum in &mut shares {
            *sum = sum.simd_gt(zero).select(one / *sum, zero);
        }
        shares
    }
}
