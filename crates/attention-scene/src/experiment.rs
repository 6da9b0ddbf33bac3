//! The numbers a learner may edit, and the actions that edit them.

use std::sync::Arc;

use attention_core::{Matrix, Scale, Settings, Trace, trace};

use crate::{Hearing, LARGEST, Preset, SMALLEST_TEMPERATURE, Slot, Vector};

/// Why a room could not be put together.
#[derive(Clone, Debug, PartialEq)]
pub enum RoomError {
    /// There is not one name for each row of the queries.
    NameCount {
        /// How many names there are.
        names: usize,
        /// How many tokens the queries are for.
        tokens: usize,
    },
    /// A number is beyond ±[`LARGEST`].
    TooLarge(Slot),
    /// The matrices don't fit one another, or hold what the core refuses.
    Core(attention_core::Error),
}

/// Everything the attention of one room follows from: the guests' names, their queries, keys and
/// values, and how scores become weights.
///
/// # Shapes
///
/// n tokens; queries and keys n×d_k, values n×d_v. The matrices are shared, so that a clone for
/// the history costs no copy until a number in it changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Experiment {
    tokens: Arc<[String]>,
    queries: Arc<Matrix>,
    keys: Arc<Matrix>,
    values: Arc<Matrix>,
    scale: Scale,
    temperature: f64,
    hearing: Hearing,
    base: Preset,
}

impl Experiment {
    /// Puts a room together, unscaled, at temperature 1, everyone listening to everyone.
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
        if tokens.len() != queries.rows() {
            return Err(RoomError::NameCount {
                names: tokens.len(),
                tokens: queries.rows(),
            });
        }
        let room = Self {
            tokens: tokens.into(),
            queries: Arc::new(queries),
            keys: Arc::new(keys),
            values: Arc::new(values),
            scale: Scale::None,
            temperature: 1.0,
            hearing: Hearing::Everyone,
            base: Preset::Walkthrough,
        };
        match Vector::ALL.into_iter().find_map(|v| room.too_large(v)) {
            Some(slot) => Err(RoomError::TooLarge(slot)),
            None => room.compute().map(|_| room).map_err(RoomError::Core),
        }
    }

    /// Other guests under the same scale and temperature, and under the same mask where it can be
    /// theirs: cells are of a room of one size.
    ///
    /// # Errors
    ///
    /// As [`new`](Self::new).
    pub fn with_guests(
        &self,
        tokens: Vec<String>,
        [queries, keys, values]: [Matrix; 3],
    ) -> Result<Self, RoomError> {
        let room = Self::new(tokens, queries, keys, values)?;
        Ok(room
            .with_scale(self.scale)
            .with_temperature(self.temperature)
            .with_hearing(self.hearing.clone())
            .based_on(self.base))
    }

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

    /// One of the three matrices, a row per token.
    #[must_use]
    pub fn matrix(&self, vector: Vector) -> &Matrix {
        match vector {
            Vector::Query => &self.queries,
            Vector::Key => &self.keys,
            Vector::Value => &self.values,
        }
    }

    /// How many components the vectors of this kind have: d_k or d_v.
    #[must_use]
    pub fn dimension(&self, vector: Vector) -> usize {
        self.matrix(vector).cols()
    }

    /// The number at an address, or `None` outside the room.
    #[must_use]
    pub fn number(&self, slot: Slot) -> Option<f64> {
        let matrix = self.matrix(slot.vector);
        let inside = slot.token_index < matrix.rows() && slot.component_index < matrix.cols();
        inside.then(|| matrix.get(slot.token_index, slot.component_index))
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

    /// The computation, with every intermediate.
    #[must_use]
    #[expect(
        clippy::expect_used,
        reason = "what the core refuses never gets into a room: `new` tries it, and every change \
                  keeps the shapes and the bounds"
    )]
    pub fn trace(&self) -> Trace {
        self.compute().expect("a room's attention can be computed")
    }

    /// The same room with one number changed. An address outside the room or a number outside
    /// ±[`LARGEST`] changes nothing.
    #[must_use]
    pub fn with_number(&self, slot: Slot, number: f64) -> Self {
        let mut next = self.clone();
        if number.abs() <= LARGEST && self.number(slot).is_some() {
            let matrix = match slot.vector {
                Vector::Query => &mut next.queries,
                Vector::Key => &mut next.keys,
                Vector::Value => &mut next.values,
            };
            Arc::make_mut(matrix).set(slot.token_index, slot.component_index, number);
        }
        next
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
    /// assert_eq!(room.trace().weights(0), [1.0, 0.0, 0.0]);
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

    fn compute(&self) -> Result<Trace, attention_core::Error> {
        trace(
            self.queries.view(),
            self.keys.view(),
            self.values.view(),
            &Settings {
                scale: self.scale,
                temperature: self.temperature,
                mask: self.hearing.mask(),
            },
        )
    }

    fn too_large(&self, vector: Vector) -> Option<Slot> {
        let matrix = self.matrix(vector);
        let at = matrix
            .data()
            .iter()
            .position(|number| number.is_finite() && number.abs() > LARGEST)?;
        Some(Slot {
            vector,
            token_index: at / matrix.cols(),
            component_index: at % matrix.cols(),
        })
    }
}
