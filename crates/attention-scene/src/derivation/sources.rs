use std::ops::Range;

use crate::{Experiment, Position, Quantity, Reading, RoomTrace, Slot, Tensor};

/// How directly a number depends on one that may be edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nearness {
    /// It stands in the number's own arithmetic.
    Own,
    /// It acts by way of the row alone: another's exponential, in the sum that shares are shares of.
    Row,
}

/// The numbers that may be edited and that one number of the computation depends on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// In order of their addresses, each once.
    own: Vec<Slot>,
    /// The same, and none that is in `own`.
    row: Vec<Slot>,
    by_temperature: bool,
}

impl Sources {
    /// How directly the number depends on that one; none where it doesn't.
    #[must_use]
    pub fn nearness(&self, slot: Slot) -> Option<Nearness> {
        let holds = |slots: &[Slot]| {
            slots
                .binary_search_by_key(&place(slot), |one| place(*one))
                .is_ok()
        };
        match () {
            () if holds(&self.own) => Some(Nearness::Own),
            () if holds(&self.row) => Some(Nearness::Row),
            () => None,
        }
    }

    /// How directly the number depends on any number of a row of a matrix.
    #[must_use]
    pub fn nearness_of_row(&self, tensor: Tensor, row: usize) -> Option<Nearness> {
        let holds = |slots: &[Slot]| {
            slots
                .iter()
                .any(|one| (one.tensor, one.row) == (tensor, row))
        };
        match () {
            () if holds(&self.own) => Some(Nearness::Own),
            () if holds(&self.row) => Some(Nearness::Row),
            () => None,
        }
    }

    /// Whether the number depends on the temperature.
    #[must_use]
    pub fn by_temperature(&self) -> bool {
        self.by_temperature
    }

    pub(super) fn all(&self) -> Vec<Slot> {
        [self.own.as_slice(), &self.row].concat()
    }

    pub(super) fn of(asked: Reading, room: &Experiment, trace: &RoomTrace) -> Self {
        let mut gathered = Gathered {
            room,
            own: Vec::new(),
            row: Vec::new(),
        };
        let heads = match asked.quantity {
            Quantity::Mixed => 0..trace.head_count(),
            _ => asked.head_index..asked.head_index + 1,
        };
        for head_index in heads {
            gathered.head(asked, trace, head_index);
        }
        if asked.quantity == Quantity::Mixed && !gathered.own.is_empty() {
            let rows = 0..room.matrix(Tensor::OutputWeights).rows();
            let weight = |row| Slot {
                tensor: Tensor::OutputWeights,
                row,
                column: asked.column,
            };
            gathered.own.extend(rows.map(weight));
        }
        let own = in_order(gathered.own);
        let mut row = in_order(gathered.row);
        row.retain(|slot| {
            own.binary_search_by_key(&place(*slot), |one| place(*one))
                .is_err()
        });
        Self {
            by_temperature: asked.quantity != Quantity::Score && !own.is_empty(),
            own,
            row,
        }
    }
}

fn place(slot: Slot) -> (usize, usize, usize) {
    (slot.tensor as usize, slot.row, slot.column)
}

fn in_order(mut slots: Vec<Slot>) -> Vec<Slot> {
    slots.sort_unstable_by_key(|slot| place(*slot));
    slots.dedup();
    slots
}

struct Gathered<'a> {
    room: &'a Experiment,
    own: Vec<Slot>,
    row: Vec<Slot>,
}

impl Gathered<'_> {
    fn head(&mut self, asked: Reading, trace: &RoomTrace, head_index: usize) {
        let head = trace.head(head_index);
        let query_index = asked.query_index;
        let own_key = (!asked.is_component()).then_some(asked.column);
        let sharing = !matches!(asked.quantity, Quantity::Score | Quantity::Scaled);
        let allowed = |key: &usize| head.is_allowed(query_index, *key);
        let takes_part = own_key.is_none_or(|key| allowed(&key)) && !head.is_silent(query_index);
        if sharing && !takes_part {
            return;
        }
        let components = head_index * head.d_k()..(head_index + 1) * head.d_k();
        self.vector(
            Nearness::Own,
            Tensor::Queries,
            query_index,
            components.clone(),
        );
        for key in 0..head.n_keys() {
            let nearness = match own_key {
                Some(own) if own == key => Nearness::Own,
                None => Nearness::Own,
                Some(_) => Nearness::Row,
            };
            if own_key == Some(key) || (sharing && allowed(&key)) {
                self.vector(nearness, Tensor::Keys, key, components.clone());
            }
        }
        let first = head_index * head.d_v();
        let values = match asked.quantity {
            Quantity::Output => first + asked.column..first + asked.column + 1,
            Quantity::Mixed => first..first + head.d_v(),
            _ => return,
        };
        for key in (0..head.n_keys()).filter(allowed) {
            self.vector(Nearness::Own, Tensor::Values, key, values.clone());
        }
    }

    /// What numbers of a query, key or value come from.
    fn vector(&mut self, nearness: Nearness, tensor: Tensor, row: usize, columns: Range<usize>) {
        let slots = match nearness {
            Nearness::Own => &mut self.own,
            Nearness::Row => &mut self.row,
        };
        let mut add = |tensor, row, column| {
            slots.push(Slot {
                tensor,
                row,
                column,
            });
        };
        if self.room.uses(tensor) {
            columns.for_each(|column| add(tensor, row, column));
            return;
        }
        for component in 0..self.room.matrix(Tensor::Embeddings).cols() {
            add(Tensor::Embeddings, row, component);
            if self.room.position() == Position::Edited {
                add(Tensor::Positions, row, component);
            }
            if let Some(weights) = tensor.projection() {
                columns
                    .clone()
                    .for_each(|column| add(weights, component, column));
            }
        }
    }
}
