//! The inner loops: sums of products, a tile of them in registers.
//!
//! Each is one plain loop on purpose. Unrolled by hand, its steps are interleaved by the compiler
//! until the tile no longer fits the 15 registers that a browser gives; the browser unrolls it
//! itself, and better. Nor is there a closure in them, which would be a call where the compiler has
//! inlined enough.

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
    numbers: &[f32; R],
) {
    let lanes: Lanes<S, V> = load(simd, lanes);
    for (sums, number) in sums.iter_mut().zip(numbers) {
        let number = S::f32s::splat(simd, *number);
        for (sum, lanes) in sums.iter_mut().zip(&lanes) {
            *sum = multiply_add::<S>(number, *lanes, *sum);
        }
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
    let rows: [&[f32]; R] = from_fn(|row| &keys[row * d_k..][..d_k]);
    let mut sums: [Lanes<S, V>; R] = [splat(simd, 0.0); R];
    for (component, queries) in (0..d_k).zip(queries.chunks_exact(width)) {
        let numbers = from_fn(|row| rows[row][component]);
        step(simd, &mut sums, queries, &numbers);
    }
    for (sum, scores) in sums.iter().zip(scores.chunks_exact_mut(width)) {
        store::<S, V>(sum, scores);
    }
}

/// `R` components of the output: what is there, times `fading`, if anything is, and the sum over the
/// block's keys of the value's components times the queries' exponentials.
#[inline(always)]
pub(super) fn output_tile<S: Simd, const V: usize, const R: usize>(
    simd: S,
    exponentials: &[f32],
    values: &[[f32; R]],
    fading: Option<&Lanes<S, V>>,
    output: &mut [f32],
) {
    let width = V * S::f32s::LEN;
    let mut sums: [Lanes<S, V>; R] = [splat(simd, 0.0); R];
    for (exponentials, numbers) in exponentials.chunks_exact(width).zip(values) {
        step(simd, &mut sums, exponentials, numbers);
    }
    for (sums, output) in sums.iter_mut().zip(output.chunks_exact_mut(width)) {
        if let Some(fading) = fading {
            let before: Lanes<S, V> = load(simd, output);
            for ((sum, fading), before) in sums.iter_mut().zip(fading).zip(&before) {
                *sum = multiply_add::<S>(*before, *fading, *sum);
            }
        }
        store::<S, V>(sums, output);
    }
}
