//! A number of the room, as it stands.

use attention_scene::{Experiment, Reading, RoomTrace, Slot, Tensor};
use leptos::prelude::*;

use super::room::{Aspect, Room};

/// A number of the room, as it stands; 0 where there is none, such as one of a guest who has left.
#[derive(Clone, Copy)]
pub(crate) struct Live {
    room: Room,
    which: Which,
}

/// Which number.
#[derive(Clone, Copy)]
pub(super) enum Which {
    /// One of the computation's.
    Read(Reading),
    /// One that is edited.
    Edited(Slot),
    /// One of a guest's queries, keys, values or position, edited or worked out.
    Vector(Tensor, usize, usize),
    /// What scores are divided by.
    Temperature,
}

impl Live {
    pub(super) fn new(room: Room, which: Which) -> Self {
        Self { room, which }
    }

    /// The number, of which whoever asks is told when it may be another.
    pub(crate) fn get(self) -> f64 {
        self.room.follow(self.which.aspect());
        self.get_untracked()
    }

    /// Has the number painted, at once, when it may be another, for as long as what is being built stands.
    pub(crate) fn paint(self, mut paint: Box<dyn FnMut(f64)>) {
        let paint = move || paint(self.get_untracked());
        self.room.paint(self.which.aspect(), Box::new(paint));
    }

    /// The number, looked up once.
    pub(crate) fn get_untracked(self) -> f64 {
        let Self { room, which } = self;
        room.experiment.with_untracked(|experiment| {
            let number = room
                .trace
                .with_untracked(|trace| which.look_up(experiment, trace));
            number.unwrap_or_default()
        })
    }
}

impl Which {
    /// What it changes with.
    fn aspect(self) -> Aspect {
        match self {
            Self::Read(reading) if reading.is_component() => Aspect::Output(reading.query_index),
            Self::Read(reading) => Aspect::Weights(reading.query_index),
            Self::Edited(slot) => Aspect::Vector(slot.tensor, slot.row),
            Self::Vector(tensor, row, _) => Aspect::Vector(tensor, row),
            Self::Temperature => Aspect::Whole,
        }
    }

    fn look_up(self, room: &Experiment, trace: &RoomTrace) -> Option<f64> {
        match self {
            Self::Read(reading) => reading.look_up(trace),
            Self::Edited(slot) => room.number(slot),
            Self::Vector(tensor, row, column) => trace.vector_number(tensor, row, column),
            Self::Temperature => Some(room.temperature()),
        }
    }
}
