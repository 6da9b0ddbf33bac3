//! What is looked up of the room row by row: numbers, and who may be heard.

use attention_scene::{Experiment, Reading, RoomTrace, Slot, Tensor, Trace};
use leptos::prelude::*;

use super::{
    Mixer,
    live::{Live, Which},
    room::Aspect,
};
use crate::reactive;

impl Mixer {
    /// One number of the computation, as it stands. Of a guest who has left, 0, until its part of
    /// the page is gone, too.
    pub(crate) fn read(self, reading: Reading) -> Live {
        Live::new(self.room, Which::Read(reading))
    }

    /// Looks at the room and its computation as a whole.
    pub(crate) fn whole<T>(self, look: impl FnOnce(&Experiment, &RoomTrace) -> T) -> T {
        self.room.look(Aspect::Whole, |trace| {
            self.room
                .experiment
                .with_untracked(|experiment| look(experiment, trace))
        })
    }

    /// Looks up what the trace holds of one query in one head; of a guest who has left, or of a
    /// head that is gone, nothing.
    pub(crate) fn row<T: Default + 'static>(
        self,
        head_index: usize,
        query_index: usize,
        look: impl FnOnce(&Trace) -> T,
    ) -> T {
        let (mut look, mut found) = (Some(look), T::default());
        self.with_row(head_index, query_index, &mut |trace| {
            if let Some(look) = look.take() {
                found = look(trace);
            }
        });
        found
    }

    /// The same, compiled once.
    fn with_row(self, head_index: usize, query_index: usize, look: &mut dyn FnMut(&Trace)) {
        self.room.look(Aspect::Output(query_index), |trace| {
            row(trace, head_index, query_index, look);
        });
    }

    /// Looks up what of one query no number changes; of a guest who has left, nothing.
    fn shape_of_row(
        self,
        query_index: usize,
        look: impl Fn(&Trace) -> bool + Send + Sync + 'static,
    ) -> Memo<usize> {
        reactive::count(move || {
            self.room.look(Aspect::Shape, |trace| {
                usize::from(row(trace, 0, query_index, &look))
            })
        })
    }

    /// Whether a query may listen to a key: 1, or 0 where it may not or nobody is there.
    pub(crate) fn allowed(self, query_index: usize, key_index: usize) -> Memo<usize> {
        self.shape_of_row(query_index, move |trace| {
            key_index < trace.n_keys() && trace.is_allowed(query_index, key_index)
        })
    }

    /// Whether a query may listen to nobody: 1, or 0.
    pub(crate) fn silent(self, query_index: usize) -> Memo<usize> {
        self.shape_of_row(query_index, move |trace| trace.is_silent(query_index))
    }

    /// The number at an address, as it stands.
    pub(crate) fn number(self, slot: Slot) -> Live {
        Live::new(self.room, Which::Edited(slot))
    }

    /// A number of a guest's queries, keys, values or position, edited or not, as it stands.
    pub(crate) fn vector_number(self, tensor: Tensor, row: usize, column: usize) -> Live {
        Live::new(self.room, Which::Vector(tensor, row, column))
    }

    /// Looks at a guest's query, key, value or position as a whole; at nothing, where it is gone.
    pub(crate) fn vector<T>(self, tensor: Tensor, row: usize, look: impl FnOnce(&[f64]) -> T) -> T {
        self.room.look(Aspect::Vector(tensor, row), |trace| {
            let there = trace.vectors(tensor).filter(|rows| row < rows.rows());
            look(there.map_or(&[], |rows| rows.row(row)))
        })
    }
}

/// Looks something up in one query's row of one head; where there is none, nothing.
fn row<T: Default>(
    trace: &RoomTrace,
    head_index: usize,
    query_index: usize,
    look: impl FnOnce(&Trace) -> T,
) -> T {
    let there = head_index < trace.head_count();
    match there.then(|| trace.head(head_index)) {
        Some(head) if query_index < head.n_queries() => look(head),
        _ => T::default(),
    }
}
