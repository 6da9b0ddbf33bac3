//! The numbers a learner may edit, and the actions that edit them.

mod compute;
mod guests;
mod large;
mod make;
mod shape;

use std::sync::Arc;

use attention_core::{Matrix, Scale};

pub use self::guests::MOST_CARDS;
pub use self::make::RoomError;
pub use self::shape::Axis;
use crate::{Hearing, LARGEST, Pair, Preset, SMALLEST_TEMPERATURE, Slot, Tensor, sheet::Sheet};

/// Where queries, keys and values come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// They are given, number by number.
    #[default]
    Given,
    /// They are projected: `Q = X·W_Q`, `K = X·W_K`, `V = X·W_V`.
    Projected,
}

/// How a guest knows where it stands, where vectors are projected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Position {
    /// It does not.
    #[default]
    None,
    /// By sines and cosines.
    Sinusoidal,
    /// By vectors that a learner edits.
    Edited,
}

/// Everything the attention of one room follows from: the guests' names, their vectors or what
/// these are made of, and how scores become weights.
///
/// # Shapes
///
/// n tokens, h heads; queries and keys n×(h·d_k), values n×(h·d_v), embeddings and positions
/// n×d_model, W_Q and W_K d_model×(h·d_k), W_V d_model×(h·d_v), W_O (h·d_v)×d_out. The matrices are
/// shared, so that a clone for the history costs no copy until a number in it changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Experiment {
    tokens: Arc<[String]>,
    /// By `Tensor as usize`; of those not in use, whatever they held last.
    sheets: [Arc<Sheet>; 9],
    source: Source,
    position: Position,
    heads: usize,
    scale: Scale,
    temperature: f64,
    hearing: Hearing,
    base: Preset,
}

impl Experiment {
    /// The room that comes with the product and that this one was made from.
    #[must_use]
    pub fn base(&self) -> Preset {
        self.base
    }

    /// The same room, made from that one.
    #[must_use]
    pub(crate) fn based_on(self, base: Preset) -> Self {
        Self { base, ..self }
    }

    /// How many tokens are in the room.
    #[must_use]
    pub fn token_count(&self) -> usize {
        self.tokens.len()
    }

    /// The tokens' names, in the order of the sentence.
    #[must_use]
    pub fn tokens(&self) -> &[String] {
        &self.tokens
    }

    /// The tokens' names, shared rather than copied.
    #[must_use]
    pub fn shared_tokens(&self) -> Arc<[String]> {
        Arc::clone(&self.tokens)
    }

    /// Where queries, keys and values come from.
    #[must_use]
    pub fn source(&self) -> Source {
        self.source
    }

    /// How a guest knows where it stands.
    #[must_use]
    pub fn position(&self) -> Position {
        self.position
    }

    /// Whether the room's attention follows from this matrix as it is edited. Queries that are
    /// projected, say, follow from others.
    #[must_use]
    pub fn uses(&self, tensor: Tensor) -> bool {
        let projected = self.source == Source::Projected;
        match tensor {
            Tensor::Queries | Tensor::Keys | Tensor::Values => !projected,
            Tensor::Positions => projected && self.position == Position::Edited,
            Tensor::OutputWeights => self.heads > 1,
            Tensor::Embeddings
            | Tensor::QueryWeights
            | Tensor::KeyWeights
            | Tensor::ValueWeights => projected,
        }
    }

    /// One of the matrices that are edited, whether or not [it is in use](Self::uses).
    #[must_use]
    pub fn matrix(&self, tensor: Tensor) -> &Matrix {
        self.sheet(tensor).matrix()
    }

    /// The number at an address; none outside the room, or in a matrix that isn't in use.
    #[must_use]
    pub fn number(&self, slot: Slot) -> Option<f64> {
        let matrix = self.matrix(slot.tensor);
        let inside =
            self.uses(slot.tensor) && slot.row < matrix.rows() && slot.column < matrix.cols();
        inside.then(|| matrix.get(slot.row, slot.column))
    }

    /// Whether scores are divided by √d_k.
    #[must_use]
    pub fn scale(&self) -> Scale {
        self.scale
    }

    /// What scaled scores are divided by before the softmax, above 0.
    #[must_use]
    pub fn temperature(&self) -> f64 {
        self.temperature
    }

    /// Who may listen to whom.
    #[must_use]
    pub fn hearing(&self) -> &Hearing {
        &self.hearing
    }

    /// The same room with one number changed. An address outside the room or a number outside
    /// ±[`LARGEST`] changes nothing.
    #[must_use]
    pub fn with_number(&self, slot: Slot, number: f64) -> Self {
        let mut next = self.clone();
        if number.abs() <= LARGEST && self.number(slot).is_some() {
            let sheet = &mut next.sheets[slot.tensor as usize];
            Arc::make_mut(sheet).set(slot.row, slot.column, number);
        }
        next
    }

    /// The same room with two neighbouring numbers changed, the first at this address. Either
    /// changes as [`with_number`](Self::with_number) says.
    #[must_use]
    pub fn with_vector(&self, first: Slot, [one, other]: Pair) -> Self {
        let second = Slot {
            column: first.column + 1,
            ..first
        };
        self.with_number(first, one).with_number(second, other)
    }

    /// The same room with the scores scaled another way.
    #[must_use]
    pub fn with_scale(&self, scale: Scale) -> Self {
        Self {
            scale,
            ..self.clone()
        }
    }

    /// The same room at another temperature. One that isn't between [`SMALLEST_TEMPERATURE`] and
    /// [`LARGEST`] changes nothing.
    #[must_use]
    pub fn with_temperature(&self, temperature: f64) -> Self {
        let mut next = self.clone();
        if (SMALLEST_TEMPERATURE..=LARGEST).contains(&temperature) {
            next.temperature = temperature;
        }
        next
    }

    /// The same room with another mask. Cells that aren't one for each query and key change nothing.
    ///
    /// ```
    /// use attention_scene::{Hearing, Preset};
    /// let room = Preset::Walkthrough.experiment().with_hearing(Hearing::Causal);
    /// // Alice comes first: she may listen to nobody but herself.
    /// assert_eq!(room.attention().head(0).weights(0), [1.0, 0.0, 0.0]);
    /// ```
    #[must_use]
    pub fn with_hearing(&self, hearing: Hearing) -> Self {
        let mut next = self.clone();
        let cells = self.token_count() * self.token_count();
        if !matches!(&hearing, Hearing::Cells(given) if given.len() != cells) {
            next.hearing = hearing;
        }
        next
    }

    /// The same room, in which one guest may listen to another or may not, cell by cell from now
    /// on. A pair outside the room changes nothing.
    #[must_use]
    pub fn with_cell(&self, query_index: usize, key_index: usize, allowed: bool) -> Self {
        let count = self.token_count();
        if query_index.max(key_index) >= count {
            return self.clone();
        }
        let mut cells = self.hearing.cells(count).to_vec();
        cells[query_index * count + key_index] = allowed;
        self.with_hearing(Hearing::Cells(cells.into()))
    }

    /// Whether another room differs from this one, and in switches alone: in how scores are scaled,
    /// in the temperature, or in who may listen to whom.
    #[must_use]
    pub(crate) fn differs_in_switches(&self, other: &Self) -> bool {
        let switched = Self {
            scale: other.scale,
            temperature: other.temperature,
            hearing: other.hearing.clone(),
            ..self.clone()
        };
        self != other && switched == *other
    }

    /// Whether another room differs from this one, if at all, in the numbers of matrices and in the
    /// temperature: who is there, how much, and every switch is the same.
    #[must_use]
    pub(crate) fn differs_in_numbers_alone(&self, other: &Self) -> bool {
        let size = |room: &Self| {
            Tensor::ALL.map(|tensor| (room.matrix(tensor).rows(), room.matrix(tensor).cols()))
        };
        let same_numbers = Self {
            sheets: other.sheets.clone(),
            temperature: other.temperature,
            ..self.clone()
        };
        size(self) == size(other) && same_numbers == *other
    }

    fn sheet(&self, tensor: Tensor) -> &Sheet {
        &self.sheets[tensor as usize]
    }

    fn put(&mut self, tensor: Tensor, sheet: Sheet) {
        self.sheets[tensor as usize] = Arc::new(sheet);
    }
}
