use crate::{
    Axis, Error, Matrix, MatrixView, Operand, Quantity,
    position::sinusoidal,
    shape::{check_fit, check_matrix},
};

/// How a token knows where it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Positions<'a> {
    /// It does not: every position vector is zero, and attention cannot tell one order from
    /// another.
    #[default]
    None,
    /// By the vectors of [`sinusoidal`].
    Sinusoidal,
    /// By vectors of the caller's own, `n × d_model`.
    Edited(MatrixView<'a>),
}

/// The inputs X, with the two parts of each: `x = embedding + position`.
///
/// Made by [`trace_inputs`].
#[derive(Clone, Debug, PartialEq)]
pub struct InputTrace {
    embeddings: Matrix,
    positions: Matrix,
    x: Matrix,
}

impl InputTrace {
    /// What the tokens are, `n × d_model`.
    pub fn embeddings(&self) -> MatrixView<'_> {
        self.embeddings.view()
    }

    /// Where they stand, `n × d_model`.
    pub fn positions(&self) -> MatrixView<'_> {
        self.positions.view()
    }

    /// Both together: the inputs X, `n × d_model`.
    pub fn x(&self) -> MatrixView<'_> {
        self.x.view()
    }
}

/// The inputs of a sentence: `x_i = embedding_i + position_i`.
///
/// # Shapes
///
/// `embeddings` is `n × d_model`, and so are edited positions.
///
/// # Errors
///
/// [`Error::NoTokens`] and [`Error::NoComponents`] for an operand that is empty;
/// [`Error::NotFinite`] for NaN and infinities; [`Error::Mismatch`] where edited positions are of
/// another shape; [`Error::Overflow`] where a sum leaves the range of an `f64`;
/// [`Error::TooLarge`].
///
/// ```
/// use attention_core::{MatrixView, Positions, trace_inputs};
///
/// let embeddings = MatrixView::new(&[0.5, 0.25, 0.5, 0.25], 2, 2)?;
/// let inputs = trace_inputs(embeddings, Positions::Sinusoidal)?;
/// // The first position vector is [sin 0, cos 0].
/// assert_eq!(inputs.positions().row(0), [0.0, 1.0]);
/// assert_eq!(inputs.x().row(0), [0.5, 1.25]);
/// // The same word, one seat further on, is another input.
/// assert_ne!(inputs.x().row(0), inputs.x().row(1));
/// # Ok::<(), attention_core::Error>(())
/// ```
pub fn trace_inputs(
    embeddings: MatrixView<'_>,
    positions: Positions<'_>,
) -> Result<InputTrace, Error> {
    check_matrix(embeddings, Operand::Embeddings)?;
    let (n, d_model) = (embeddings.rows(), embeddings.cols());
    let positions = match positions {
        Positions::None => Matrix::zeros(n, d_model),
        Positions::Sinusoidal => sinusoidal(n, d_model),
        Positions::Edited(edited) => {
            check_matrix(edited, Operand::Positions)?;
            for axis in [Axis::Rows, Axis::Columns] {
                check_fit(
                    (edited, Operand::Positions, axis),
                    (embeddings, Operand::Embeddings, axis),
                )?;
            }
            Matrix::copy_of(edited)
        }
    }
    .map_err(|error| error.about(Operand::Positions))?;
    let mut x = Matrix::zeros(n, d_model)?;
    for row in 0..n {
        let parts = embeddings.row(row).iter().zip(positions.row(row));
        for (column, (sum, (embedding, position))) in
            x.row_mut(row).iter_mut().zip(parts).enumerate()
        {
            *sum = embedding + position;
            if !sum.is_finite() {
                return Err(Error::Overflow {
                    quantity: Quantity::Input,
                    row,
                    column,
                });
            }
        }
    }
    Ok(InputTrace {
        embeddings: Matrix::copy_of(embeddings)?,
        positions,
        x,
    })
}
