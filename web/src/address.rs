//! Which number a slider or a field is for, as its attributes tell other programs.

use attention_scene::{Experiment, Slot};

/// Which number a slider or a field is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Address {
    /// A number of a matrix.
    Number(Slot),
    /// A control, by its name.
    Control(&'static str),
}

impl Address {
    /// The number of a guest's, if it is one.
    pub(crate) fn of_guest(self) -> Option<Slot> {
        match self {
            Self::Number(slot) => slot.tensor.is_per_token().then_some(slot),
            Self::Control(_) => None,
        }
    }

    /// The number of a matrix of weights, if it is one.
    pub(crate) fn of_weights(self) -> Option<Slot> {
        match self {
            Self::Number(slot) => (!slot.tensor.is_per_token()).then_some(slot),
            Self::Control(_) => None,
        }
    }

    pub(crate) fn control(self) -> Option<&'static str> {
        match self {
            Self::Number(_) => None,
            Self::Control(name) => Some(name),
        }
    }

    /// The number in force in a room, where the room is what it is a number of.
    pub(crate) fn number_of(self, room: &Experiment) -> Option<f64> {
        match self {
            Self::Number(slot) => room.number(slot),
            Self::Control("temperature") => Some(room.temperature()),
            Self::Control(_) => None,
        }
    }

    /// Whether its field stands as it did: the same number in a matrix of the same shape.
    pub(crate) fn stands_alike(self, before: &Experiment, now: &Experiment) -> bool {
        let shape = |room: &Experiment| {
            self.of_matrix().map(|slot| {
                let matrix = room.matrix(slot.tensor);
                (matrix.rows(), matrix.cols())
            })
        };
        self.number_of(before) == self.number_of(now) && shape(before) == shape(now)
    }

    fn of_matrix(self) -> Option<Slot> {
        match self {
            Self::Number(slot) => Some(slot),
            Self::Control(_) => None,
        }
    }

    /// The id of the sentence that says why a text was refused.
    pub(crate) fn reason_id(self) -> String {
        match self {
            Self::Number(Slot {
                tensor,
                row,
                column,
            }) => format!("why-{}-{row}-{column}", tensor.letter()),
            Self::Control(name) => format!("why-{name}"),
        }
    }
}
