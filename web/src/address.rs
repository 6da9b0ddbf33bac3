//! Which number a slider or a field is for, as its attributes tell other programs.

use attention_scene::Slot;

/// Which number a slider or a field is for.
#[derive(Clone, Copy)]
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
