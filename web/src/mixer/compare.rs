//! The pinned room, to hold the present one against.

use std::sync::Arc;

use attention_scene::{Pinned, Reading};
use leptos::prelude::*;

use super::Mixer;
use crate::reactive;

impl Mixer {
    /// Pins the room as it stands.
    pub(crate) fn pin(self) {
        let room = self.room.experiment.get_untracked();
        let pinned = Pinned::new(room, self.room.trace.get_untracked());
        self.pinned.set(Some(Arc::new(pinned)));
    }

    /// Takes the pin out.
    pub(crate) fn unpin(self) {
        self.pinned.set(None);
    }

    /// Returns to the pinned room, as one step.
    pub(crate) fn return_to_pinned(self) {
        if let Some(pinned) = self.pinned.get_untracked() {
            self.step(|_| pinned.room().clone());
        }
    }

    /// Whether a room is pinned: 1, or 0.
    pub(crate) fn is_pinned(self) -> Memo<usize> {
        reactive::count(move || usize::from(self.pinned.with(Option::is_some)))
    }

    /// Whether a room is pinned that this one can be held against, line by line: 1, or 0.
    pub(crate) fn compares(self) -> Memo<usize> {
        self.compares
    }

    /// A number of the pinned room's computation; 0 where there is none.
    pub(crate) fn pinned_number(self, reading: Reading) -> f64 {
        self.pinned.with(|pinned| {
            let look = |pinned: &Arc<Pinned>| pinned.look_up(reading);
            pinned.as_ref().and_then(look).unwrap_or_default()
        })
    }
}
