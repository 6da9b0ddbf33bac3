//! The inner loops: sums of products, a tile of them in registers.
//!
//! Each is one plain loop on purpose. Unrolled by hand, its steps are interleaved by the compiler
//! until the tile no longer fits the 15 registers that a browser gives; the browser unrolls it
//! itself, and better.

use core::array::from_fn;

use fearless_simd::{Simd, SimdBase};

use super::{
    float::multiply_add,
    lanes::{Lanes, load, splat, store},
};

/// Adds to each of `R` sums the product of its number with all lanes.
#[inline(always)]
fn step<S: Simd, const V: usize, const R: usize>(
    simd: S,
    sums: &mut [Lanes<S, V>; R],
    lanes: &[f32],
    numbers: [f32; R],
) {
    let lanes: Lanes<S, V> = load(simd, lanes);
    for (sum, number) in sums.iter_mut().zip(numbers) {
        let number = S::f32s::splat(simd, number);
        *sum = from_fn(|vector| multiply_add::<S>(number, lanes[vector], sum[vector]));
    }
}

/// The scores of `R` keys: each the sum over components of the key's times the queries'.
#[inline(always)]
pub(super) fn score_tile<S: Simd, const V: usize, const R: usize>(
    simd: S,
    queries: &[f32],
    keys: &[f32],
    d_k: usize,
    scores: &mut [f32],
) {
    let width = V * S::f32s::LEN;
    let keys: [&[f32]; R] = from_fn(|key| &keys[key * d_k..][..d_k]);
    let mut sums: [Lanes<S, V>; R] = [splat(simd, 0.0); R];
    for (component, queries) in (0..d_k).zip(queries.chunks_exact(width)) {
        step(
            simd,
            &mut sums,
            queries,
            from_fn(|key| keys[key][component]),
        );
    }
    for (scores, sum) in scores.chunks_exact_mut(width).zip(sums) {
        store::<S, V>(sum, scores);
    }
}

/// `R` components of the output: what is there, times `fading`, and the sum over the block's keys of
/// the value's component times the queries' exponentials.
#[inline(always)]
pub(super) fn output_tile<S: Simd, const V: usize, const R: usize>(
    simd: S,
    exponentials: &[f32],
    values: &[f32],
    (d_v, component): (usize, usize),
    fading: Lanes<S, V>,
    output: &mut [f32],
) {
    let width = V * S::f32s::LEN;
    let mut sums: [Lanes<S, V>; R] = [splat(simd, 0.0); R];
    for (exponentials, value) in exponentials
        .chunks_exact(width)
        .zip(values.chunks_exact(d_v))
    {
        step(
            simd,
            &mut sums,
            exponentials,
            from_fn(|next| value[component + next]),
        );
    }
    for (output, sum) in output.chunks_exact_mut(width).zip(sums) {
        let before: Lanes<S, V> = load(simd, output);
        let after =
            from_fn(|vector| multiply_add::<S>(before[vector], fading[vector], sum[vector]));
        store::<S, V>(after, output);
    }
}
