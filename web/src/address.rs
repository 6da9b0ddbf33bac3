//! Which number a slider or a field is for, as its attributes tell other programs.

use attention_scene::Slot;

/// Which number a slider or a field is for.
#[derive(Clone, Copy)]
pub(crate) enum Address {
    /// A component of a vector.
    Number(Slot),
    /// A control, by its name.
    Control(&'static str),
}

impl Address {
    pub(crate) fn slot(self) -> Option<Slot> {
        match self {
            Self::Number(slot) => Some(slot),
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
                vector,
                token_index,
                component_index,
            }) => format!("why-{}-{token_index}-{component_index}", vector.letter()),
            Self::Control(name) => format!("why-{name}"),
        }
    }
}
