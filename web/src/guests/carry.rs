//! Carrying a guest to another seat by a pointer.

use attention_scene::PagePart;
use leptos::{ev::PointerEvent, prelude::*};

use crate::{Mixer, dom};

/// Who is being carried, and to which seat. The list stands still meanwhile, and a line shows where
/// the guest would sit, so that letting go is one step.
#[derive(Clone, Copy)]
pub(super) struct Carry(RwSignal<Option<(usize, usize)>>);

impl Carry {
    pub(super) fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// Takes a guest by its grip.
    pub(super) fn begin(self, event: &PointerEvent, token_index: usize) {
        if event.button() == 0 {
            dom::hold_pointer(event);
            self.0.set(Some((token_index, token_index)));
        }
    }

    /// Carries the guest to where the pointer is.
    pub(super) fn go_on(self, event: &PointerEvent) {
        if let Some((from, to)) = self.0.get_untracked() {
            let over = dom::seat_under(event, from);
            if over != to {
                self.0.set(Some((from, over)));
            }
        }
    }

    /// Lets the guest sit where it has been carried.
    pub(super) fn end(self, mixer: Mixer) {
        if let Some((from, to)) = self.0.get_untracked() {
            self.0.set(None);
            // A grip is no control of the browser's, which a lock would hold by itself.
            if from != to && !untrack(|| mixer.locks(PagePart::Guests)) {
                mixer.move_guest(from, to);
            }
        }
    }

    /// Leaves the guest where it was.
    pub(super) fn give_up(self) {
        if self.0.get_untracked().is_some() {
            self.0.set(None);
        }
    }

    /// What a guest's row has to do with it, as a class.
    pub(super) fn part_of(self, token_index: usize) -> &'static str {
        match self.0.get() {
            Some((from, _)) if from == token_index => "guest-row carried",
            Some((from, to)) if to == token_index && to > from => "guest-row lands-after",
            Some((_, to)) if to == token_index => "guest-row lands-before",
            _ => "guest-row",
        }
    }
}
