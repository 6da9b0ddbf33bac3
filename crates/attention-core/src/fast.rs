mod block;
mod float;
mod groups;
mod key_block;
mod lanes;
mod online;
mod range;
mod tile;
mod transpose;
mod weights;

use alloc::vec::Vec;

use fearless_simd::{Level, dispatch};

use crate::{Axis, Error, MAX_COMPONENTS, MAX_TOKENS, Operand, Settings, memory::checked_len};

use block::Pass;

/// The four sizes of an attention.
///
/// In self-attention `n_queries = n_keys`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FastShape {
    /// The rows of Q.
    pub n_queries: usize,
    /// The rows of K and of V.
    pub n_keys: usize,
    /// The columns of Q and of K.
    pub d_k: usize,
    /// The columns of V and of the output.
    pub d_v: usize,
}

/// Attention in `f32`, for many tokens: `softmax(Q · Kᵀ · s / T) · V`, without its intermediates.
///
/// The caller makes it once for a shape; it then runs without an allocation. It holds
/// `O(d_k + d_v)` numbers of its own, never the `n_queries × n_keys` weights: the keys go by in
/// blocks, and a row's maximum and sum are brought up to date with each (M. Milakov and N.
/// Gimelshein, "Online normalizer calculation for softmax", 2018), and its output with them (T. Dao
/// et al., "FlashAttention", 2022). It uses the vectors of the machine it runs on.
///
/// # Accuracy
///
/// Let `u = 2⁻²⁴`, let `Δ = (d_k + 4) · u · max_j Σ_c |q_c · k_jc| · |s| / T` for a query, and let
/// `B` be the blocks of 64 keys, `n_keys / 64` rounded up. Then every weight of the query differs
/// from the exact one by no more than `e^(2Δ) · (1 + (4B + 70) · u) − 1` of itself, plus `2u`; and
/// every component of its output by no more than `e^(2Δ) · (1 + (4B + 140) · u) − 1` of the largest
/// `|v|`. Where `Δ` is small that is `2Δ` and a little. For 512 tokens of 64 components with scores of
/// a few units it is some 10⁻⁴ at the very worst; what is seen is nearer to 10⁻⁷. Where `Δ` is not
/// small, at scores of millions, the rounding of the scores themselves decides who is heard: single
/// precision cannot tell them apart. Which instructions the machine has changes the last bits.
///
/// A weight below 2⁻¹²⁶ is 0.
///
/// # Example
///
/// ```
/// use attention_core::{FastForward, FastShape, Settings};
///
/// let shape = FastShape { n_queries: 1, n_keys: 3, d_k: 2, d_v: 2 };
/// let mut fast = FastForward::new(shape)?;
/// let (q, k) = ([2.0, 3.0], [1.0, 1.0, 1.0, 0.0, 2.0, 1.0]);
/// let v = [0.2, 0.8, 0.5, 0.1, 0.9, 0.4];
/// let mut output = [0.0; 2];
/// fast.run(&q, &k, &v, &Settings::default(), &mut output)?;
/// // e⁵⁻⁷ · 0.2 + e²⁻⁷ · 0.5 + 0.9, over the sum of the three exponentials
/// assert!((output[0] - 0.814690).abs() < 1e-6);
/// # Ok::<(), attention_core::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct FastForward {
    shape: FastShape,
    level: Level,
    buffer: Vec<f32>,
}

impl FastForward {
    /// Takes the memory that runs of this shape need.
    ///
    /// # Errors
    ///
    /// [`Error::NoTokens`], [`Error::NoComponents`] and [`Error::TooLarge`], before memory is taken.
    pub fn new(shape: FastShape) -> Result<Self, Error> {
        shape.check()?;
        let level = level();
        let len = dispatch!(level, simd => Pass::buffer_len(simd, shape));
        Ok(Self {
            shape,
            level,
            buffer: zeros(len)?,
        })
    }

    /// The shape it was made for.
    pub fn shape(&self) -> FastShape {
        self.shape
    }

    /// The output, row by row: `n_queries · d_v` numbers. What the buffer held before does not
    /// matter. A row in which nobody may be heard gets zeros.
    ///
    /// # Errors
    ///
    /// [`Error::DataLength`] for Q, K or V and [`Error::Length`] for the output, where a slice is not
    /// as long as the shape says; [`Error::NotFinite`] for NaN and infinities;
    /// [`Error::Temperature`], [`Error::Factor`] and [`Error::MaskSize`] for the settings. Finite
    /// numbers may lead out of the range of an `f32`, which is smaller than that of
    /// [`trace`](crate::trace()): [`Error::Overflow`] says at which scaled score, masked ones among
    /// them, or output. After a refusal the output may hold anything.
    pub fn run(
        &mut self,
        q: &[f32],
        k: &[f32],
        v: &[f32],
        settings: &Settings<'_>,
        output: &mut [f32],
    ) -> Result<(), Error> {
        self.pass((q, k, v), settings, None, output)
    }

    /// The output, and the weights, `n_queries · n_keys` numbers row by row.
    ///
    /// The weights of a row sum to 1 within 10⁻⁶, or are 0 where nobody may be heard.
    ///
    /// # Errors
    ///
    /// Those of [`run`](Self::run), and [`Error::Length`] for the weights.
    pub fn run_with_weights(
        &mut self,
        q: &[f32],
        k: &[f32],
        v: &[f32],
        settings: &Settings<'_>,
        weights: &mut [f32],
        output: &mut [f32],
    ) -> Result<(), Error> {
        self.pass((q, k, v), settings, Some(weights), output)
    }

    fn pass(
        &mut self,
        operands: (&[f32], &[f32], &[f32]),
        settings: &Settings<'_>,
        weights: Option<&mut [f32]>,
        output: &mut [f32],
    ) -> Result<(), Error> {
        let (shape, level) = (self.shape, self.level);
        settings.check(shape.n_queries, shape.n_keys)?;
        if let Some(weights) = &weights {
            check_length(
                Operand::Weights,
                shape.n_queries * shape.n_keys,
                weights.len(),
            )?;
        }
        check_length(Operand::Output, shape.n_queries * shape.d_v, output.len())?;
        let pass = Pass::of(level, shape, operands, settings)?;
        let buffer = &mut self.buffer;
        dispatch!(level, simd => pass.run(simd, buffer, weights, output))
    }
}

impl FastShape {
    fn check(self) -> Result<(), Error> {
        let operands = [
            (Operand::Queries, self.n_queries, self.d_k),
            (Operand::Keys, self.n_keys, self.d_k),
            (Operand::Values, self.n_keys, self.d_v),
        ];
        for (operand, rows, columns) in operands {
            if rows == 0 {
                return Err(Error::NoTokens { operand });
            }
            if columns == 0 {
                return Err(Error::NoComponents { operand });
            }
            for (axis, found, limit) in [
                (Axis::Rows, rows, MAX_TOKENS),
                (Axis::Columns, columns, MAX_COMPONENTS),
            ] {
                if found > limit {
                    return Err(Error::TooLarge {
                        operand,
                        axis: Some(axis),
                        found,
                        limit,
                    });
                }
            }
        }
        Ok(())
    }
}

/// What the machine can do: asked of it where `std` can ask, else what the build was told.
fn level() -> Level {
    #[cfg(any(feature = "std", target_arch = "wasm32"))]
    return Level::new();
    #[cfg(not(any(feature = "std", target_arch = "wasm32")))]
    Level::baseline()
}

fn zeros(len: u64) -> Result<Vec<f32>, Error> {
    let len = checked_len(len, Operand::Values)?;
    let mut numbers = Vec::new();
    if numbers.try_reserve_exact(len).is_err() {
        return Err(Error::OutOfMemory {
            operand: Operand::Values,
            numbers: len,
        });
    }
    numbers.resize(len, 0.0);
    Ok(numbers)
}

fn check_length(operand: Operand, expected: usize, found: usize) -> Result<(), Error> {
    if found == expected {
        Ok(())
    } else {
        Err(Error::Length {
            operand,
            expected,
            found,
        })
    }
}
