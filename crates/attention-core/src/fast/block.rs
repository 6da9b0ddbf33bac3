//! The pass: blocks of queries, each over all blocks of keys.

use core::{f64::consts::LOG2_E, ops::Range};

use fearless_simd::{Level, Select, Simd, SimdBase};

use super::{
    FastShape,
    groups::to_groups,
    key_block::{KEYS_PER_BLOCK, Softmax, mix, score, silence},
    lanes::{Tiling, store},
    range::{check_output, check_scores, magnitude},
    transpose::{Factor, to_lanes, to_rows},
    weights::{exponentiate, keep_scores},
};
use crate::{Error, Mask, Operand, Settings, scale::Scaling};

/// What a run reads, once it is known to be sound.
#[derive(Clone, Copy)]
pub(super) struct Pass<'a> {
    shape: FastShape,
    q: &'a [f32],
    k: &'a [f32],
    v: &'a [f32],
    mask: Mask<'a>,
    /// From a score to its exponential in powers of 2: `s / T · log₂ e`.
    factor: Factor,
    of_v: f32,
}

impl<'a> Pass<'a> {
    pub(super) fn of(
        level: Level,
        shape: FastShape,
        (q, k, v): (&'a [f32], &'a [f32], &'a [f32]),
        settings: &Settings<'a>,
    ) -> Result<Self, Error> {
        let FastShape {
            n_queries,
            n_keys,
            d_k,
            d_v,
        } = shape;
        let of_q = magnitude(level, q, (Operand::Queries, n_queries, d_k))?;
        let of_k = magnitude(level, k, (Operand::Keys, n_keys, d_k))?;
        let of_v = magnitude(level, v, (Operand::Values, n_keys, d_v))?;
        let scaling = Scaling::of(settings, d_k);
        let factor = scaling.factor * LOG2_E / scaling.temperature;
        check_scores(shape, (q, k), (of_q, of_k), factor)?;
        Ok(Self {
            shape,
            q,
            k,
            v,
            mask: settings.mask,
            factor: Factor::of(factor),
            of_v,
        })
    }

    /// The numbers that [`run`](Self::run) needs room for: the values, and for one block of queries
    /// these, their output and their scores.
    #[inline(always)]
    pub(super) fn buffer_len<S: Simd>(_: S, shape: FastShape) -> u64 {
        let tiling = Tiling::of(shape.n_queries, S::f32s::LEN);
        let width = tiling.vectors() * S::f32s::LEN;
        let [n_keys, d_k, d_v, width] =
            [shape.n_keys, shape.d_k, tiling.padded(shape.d_v), width].map(|size| size as u64);
        n_keys * d_v + (d_k + d_v + KEYS_PER_BLOCK as u64) * width
    }

    #[inline(always)]
    pub(super) fn run<S: Simd>(
        self,
        simd: S,
        buffer: &mut [f32],
        weights: Option<&mut [f32]>,
        output: &mut [f32],
    ) -> Result<(), Error> {
        match Tiling::of(self.shape.n_queries, S::f32s::LEN) {
            Tiling::Narrow => self.blocks::<S, 2, 4>(simd, buffer, weights, output),
            Tiling::Wide => self.blocks::<S, 4, 2>(simd, buffer, weights, output),
        }
        check_output(self.shape, self.of_v, output)
    }

    #[inline(always)]
    fn blocks<S: Simd, const V: usize, const R: usize>(
        self,
        simd: S,
        buffer: &mut [f32],
        mut weights: Option<&mut [f32]>,
        output: &mut [f32],
    ) {
        let FastShape {
            n_queries,
            n_keys,
            d_v,
            ..
        } = self.shape;
        let width = V * S::f32s::LEN;
        let (values, buffer) = buffer.split_at_mut(n_keys * d_v.next_multiple_of(R));
        let (values, _) = values.as_chunks_mut();
        to_groups::<R>(self.v, (n_keys, d_v), values);
        let mut first = 0;
        while first < n_queries {
            let queries = first..n_queries.min(first + width);
            let output = &mut output[queries.start * d_v..queries.end * d_v];
            let weights = weights
                .as_deref_mut()
                .map(|weights| &mut weights[queries.start * n_keys..queries.end * n_keys]);
            self.block::<S, V, R>(simd, queries, values, buffer, weights, output);
            first += width;
        }
    }

    #[inline(always)]
    fn block<S: Simd, const V: usize, const R: usize>(
        self,
        simd: S,
        queries: Range<usize>,
        values: &[[f32; R]],
        buffer: &mut [f32],
        mut weights: Option<&mut [f32]>,
        output: &mut [f32],
    ) {
        let FastShape {
            n_keys, d_k, d_v, ..
        } = self.shape;
        let width = V * S::f32s::LEN;
        let (query_lanes, buffer) = buffer.split_at_mut(d_k * width);
        let (output_lanes, score_lanes) = buffer.split_at_mut(d_v.next_multiple_of(R) * width);
        let rows = &self.q[queries.start * d_k..queries.end * d_k];
        to_lanes(simd, rows, d_k, self.factor, width, query_lanes);
        // The keys after that are heard by none of these queries.
        let n_heard = match self.mask {
            Mask::Causal => n_keys.min(queries.end),
            Mask::None | Mask::Cells(_) => n_keys,
        };
        let mut softmax = Softmax::<S, V>::new(simd);
        let mut first = 0;
        while first < n_heard {
            let keys = first..n_heard.min(first + KEYS_PER_BLOCK);
            let key_rows = &self.k[keys.start * d_k..keys.end * d_k];
            let scores = &mut score_lanes[..keys.len() * width];
            score::<S, V, R>(simd, query_lanes, key_rows, d_k, scores);
            silence(
                self.mask,
                n_keys,
                queries.clone(),
                keys.clone(),
                width,
                scores,
            );
            if let Some(weights) = weights.as_deref_mut() {
                keep_scores(scores, width, keys.clone(), n_keys, weights);
            }
            let fading = softmax.take_in(simd, scores);
            let fading = (first > 0).then_some(&fading);
            mix::<S, V, R>(simd, scores, (values, n_keys), keys, fading, output_lanes);
            first += KEYS_PER_BLOCK;
        }
        let (zero, one) = (S::f32s::splat(simd, 0.0), S::f32s::splat(simd, 1.0));
        for sum in &mut softmax.sum {
            // A sum of 0 is a row in which nobody may be heard.
            *sum = sum.simd_gt(zero).select(one / *sum, zero);
        }
        // The scores have done their part; there is room in their place.
        let (shares, max) = score_lanes.split_at_mut(width);
        store::<S, V>(&softmax.sum, shares);
        to_rows(simd, output_lanes, shares, d_v, output);
        if let Some(weights) = weights {
            store::<S, V>(&softmax.max, max);
            for (weights, max) in weights.chunks_exact_mut(n_keys).zip(max) {
                let (heard, unheard) = weights.split_at_mut(n_heard);
                exponentiate(simd, *max, heard);
                unheard.fill(0.0);
            }
        }
    }
}
