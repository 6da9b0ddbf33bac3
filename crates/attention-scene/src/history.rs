//! Undo, redo and reset over immutable experiments.

mod along;

use crate::{Experiment, Selection, Slot};

/// What one uninterrupted movement moves: all its events together are one step of undo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// A number's slider.
    Number(Slot),
    /// The tip of a guest's arrow: a vector from this number on.
    Vector(Slot),
    /// The temperature's slider.
    Temperature,
}

/// A room as it was kept; and what was looked at in it, where the step that left it says what is
/// looked at from then on.
#[derive(Clone, Debug, PartialEq)]
struct Kept {
    room: Experiment,
    selection: Option<Selection>,
}

/// A movement under way, and what could be taken again before it began.
#[derive(Clone, Debug, PartialEq)]
struct Open {
    gesture: Gesture,
    future: Vec<Kept>,
}

/// The experiment as it stands, how it came to stand so, and where it began.
///
/// What is looked at is not a step by itself. A step after which seats may be other guests' (another
/// room, a reset, a guest who leaves) keeps where it was, and [`undo`](Self::undo) brings it back,
/// wherever the eye has been since; any other step leaves the eye where it is.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    origin: Experiment,
    looked_at: Selection,
    past: Vec<Kept>,
    present: Experiment,
    future: Vec<Kept>,
    open: Option<Open>,
    /// Whether the last step is no longer to be compared with what was before it.
    is_forgotten: bool,
}

impl History {
    /// Begins here: what [`reset`](Self::reset) returns to.
    #[must_use]
    pub fn new(origin: Experiment, looked_at: Selection) -> Self {
        Self {
            present: origin.clone(),
            origin,
            looked_at,
            past: Vec::new(),
            future: Vec::new(),
            open: None,
            is_forgotten: false,
        }
    }

    /// The experiment as it stands.
    #[must_use]
    pub fn present(&self) -> &Experiment {
        &self.present
    }

    /// Where it began: what [`reset`](Self::reset) returns to.
    #[must_use]
    pub fn origin(&self) -> &Experiment {
        &self.origin
    }

    /// Whether there is a step to take back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether a step taken back can be taken again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Whether the experiment, or what is looked at in it, differs from where it began.
    #[must_use]
    pub fn can_reset(&self, looked_at: Selection) -> bool {
        self.present != self.origin || looked_at != self.looked_at
    }

    /// The experiment before the last whole step, where that step changed a switch and nothing else:
    /// how scores are scaled, the temperature, or who may listen to whom; until that is
    /// [forgotten](Self::forget_before).
    #[must_use]
    pub fn before(&self) -> Option<&Experiment> {
        let before = &self.past.last()?.room;
        let stands = self.open.is_none() && !self.is_forgotten;
        (stands && before.differs_in_switches(&self.present)).then_some(before)
    }

    /// Compares the last step with what was before it no more.
    pub fn forget_before(&mut self) {
        self.is_forgotten = true;
    }

    /// Takes one whole step. A step that changes nothing is none.
    pub fn step(&mut self, next: Experiment) {
        self.end_gesture();
        self.push(next, None);
    }

    /// Takes one whole step that says what is looked at, too: from what was, to what will be. Both
    /// may be one seat, in which another guest sits afterwards, or the same.
    pub fn step_looking(&mut self, next: Experiment, from: Selection, to: Selection) {
        self.end_gesture();
        if from != to || next != self.present {
            self.push(next, Some(from));
        }
    }

    /// Takes a part of a movement: the first part begins a step, the rest continue it until
    /// [`end_gesture`](Self::end_gesture), another gesture or another step.
    pub fn movement(&mut self, gesture: Gesture, next: Experiment) {
        if self
            .open
            .as_ref()
            .is_some_and(|open| open.gesture == gesture)
        {
            self.present = next;
            return;
        }
        self.end_gesture();
        let future = self.future.clone();
        if self.push(next, None) {
            self.open = Some(Open { gesture, future });
        }
    }

    /// Ends the movement under way, if one is. One that came back to where it began is no step: it
    /// takes nothing from what could be taken again before it.
    pub fn end_gesture(&mut self) {
        if let Some(open) = self.open.take()
            && self
                .past
                .last()
                .is_some_and(|kept| kept.room == self.present)
        {
            self.past.pop();
            self.future = open.future;
        }
    }

    /// Takes back one step. From what is looked at now, to what was before the step, where the step
    /// kept that.
    pub fn undo(&mut self, looked_at: Selection) -> Option<Selection> {
        self.end_gesture();
        let before = self.past.pop()?;
        self.is_forgotten = false;
        let selection = before.selection;
        let after = self.swap(before, looked_at);
        self.future.push(after);
        selection
    }

    /// Takes again the step last taken back; looks as [`undo`](Self::undo) does.
    pub fn redo(&mut self, looked_at: Selection) -> Option<Selection> {
        self.end_gesture();
        let after = self.future.pop()?;
        self.is_forgotten = false;
        let selection = after.selection;
        let before = self.swap(after, looked_at);
        self.past.push(before);
        selection
    }

    /// Returns to where it began, as one step that can itself be taken back, and to what was looked
    /// at there.
    pub fn reset(&mut self, looked_at: Selection) -> Selection {
        self.step_looking(self.origin.clone(), looked_at, self.looked_at);
        self.looked_at
    }

    /// Goes on from another room, as one step that can be taken back: what
    /// [`reset`](Self::reset) returns to from now on.
    pub fn begin_anew(&mut self, origin: Experiment, from: Selection, to: Selection) {
        self.step_looking(origin.clone(), from, to);
        self.origin = origin;
        self.looked_at = to;
    }

    fn swap(&mut self, kept: Kept, looked_at: Selection) -> Kept {
        Kept {
            room: std::mem::replace(&mut self.present, kept.room),
            selection: kept.selection.map(|_| looked_at),
        }
    }

    fn push(&mut self, next: Experiment, selection: Option<Selection>) -> bool {
        let changed = next != self.present || selection.is_some();
        if changed {
            let room = std::mem::replace(&mut self.present, next);
            self.past.push(Kept { room, selection });
            self.future.clear();
            self.is_forgotten = false;
        }
        changed
    }
}

#[cfg(test)]
mod tests;
