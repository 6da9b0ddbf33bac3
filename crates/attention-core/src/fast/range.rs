//! Whether the numbers are finite, and stay so.

use fearless_simd::{Bytes, Level, Simd, SimdBase, dispatch};

use super::FastShape;
use crate::{Error, Operand, Quantity};

/// The scaled scores, in powers of 2, stay within this, so that the difference of two does too.
const HIGHEST_SCORE: f64 = f32::MAX as f64 / 4.0;

/// The largest magnitude in a matrix of `f32`.
///
/// # Errors
///
/// [`Error::DataLength`] and [`Error::NotFinite`].
pub(super) fn magnitude(
    level: Level,
    numbers: &[f32],
    (operand, rows, cols): (Operand, usize, usize),
) -> Result<f32, Error> {
    if numbers.len() != rows * cols {
        return Err(Error::DataLength {
            operand,
            rows,
            cols,
            found: numbers.len(),
        });
    }
    let largest = dispatch!(level, simd => largest_magnitude(simd, numbers));
    if largest.is_finite() {
        return Ok(largest);
    }
    let index = numbers.iter().position(|number| !number.is_finite());
    let index = index.unwrap_or_default();
    Err(Error::NotFinite {
        operand,
        row: index / cols,
        column: index % cols,
        value: f64::from(numbers[index]),
    })
}

/// Refuses the first pair of query and key whose scaled score, in powers of 2, may leave the range,
/// in whichever order its terms are added. `factor` is what turns a score into that.
pub(super) fn check_scores(
    shape: FastShape,
    (q, k): (&[f32], &[f32]),
    magnitudes: (f32, f32),
    factor: f64,
) -> Result<(), Error> {
    let (of_q, of_k) = (f64::from(magnitudes.0), f64::from(magnitudes.1));
    let factor = factor.abs();
    let bound = of_q * factor * f64::max(of_k * shape.d_k as f64, 1.0);
    // Nothing comes near the limit in any but a contrived call.
    if bound < HIGHEST_SCORE {
        return Ok(());
    }
    for (query_index, query) in q.chunks_exact(shape.d_k).enumerate() {
        for (key_index, key) in k.chunks_exact(shape.d_k).enumerate() {
            let terms = query.iter().zip(key).map(|(q, k)| {
                let q = (f64::from(*q) * factor).abs();
                // The scaled query has to fit by itself.
                f64::max(q, q * f64::from(*k).abs())
            });
            if terms.sum::<f64>() >= HIGHEST_SCORE {
                return Err(Error::Overflow {
                    quantity: Quantity::Scaled,
                    row: query_index,
                    column: key_index,
                });
            }
        }
    }
    Ok(())
}

/// Refuses an output whose sum, before it was divided, left the range.
pub(super) fn check_output(shape: FastShape, of_v: f32, output: &[f32]) -> Result<(), Error> {
    if of_v < f32::MAX / 2.0 / shape.n_keys as f32 {
        return Ok(());
    }
    match output.iter().position(|component| !component.is_finite()) {
        None => Ok(()),
        Some(index) => Err(Error::Overflow {
            quantity: Quantity::Output,
            row: index / shape.d_v,
            column: index % shape.d_v,
        }),
    }
}

#[inline(always)]
fn largest_magnitude<S: Simd>(simd: S, numbers: &[f32]) -> f32 {
    // As bits, NaN is above infinity, and infinity above every number.
    let mut largest = [S::u32s::splat(simd, 0); 4];
    let fours = numbers.chunks_exact(4 * S::f32s::LEN);
    let rest = fours.remainder();
    for four in fours {
        for (largest, vector) in largest.iter_mut().zip(four.chunks_exact(S::f32s::LEN)) {
            let bits: S::u32s = S::f32s::from_slice(simd, vector).abs().bitcast();
            *largest = largest.max(bits);
        }
    }
    let [a, b, c, d] = largest;
    let lanes = a.max(b).max(c.max(d));
    let rest = rest.iter().map(|number| number.abs().to_bits());
    f32::from_bits(
        lanes
            .as_slice()
            .iter()
            .copied()
            .chain(rest)
            .fold(0, u32::max),
    )
}
