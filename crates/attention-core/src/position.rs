use crate::{Error, Matrix, float};

/// The sinusoidal position vectors of `n` tokens, `n × d_model`.
///
/// `PE(pos, 2i) = sin(pos / 10000^(2i/d_model))` and `PE(pos, 2i+1) = cos(pos /
/// 10000^(2i/d_model))`, positions and components counted from 0 (Vaswani et al., "Attention Is All
/// You Need", 2017, §3.5). Each pair of components is the hand of a clock; the first turns by one
/// radian a token, the last hardly at all. With an odd `d_model` the last sine has no cosine.
///
/// # Errors
///
/// [`Error::TooLarge`] above [`MAX_NUMBERS`](crate::MAX_NUMBERS) numbers, before memory is taken.
///
/// ```
/// use attention_core::sinusoidal;
///
/// let positions = sinusoidal(2, 4)?;
/// // At position 0 every sine is 0 and every cosine is 1.
/// assert_eq!(positions.row(0), [0.0, 1.0, 0.0, 1.0]);
/// // At position 1 the first pair has turned by 1, the second by 1/10000^(2/4) = 0.01.
/// let turned = [1f64.sin(), 1f64.cos(), 0.01f64.sin(), 0.01f64.cos()];
/// for (found, wanted) in positions.row(1).iter().zip(turned) {
///     assert!((found - wanted).abs() < 1e-15);
/// }
/// # Ok::<(), attention_core::Error>(())
/// ```
pub fn sinusoidal(n: usize, d_model: usize) -> Result<Matrix, Error> {
    let mut positions = Matrix::zeros(n, d_model)?;
    for position in 0..n {
        for (component, number) in positions.row_mut(position).iter_mut().enumerate() {
            let even = component - component % 2;
            let angle = position as f64 / float::pow(10_000.0, even as f64 / d_model as f64);
            *number = if component == even {
                float::sin(angle)
            } else {
                float::cos(angle)
            };
        }
    }
    Ok(positions)
}
