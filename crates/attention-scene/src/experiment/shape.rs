use attention_core::Scale;

use super::{Experiment, Position, Source};
use crate::{
    RoomError, Tensor,
    sheet::{Extent, Sheet},
};

/// How many heads a room may have.
pub(crate) const MOST_HEADS: usize = 8;

/// A size of a room's vectors, which a learner may change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Axis {
    /// d_k: the components of a query, and of a key, of one head.
    Key,
    /// d_v: the components of a value of one head.
    Value,
    /// d_model: the components of an embedding.
    Model,
}

impl Experiment {
    /// How many heads there are.
    #[must_use]
    pub fn heads(&self) -> usize {
        self.heads
    }

    /// How many heads of the present size there may be.
    ///
    /// ```
    /// use attention_scene::{Axis, Preset};
    /// let room = Preset::Walkthrough.experiment();
    /// assert_eq!(room.most_heads(), 8);
    /// // Four heads with values of 16 numbers make 64, as many as a vector may have.
    /// assert_eq!(room.with_dimension(Axis::Value, 16).most_heads(), 4);
    /// ```
    #[must_use]
    pub fn most_heads(&self) -> usize {
        let size = self.dimension(Axis::Key).max(self.dimension(Axis::Value));
        (super::make::MOST_COMPONENTS / size.max(1)).clamp(1, MOST_HEADS)
    }

    /// How many components vectors have along an axis; of embeddings, 0 where there are none.
    #[must_use]
    pub fn dimension(&self, axis: Axis) -> usize {
        let projected = self.source == Source::Projected;
        let columns = |tensor| self.matrix(tensor).cols();
        match axis {
            Axis::Key if projected => columns(Tensor::QueryWeights) / self.heads,
            Axis::Key => columns(Tensor::Queries) / self.heads,
            Axis::Value if projected => columns(Tensor::ValueWeights) / self.heads,
            Axis::Value => columns(Tensor::Values) / self.heads,
            Axis::Model => columns(Tensor::Embeddings),
        }
    }

    /// The same room with vectors of another size along an axis. What becomes new is zero, or, in
    /// W_O, leaves the heads' outputs as they are; what was typed there before comes back. A size
    /// that no room has changes nothing.
    #[must_use]
    pub fn with_dimension(&self, axis: Axis, size: usize) -> Self {
        self.resized(self.heads, |one| match one == axis {
            true => size,
            false => self.dimension(one),
        })
    }

    /// The same room with another number of heads, each of the size that heads have. A number
    /// that no room has changes nothing.
    #[must_use]
    pub fn with_heads(&self, heads: usize) -> Self {
        self.resized(heads, |axis| self.dimension(axis))
    }

    /// The same numbers, taken for several heads' side by side.
    ///
    /// # Errors
    ///
    /// [`RoomError::Shape`] where the components don't fall into as many heads.
    pub fn split_into_heads(&self, heads: usize) -> Result<Self, RoomError> {
        let mut next = self.clone();
        next.heads = heads;
        let [first, _, third] = match self.source {
            Source::Given => Tensor::VECTORS,
            Source::Projected => Tensor::PROJECTIONS,
        };
        for tensor in [first, third] {
            let components = self.matrix(tensor).cols();
            if !(1..=MOST_HEADS).contains(&heads) || !components.is_multiple_of(heads) {
                return Err(RoomError::Shape(tensor));
            }
        }
        for tensor in Tensor::ALL {
            if next.uses(tensor) && tensor != Tensor::OutputWeights {
                let sheet = Sheet::clone(self.sheet(tensor));
                next.put(tensor, next.grouped(tensor, sheet));
            }
        }
        next.with_output_weights().checked()
    }

    /// The same room, its vectors from elsewhere. Given ones become what the projected ones are;
    /// projected ones begin from the keys, taken for embeddings, and from weights that leave these
    /// as they are, or from whatever they were last.
    ///
    /// ```
    /// use attention_scene::{Preset, Source, Tensor};
    /// let room = Preset::Walkthrough.experiment().with_source(Source::Projected);
    /// assert_eq!(room.matrix(Tensor::Embeddings).row(2), [2.0, 1.0]);
    /// // Bob's query is his embedding now, and so is his key: 2·2 + 1·1.
    /// assert_eq!(room.attention().head(0).score(2, 2), 5.0);
    /// ```
    #[must_use]
    pub fn with_source(&self, source: Source) -> Self {
        if source == self.source {
            return self.clone();
        }
        let next = match source {
            Source::Given => self.given(),
            Source::Projected => self.embedded(),
        };
        next.and_then(|next| next.checked().ok())
            .unwrap_or_else(|| self.clone())
    }

    /// The same room, whose guests know in another way where they stand. Edited positions begin
    /// from whatever they were last, or from zero.
    #[must_use]
    pub fn with_position(&self, position: Position) -> Self {
        let mut next = self.clone();
        next.position = position;
        let size = Extent::of(self.dimension(Axis::Model));
        let rows = Extent::of(self.token_count());
        match self.sheet(Tensor::Positions).resized(rows, size, zero) {
            Some(sheet) if self.source == Source::Projected => next.put(Tensor::Positions, sheet),
            _ => return self.clone(),
        }
        next.checked().unwrap_or_else(|_| self.clone())
    }

    /// A sheet in the groups that the room's heads make of it.
    pub(super) fn grouped(&self, tensor: Tensor, sheet: Sheet) -> Sheet {
        match tensor {
            Tensor::Embeddings | Tensor::Positions => sheet,
            Tensor::OutputWeights => sheet.regrouped(self.heads, 1),
            _ => sheet.regrouped(1, self.heads),
        }
    }

    fn given(&self) -> Option<Self> {
        let trace = self.attention();
        let mut next = self.clone();
        next.source = Source::Given;
        for tensor in Tensor::VECTORS {
            let view = trace.projection(tensor)?.view();
            let matrix =
                attention_core::Matrix::from_vec(view.data().to_vec(), view.rows(), view.cols());
            next.put(tensor, next.grouped(tensor, Sheet::new(matrix.ok()?)));
        }
        Some(next)
    }

    fn embedded(&self) -> Option<Self> {
        let mut next = self.clone();
        next.source = Source::Projected;
        next.scale = Scale::SqrtDk;
        if self.matrix(Tensor::Embeddings).rows() != self.token_count() {
            next.put(
                Tensor::Embeddings,
                Sheet::new(self.matrix(Tensor::Keys).clone()),
            );
        }
        let rows = Extent::of(next.dimension(Axis::Model));
        let size = |axis| Extent {
            groups: self.heads,
            size: self.dimension(axis),
        };
        let cols = [size(Axis::Key), size(Axis::Key), size(Axis::Value)];
        for (tensor, cols) in Tensor::PROJECTIONS.into_iter().zip(cols) {
            let sheet = self.sheet(tensor).resized(rows, cols, identity)?;
            next.put(tensor, sheet);
        }
        Some(next.with_position(self.position))
    }

    fn resized(&self, heads: usize, size: impl Fn(Axis) -> usize) -> Self {
        let sizes = [Axis::Key, Axis::Value].map(&size);
        let most = super::make::MOST_COMPONENTS;
        let fits = (1..=MOST_HEADS).contains(&heads)
            && sizes
                .into_iter()
                .all(|size| (1..=most / heads).contains(&size));
        let model = size(Axis::Model);
        if !fits || (self.source == Source::Projected && !(1..=most).contains(&model)) {
            return self.clone();
        }
        self.try_resized(heads, size)
            .and_then(|next| next.checked().ok())
            .unwrap_or_else(|| self.clone())
    }

    fn try_resized(&self, heads: usize, size: impl Fn(Axis) -> usize) -> Option<Self> {
        let mut next = self.clone();
        next.heads = heads;
        let of_heads = |axis| Extent {
            groups: heads,
            size: size(axis),
        };
        let tokens = Extent::of(self.token_count());
        let model = Extent::of(size(Axis::Model));
        for tensor in Tensor::ALL {
            let (rows, cols) = match tensor {
                Tensor::Queries | Tensor::Keys => (tokens, of_heads(Axis::Key)),
                Tensor::Values => (tokens, of_heads(Axis::Value)),
                Tensor::Embeddings | Tensor::Positions => (tokens, model),
                Tensor::QueryWeights | Tensor::KeyWeights => (model, of_heads(Axis::Key)),
                Tensor::ValueWeights => (model, of_heads(Axis::Value)),
                Tensor::OutputWeights => continue,
            };
            if self.uses(tensor) {
                next.put(tensor, self.sheet(tensor).resized(rows, cols, zero)?);
            }
        }
        Some(next.with_output_weights())
    }

    /// W_O as large as the heads need it: square, new parts leaving the outputs as they are.
    fn with_output_weights(mut self) -> Self {
        if self.heads > 1 {
            let rows = Extent {
                groups: self.heads,
                size: self.dimension(Axis::Value),
            };
            let cols = Extent::of(rows.len());
            let sheet = self.sheet(Tensor::OutputWeights);
            if let Some(sheet) = sheet.resized(rows, cols, identity) {
                self.put(Tensor::OutputWeights, sheet);
            }
        }
        self
    }
}

fn zero(_: usize, _: usize) -> f64 {
    0.0
}

/// What leaves a vector as it is.
fn identity(row: usize, column: usize) -> f64 {
    f64::from(u8::from(row == column))
}

#[cfg(test)]
mod tests {
    use crate::{Preset, Slot, Tensor};

    const fn slot(tensor: Tensor, row: usize, column: usize) -> Slot {
        Slot {
            tensor,
            row,
            column,
        }
    }

    #[test]
    fn heads_taken_away_and_brought_back_bring_back_what_was_typed() {
        for preset in [Preset::Walkthrough, Preset::Order, Preset::Heads] {
            let mut room = preset.experiment().with_heads(2);
            let tensor = match preset {
                Preset::Order => Tensor::QueryWeights,
                _ => Tensor::Queries,
            };
            for slot in [slot(tensor, 1, 3), slot(Tensor::OutputWeights, 3, 0)] {
                room = room.with_number(slot, -1.25);
                assert_eq!(room.number(slot), Some(-1.25), "{preset:?}");
            }
            for fewer in [1, 5] {
                assert_eq!(room.with_heads(fewer).with_heads(2), room, "{preset:?}");
            }
        }
    }

    #[test]
    fn numbers_of_heads_that_no_room_has_change_nothing() {
        let room = Preset::Heads.experiment();
        for heads in [0, 9, usize::MAX] {
            assert_eq!(room.with_heads(heads), room);
        }
    }
}
