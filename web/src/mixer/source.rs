//! Where vectors come from, which heads are looked at, and who sits where.

use std::sync::Arc;

use attention_scene::{Axis, Experiment, Position, SeatChange, Source, Tensor};
use leptos::prelude::*;

use super::{Mixer, room::Aspect};
use crate::reactive;

impl Mixer {
    /// How many rows a matrix that is edited has; 0 where it isn't in use.
    pub(crate) fn rows(self, tensor: Tensor) -> Memo<usize> {
        reactive::count(move || {
            self.room.shape(|room| match room.uses(tensor) {
                true => room.matrix(tensor).rows(),
                false => 0,
            })
        })
    }

    /// 1 where queries, keys and values are projected, else 0.
    pub(crate) fn projected(self) -> Memo<usize> {
        reactive::count(move || usize::from(self.source() == Source::Projected))
    }

    /// How a guest knows where it stands.
    pub(crate) fn position(self) -> Position {
        self.room.shape(Experiment::position)
    }

    /// How many components a guest's vector has that is made of others; 0 of one that is edited, or
    /// that no guest has.
    pub(crate) fn made_columns(self, tensor: Tensor) -> Memo<usize> {
        reactive::count(move || {
            let (projected, position) = (self.source() == Source::Projected, self.position());
            let made = match tensor {
                Tensor::Positions => position == Position::Sinusoidal,
                _ => true,
            };
            let columns = (projected && made).then(|| self.vector_columns(tensor));
            columns.unwrap_or_default()
        })
    }

    fn vector_columns(self, tensor: Tensor) -> usize {
        self.room.look(Aspect::Shape, |trace| {
            let first = trace.vectors(tensor).filter(|vectors| vectors.rows() > 0);
            first.map_or(0, |vectors| vectors.row(0).len())
        })
    }

    /// How many heads of the present size there may be.
    pub(crate) fn most_heads(self) -> Memo<usize> {
        reactive::count(move || self.room.shape(Experiment::most_heads))
    }

    /// The head that is looked at, from 1; 0 where all of them are, together.
    pub(crate) fn head_looked_at(self) -> Memo<usize> {
        reactive::count(move || self.selection().head.map_or(0, |head_index| head_index + 1))
    }

    /// The columns of a matrix of weights, or of a vector made by them, that belong to the heads
    /// looked at: those of W_O to all of them.
    pub(crate) fn columns_shown(self, tensor: Tensor) -> Memo<Vec<usize>> {
        let (head, heads, columns) = (self.head_looked_at(), self.heads, self.columns(tensor));
        Memo::new(move |_| {
            let size = columns.get() / heads.get().max(1);
            let all = 0..columns.get();
            match head.get().checked_sub(1) {
                Some(head_index) if tensor != Tensor::OutputWeights => {
                    all.skip(head_index * size).take(size).collect()
                }
                _ => all.collect(),
            }
        })
    }

    /// The head that a component of queries and keys, or of values, belongs to; none where there
    /// is one head.
    pub(crate) fn head_of(self, tensor: Tensor, column: usize) -> Option<usize> {
        let axis = match tensor {
            Tensor::Queries | Tensor::Keys => Axis::Key,
            Tensor::Values => Axis::Value,
            _ => return None,
        };
        let size = self.room.shape(|room| room.dimension(axis)).max(1);
        (self.heads.get() > 1).then_some(column / size)
    }

    /// Lets two guests change seats. Whoever was in focus stays so. Tells what became of everyone.
    pub(crate) fn swap_guests(self, one: usize, other: usize) -> SeatChange {
        let before: Arc<_> = self.room.trace.get_untracked();
        self.selection.update(|selection| {
            selection.focus = match selection.focus {
                focus if focus == one => other,
                focus if focus == other => one,
                focus => focus,
            };
        });
        self.step(|room| room.with_guests_swapped(one, other));
        self.room
            .trace
            .with_untracked(|after| SeatChange::between(&before, after, one, other))
    }
}
