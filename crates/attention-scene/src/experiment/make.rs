use std::sync::Arc;

use attention_core::{Error, Matrix, Scale};

use super::{Experiment, Position, Source};
use crate::{Hearing, LARGEST, Preset, Slot, Tensor, sheet::Sheet};

/// How many guests a room may hold.
pub(crate) const MOST_TOKENS: usize = 128;
/// How many components a vector may have, of all heads together.
pub(crate) const MOST_COMPONENTS: usize = 64;

/// Why a room could not be put together.
#[derive(Clone, Debug, PartialEq)]
pub enum RoomError {
    /// There is not one name for each row of the vectors.
    NameCount {
        /// How many names there are.
        names: usize,
        /// How many tokens the vectors are for.
        tokens: usize,
    },
    /// More guests or components than a room may hold.
    TooMany(Tensor),
    /// A matrix is of another shape than the room's, or isn't in use there.
    Shape(Tensor),
    /// A number is beyond ±[`LARGEST`].
    TooLarge(Slot),
    /// The matrices don't fit one another, or hold what the core refuses.
    Core(Error),
}

impl Experiment {
    /// A room whose vectors are given, in one head, unscaled, at temperature 1, everyone listening
    /// to everyone.
    ///
    /// # Errors
    ///
    /// A [`RoomError`] where the shapes don't fit one another or the names, or where a number is
    /// so large that a score could overflow.
    pub fn new(
        tokens: Vec<String>,
        queries: Matrix,
        keys: Matrix,
        values: Matrix,
    ) -> Result<Self, RoomError> {
        let mut room = Self::empty(tokens, Source::Given, Scale::None)?;
        room.put(Tensor::Queries, Sheet::new(queries));
        room.put(Tensor::Keys, Sheet::new(keys));
        room.put(Tensor::Values, Sheet::new(values));
        room.checked()
    }

    /// A room whose vectors are projected, by W_Q, W_K and W_V, in one head, scaled by 1/√d_k, at
    /// temperature 1, without positions, everyone listening to everyone.
    ///
    /// # Errors
    ///
    /// As [`new`](Self::new).
    ///
    /// ```
    /// use attention_core::Matrix;
    /// use attention_scene::{Experiment, Tensor};
    /// let matrix = |rows: &[[f64; 2]]| Matrix::from_rows(rows).unwrap();
    /// let names = ["Alice", "Bob"].map(str::to_owned).to_vec();
    /// let [one, swap] = [matrix(&[[1.0, 0.0], [0.0, 1.0]]), matrix(&[[0.0, 1.0], [1.0, 0.0]])];
    /// let x = matrix(&[[1.0, 2.0], [3.0, 4.0]]);
    /// let room = Experiment::projected(names, x, [swap, one.clone(), one]).unwrap();
    /// // W_Q swaps the two components: 2·1 + 1·2.
    /// assert_eq!(room.attention().head(0).score(0, 0), 4.0);
    /// ```
    pub fn projected(
        tokens: Vec<String>,
        embeddings: Matrix,
        [w_q, w_k, w_v]: [Matrix; 3],
    ) -> Result<Self, RoomError> {
        let mut room = Self::empty(tokens, Source::Projected, Scale::SqrtDk)?;
        room.put(Tensor::Embeddings, Sheet::new(embeddings));
        room.put(Tensor::QueryWeights, Sheet::new(w_q));
        room.put(Tensor::KeyWeights, Sheet::new(w_k));
        room.put(Tensor::ValueWeights, Sheet::new(w_v));
        room.checked()
    }

    fn empty(tokens: Vec<String>, source: Source, scale: Scale) -> Result<Self, RoomError> {
        let nothing = Matrix::zeros(0, 0).map_err(RoomError::Core)?;
        let nothing = Arc::new(Sheet::new(nothing));
        Ok(Self {
            tokens: tokens.into(),
            sheets: Tensor::ALL.map(|_| Arc::clone(&nothing)),
            source,
            position: Position::None,
            heads: 1,
            scale,
            temperature: 1.0,
            hearing: Hearing::Everyone,
            base: Preset::Walkthrough,
        })
    }

    /// The same guests under another room's temperature, scale where it is asked for, and mask
    /// where it can be theirs: cells are of a room of one size.
    #[must_use]
    pub(crate) fn under(self, other: &Self) -> Self {
        let scale = match self.source == other.source {
            true => other.scale,
            false => self.scale,
        };
        self.with_scale(scale)
            .with_temperature(other.temperature)
            .with_hearing(other.hearing.clone())
            .based_on(other.base)
    }

    /// The same room with other names.
    ///
    /// # Errors
    ///
    /// [`RoomError::NameCount`] where there isn't one for each token.
    pub fn with_names(&self, names: Vec<String>) -> Result<Self, RoomError> {
        let mut next = self.clone();
        next.tokens = names.into();
        match next.tokens.len() == self.token_count() {
            true => Ok(next),
            false => Err(RoomError::NameCount {
                names: next.tokens.len(),
                tokens: self.token_count(),
            }),
        }
    }

    /// The same room with other numbers in one of its matrices.
    ///
    /// # Errors
    ///
    /// A [`RoomError`] where the matrix isn't in use, or is of another shape, but for the columns of
    /// W_O; or where a number is too large.
    pub fn with_matrix(&self, tensor: Tensor, matrix: Matrix) -> Result<Self, RoomError> {
        let own = self.matrix(tensor);
        let fits = own.rows() == matrix.rows()
            && (own.cols() == matrix.cols() || tensor == Tensor::OutputWeights);
        if !(fits && self.uses(tensor)) {
            return Err(RoomError::Shape(tensor));
        }
        let mut next = self.clone();
        next.put(tensor, self.grouped(tensor, Sheet::new(matrix)));
        next.checked()
    }

    /// The room, if it can be computed.
    pub(super) fn checked(self) -> Result<Self, RoomError> {
        let in_use = |tensor: &Tensor| self.uses(*tensor);
        for tensor in Tensor::ALL.into_iter().filter(in_use) {
            let matrix = self.matrix(tensor);
            let tokens = match tensor.is_per_token() {
                true => MOST_TOKENS,
                false => MOST_COMPONENTS,
            };
            if matrix.rows() > tokens || matrix.cols() > MOST_COMPONENTS {
                return Err(RoomError::TooMany(tensor));
            }
            if tensor.is_per_token() && matrix.rows() != self.tokens.len() {
                return Err(RoomError::NameCount {
                    names: self.tokens.len(),
                    tokens: matrix.rows(),
                });
            }
            if let Some(slot) = self.too_large(tensor) {
                return Err(RoomError::TooLarge(slot));
            }
        }
        match self.compute(None) {
            Ok(_) => Ok(self),
            Err(error) => Err(RoomError::Core(error)),
        }
    }

    fn too_large(&self, tensor: Tensor) -> Option<Slot> {
        let matrix = self.matrix(tensor);
        let at = matrix
            .data()
            .iter()
            .position(|number| number.is_finite() && number.abs() > LARGEST)?;
        Some(Slot {
            tensor,
            row: at / matrix.cols(),
            column: at % matrix.cols(),
        })
    }
}
