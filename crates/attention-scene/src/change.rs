//! What of a room may stand otherwise than before.

use crate::{Experiment, RoomTrace, Tensor};

/// A room and its computation, before a change and after it.
///
/// Of two rooms that differ in numbers alone it tells which rows are other ones. Everything may be
/// another in rooms that differ in anything else: in who is there, in sizes, in a switch.
///
/// ```
/// use attention_scene::{Change, Preset, Slot, Tensor};
/// let before = Preset::Walkthrough.experiment();
/// let after = before.with_number(Slot { tensor: Tensor::Queries, row: 2, column: 0 }, 1.0);
/// let traces = [&before, &after].map(|room| room.attention());
/// let change = Change::between([&before, &after], [&traces[0], &traces[1]]);
/// // Bob looks for something else, and nobody else does.
/// assert!(change.touches_weights(2) && !change.touches_weights(1));
/// assert!(change.touches_vector(Tensor::Queries, 2) && !change.touches_vector(Tensor::Keys, 2));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Change<'a> {
    rooms: [&'a Experiment; 2],
    traces: [&'a RoomTrace; 2],
    touches_shape: bool,
    touches_all_weights: bool,
    touches_all_outputs: bool,
}

impl<'a> Change<'a> {
    /// Between two rooms, the earlier first, and what their attention came to.
    #[must_use]
    pub fn between(rooms: [&'a Experiment; 2], traces: [&'a RoomTrace; 2]) -> Self {
        let [before, after] = rooms;
        let touches_shape = !before.differs_in_numbers_alone(after);
        let vectors = |tensor| {
            let [before, after] = traces.map(|trace| trace.vectors(tensor));
            before != after
        };
        let touches_all_weights =
            touches_shape || before.temperature() != after.temperature() || vectors(Tensor::Keys);
        let merged = || {
            let [before, after] = rooms.map(|room| room.matrix(Tensor::OutputWeights));
            before != after
        };
        Self {
            rooms,
            traces,
            touches_shape,
            touches_all_weights,
            touches_all_outputs: touches_all_weights || vectors(Tensor::Values) || merged(),
        }
    }

    /// Whether anything but numbers may be another: names, sizes, heads, switches.
    #[must_use]
    pub fn touches_shape(&self) -> bool {
        self.touches_shape
    }

    /// Whether a row of a matrix may be another, edited or worked out.
    #[must_use]
    pub fn touches_vector(&self, tensor: Tensor, row: usize) -> bool {
        self.touches_shape || self.edits_row(tensor, row) || self.makes_row(tensor, row)
    }

    /// Whether a query's scores and weights may be others, and what they come from.
    #[must_use]
    pub fn touches_weights(&self, query_index: usize) -> bool {
        self.touches_all_weights || self.makes_row(Tensor::Queries, query_index)
    }

    /// Whether a query's output may be another, and what it comes from.
    #[must_use]
    pub fn touches_output(&self, query_index: usize) -> bool {
        self.touches_all_outputs || self.touches_weights(query_index)
    }

    fn edits_row(&self, tensor: Tensor, row: usize) -> bool {
        let [before, after] = self.rooms.map(|room| {
            let matrix = room.matrix(tensor);
            (row < matrix.rows()).then(|| matrix.row(row))
        });
        before != after
    }

    fn makes_row(&self, tensor: Tensor, row: usize) -> bool {
        let [before, after] = self.traces.map(|trace| {
            let vectors = trace.vectors(tensor)?;
            (row < vectors.rows()).then(|| vectors.row(row))
        });
        before != after
    }
}
