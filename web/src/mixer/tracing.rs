//! The number whose arithmetic is open, and where it comes from.

use std::sync::Arc;

use attention_scene::{Derivation, Nearness, Operand, Reading, Tensor};
use leptos::prelude::*;

use super::{Mixer, Said, room::Room};
use crate::{address::Address, dom, reactive};

/// What is asked about, and how it comes about.
#[derive(Clone, Copy)]
pub(super) struct Tracing {
    asked: RwSignal<Option<Reading>>,
    /// Derived anew after each step, as what is said is, and never at a tick of a slider: that moves
    /// numbers, and a derivation holds none.
    derivation: Memo<Option<Arc<Derivation>>>,
    /// Where it was asked.
    origin: StoredValue<Option<dom::Origin>, LocalStorage>,
}

impl Tracing {
    pub(super) fn new(said: RwSignal<Said>, room: Room) -> Self {
        let asked = RwSignal::new(None);
        let derivation = Memo::new(move |_| {
            // Numbers are traced in the workshop.
            if cfg!(not(feature = "whole")) {
                return None;
            }
            let asked = asked.get()?;
            said.track();
            let trace = room.trace;
            room.experiment.with_untracked(|room| {
                let derivation = trace.with_untracked(|trace| Derivation::of(asked, room, trace));
                derivation.map(Arc::new)
            })
        });
        Self {
            asked,
            derivation,
            origin: StoredValue::new_local(None),
        }
    }
}

impl Mixer {
    /// Opens a number's arithmetic. Where it was asked is remembered, unless that is inside of
    /// another number's.
    pub(crate) fn trace_number(self, asked: Reading, origin: Option<dom::Origin>) {
        #[cfg(feature = "element")]
        dom::trace_in_the_workshop(self, asked);
        if origin.is_some() {
            self.tracing.origin.set_value(origin);
        }
        self.tracing.asked.set(Some(asked));
    }

    /// Closes it, and goes back to where it was asked.
    pub(crate) fn close_arithmetic(self) {
        self.tracing.origin.with_value(|origin| {
            if let Some(origin) = origin {
                origin.take_focus();
            }
        });
        self.tracing.asked.set(None);
    }

    /// The number that was asked about last, if its arithmetic is open. It is told on with every
    /// asking, of the same number, too.
    pub(crate) fn asked(self) -> Option<Reading> {
        self.tracing.asked.get()
    }

    /// How the number asked about comes about; nothing where none is, or it has gone.
    pub(crate) fn derivation(self) -> Memo<Option<Arc<Derivation>>> {
        self.tracing.derivation
    }

    /// A number that a derivation names, as it stands.
    pub(crate) fn operand(self, operand: Operand) -> Memo<f64> {
        reactive::number(move || self.look_up(operand))
    }

    /// The same, looked up once.
    pub(crate) fn look_up(self, operand: Operand) -> f64 {
        self.room.experiment.with(|room| {
            let number = self.room.trace.with(|trace| operand.look_up(room, trace));
            number.unwrap_or_default()
        })
    }

    /// Whether the number asked about comes from this one, as the attribute says it.
    pub(crate) fn is_source(self, address: Address) -> Option<String> {
        self.nearness(|derivation| match address {
            Address::Number(slot) => derivation.origins().nearness(slot),
            Address::Control("temperature") => {
                let by_temperature = derivation.origins().by_temperature();
                by_temperature.then_some(Nearness::Own)
            }
            _ => None,
        })
    }

    /// Whether it comes from any number of a guest's vector.
    pub(crate) fn is_source_vector(self, tensor: Tensor, row: usize) -> Option<String> {
        self.nearness(|derivation| derivation.origins().nearness_of_row(tensor, row))
    }

    fn nearness(self, look: impl FnOnce(&Derivation) -> Option<Nearness>) -> Option<String> {
        if cfg!(not(feature = "whole")) {
            return None;
        }
        let nearness = self
            .tracing
            .derivation
            .with(|derivation| look(derivation.as_ref()?))?;
        Some(match nearness {
            Nearness::Own => "true".to_owned(),
            Nearness::Row => "row".to_owned(),
        })
    }
}
