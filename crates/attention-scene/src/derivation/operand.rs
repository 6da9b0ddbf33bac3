use super::StepKind;
use crate::{Experiment, Quantity, Reading, RoomTrace, Slot, Tensor};

/// The address of a number that a derivation names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Operand {
    /// A number that the page shows elsewhere, too.
    Computed(Reading),
    /// The largest scaled score of a query's row, among those who may be heard.
    Largest {
        /// In which head.
        head_index: usize,
        /// Whose row.
        query_index: usize,
    },
    /// The sum of the exponentials of a query's row.
    Sum {
        /// In which head.
        head_index: usize,
        /// Whose row.
        query_index: usize,
    },
    /// A number of a query, key or value that is projected; its column counts across all heads.
    Projected(Slot),
    /// A number of an input, embedding and position together.
    Input {
        /// Whose.
        row: usize,
        /// Which component.
        column: usize,
    },
    /// A number of a position that nobody edits.
    Position {
        /// Whose.
        row: usize,
        /// Which component.
        column: usize,
    },
    /// A number that may be edited.
    Edited(Slot),
    /// What scaled scores are divided by.
    Temperature,
}

impl Operand {
    /// Looks it up; nothing where the room holds no such number.
    #[must_use]
    pub fn look_up(self, room: &Experiment, trace: &RoomTrace) -> Option<f64> {
        let head = |head_index: usize, query_index: usize| {
            let there = head_index < trace.head_count();
            let head = there.then(|| trace.head(head_index))?;
            (query_index < head.n_queries()).then_some(head)
        };
        let in_matrix = |matrix: attention_core::MatrixView<'_>, row: usize, column: usize| {
            let inside = row < matrix.rows() && column < matrix.cols();
            inside.then(|| matrix.row(row)[column])
        };
        match self {
            Self::Computed(reading) => reading.look_up(trace),
            Self::Largest {
                head_index,
                query_index,
            } => head(head_index, query_index)?.row_max(query_index),
            Self::Sum {
                head_index,
                query_index,
            } => Some(head(head_index, query_index)?.row_sum(query_index)),
            Self::Projected(Slot {
                tensor,
                row,
                column,
            }) => trace.vector_number(tensor, row, column),
            Self::Input { row, column } => in_matrix(trace.inputs()?.x(), row, column),
            Self::Position { row, column } => in_matrix(trace.positions()?, row, column),
            Self::Edited(slot) => room.number(slot),
            Self::Temperature => Some(room.temperature()),
        }
    }

    /// What kind of step works it out; none for what is edited, or comes from nowhere else.
    #[must_use]
    pub const fn kind(self) -> Option<StepKind> {
        Some(match self {
            Self::Computed(reading) => match reading.quantity {
                Quantity::Mixed => StepKind::Mixed,
                Quantity::Output => StepKind::Output,
                Quantity::Weight => StepKind::Weight,
                Quantity::Exponential => StepKind::Exponential,
                Quantity::Scaled => StepKind::Scaled,
                Quantity::Score => StepKind::Score,
            },
            Self::Sum { .. } => StepKind::Sum,
            Self::Projected(slot) => match slot.tensor {
                Tensor::Queries => StepKind::Query,
                Tensor::Keys => StepKind::Key,
                _ => StepKind::Value,
            },
            Self::Input { .. } => StepKind::Input,
            _ => return None,
        })
    }
}
