//! The pass: blocks of queries, each over all blocks of keys.

use core::{f64::consts::LOG2_E, ops::Range};

use fearless_simd::{Level, Simd, SimdBase};

use super::{
    FastShape,
    groups::to_groups,
    key_block::{KEYS_PER_BLOCK, mix, score, silence},
    lanes::{Tiling, store},
    online::OnlineSoftmax,
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
        // Infinite, it would make NaN of what is nothing; this large, it leaves the range with anything else.
        let factor = (scaling.factor / scaling.temperature * LOG2_E).clamp(f64::MIN, f64::MAX);
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

    /// The numbers that [`run`](Self::run) needs room for.
    #[inline(always)]
    pub(super) fn buffer_len<S: Simd>(_: S, shape: FastShape) -> u64 {
        let tiling = Tiling::of(shape.n_queries, S::f32s::LEN);
        let width = tiling.vectors() * S::f32s::LEN;
        let at_once = tiling.blocks() * width;
        let [n_keys, d_k, d_v, width, at_once] = [
            shape.n_keys,
            shape.d_k,
            tiling.padded(shape.d_v),
            width,
            at_once,
        ]
        .map(|size| size as u64);
        n_keys * d_v + (d_k + d_v) * at_once + KEYS_PER_BLOCK as u64 * width
    }

    #[inline(always)]
    pub(super) fn run<S: Simd>(
        self,
        simd: S,
        buffer: &mut [f32],
        weights: Option<&mut [f32]>,
        output: &mut [f32],
    ) -> Result<(), Error> {
        // Each is a function by itself: together they were more than a browser compiles well.
        match Tiling::of(self.shape.n_queries, S::f32s::LEN) {
            Tiling::Narrow => simd.vectorize(
                #[inline(always)]
                || self.tiled::<S, 2, 4, 1>(simd, buffer, weights, output),
            ),
            Tiling::Wide => simd.vectorize(
                #[inline(always)]
                || self.tiled::<S, 4, 2, 4>(simd, buffer, weights, output),
            ),
        }
        check_output(self.shape, self.of_v, output)
    }

    /// With blocks of `V` vectors of queries, `B` at a time, and `R` keys or components a tile.
    #[inline(always)]
    fn tiled<S: Simd, const V: usize, const R: usize, const B: usize>(
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
        let (values, buffer) = buffer.split_at_mut(n_keys * d_v.next_multiple_of(R));
        let (values, _) = values.as_chunks_mut();
        to_groups::<R>(self.v, (n_keys, d_v), values);
        let at_once = B * V * S::f32s::LEN;
        let mut first = 0;
        while first < n_queries {
            let queries = first..n_queries.min(first + at_once);
            let output = &mut output[queries.start * d_v..queries.end * d_v];
            let weights = weights
                .as_deref_mut()
                .map(|weights| &mut weights[queries.start * n_keys..queries.end * n_keys]);
            self.blocks::<S, V, R, B>(simd, queries, values, buffer, weights, output);
            first += at_once;
        }
    }

    /// Some blocks of queries, each with every block of keys while that is near.
    #[inline(always)]
    fn blocks<S: Simd, const V: usize, const R: usize, const B: usize>(
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
        let (query_len, output_len) = (d_k * width, d_v.next_multiple_of(R) * width);
        let (query_lanes, buffer) = buffer.split_at_mut(B * query_len);
        let (output_lanes, score_lanes) = buffer.split_at_mut(B * output_len);
        // A block's rows, counted from the first of these queries.
        let rows = |block: usize| block * width..queries.len().min((block + 1) * width);
        let n_blocks = queries.len().div_ceil(width);
        for block in 0..n_blocks {
            let rows = rows(block);
            let rows = &self.q[queries.start * d_k..][rows.start * d_k..rows.end * d_k];
            let lanes = &mut query_lanes[block * query_len..][..query_len];
            to_lanes(simd, rows, d_k, self.factor, width, lanes);
        }

        // The keys after that are heard by none of these queries.
        let n_heard = match self.mask {
            Mask::Causal => n_keys.min(queries.end),
            Mask::None | Mask::Cells(_) => n_keys,
        };
        let mut softmaxes = [OnlineSoftmax::<S, V>::new(simd); B];
        let mut first = 0;
        while first < n_heard {
            let keys = first..n_heard.min(first + KEYS_PER_BLOCK);
            let key_rows = &self.k[keys.start * d_k..keys.end * d_k];
            for (block, softmax) in softmaxes.iter_mut().enumerate().take(n_blocks) {
                let lanes = &query_lanes[block * query_len..][..query_len];
                let output = &mut output_lanes[block * output_len..][..output_len];
                let scores = &mut score_lanes[..keys.len() * width];
                score::<S, V, R>(simd, lanes, key_rows, d_k, scores);
                let rows = rows(block);
                let of_all = queries.start + rows.start..queries.start + rows.end;
                silence(self.mask, n_keys, of_all, keys.clone(), width, scores);
                if let Some(weights) = weights.as_deref_mut() {
                    let weights = &mut weights[rows.start * n_keys..rows.end * n_keys];
                    keep_scores(scores, width, keys.clone(), n_keys, weights);
                }
                let fading = softmax.take_in(simd, first == 0, scores);
                let values = (values, n_keys);
                mix::<S, V, R>(simd, scores, values, keys.clone(), fading.as_ref(), output);
            }
            first += KEYS_PER_BLOCK;
        }

        for (block, softmax) in softmaxes.iter().enumerate().take(n_blocks) {
            let rows = rows(block);
            // The scores have done their part; there is room in their place.
            let (shares, max) = score_lanes.split_at_mut(width);
            store::<S, V>(&softmax.shares(simd), shares);
            let lanes = &output_lanes[block * output_len..][..output_len];
            to_rows(
                simd,
                lanes,
                shares,
                d_v,
                &mut output[rows.start * d_v..rows.end * d_v],
            );
            if let Some(weights) = weights.as_deref_mut() {
                store::<S, V>(softmax.max(), max);
                let weights = &mut weights[rows.start * n_keys..rows.end * n_keys];
                for (weights, max) in weights.chunks_exact_mut(n_keys).zip(max) {
                    let (heard, unheard) = weights.split_at_mut(n_heard);
                    exponentiate(simd, *max, heard);
                    unheard.fill(0.0);
                }
            }
        }
    }
}
