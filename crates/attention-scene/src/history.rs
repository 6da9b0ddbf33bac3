//! Undo, redo and reset over immutable experiments.

use crate::{Experiment, Slot};

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

/// The experiment as it stands, how it came to stand so, and where it began.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    origin: Experiment,
    past: Vec<Experiment>,
    present: Experiment,
    future: Vec<Experiment>,
    open: Option<Gesture>,
}

impl History {
    /// Begins here: what [`reset`](Self::reset) returns to.
    #[must_use]
    pub fn new(origin: Experiment) -> Self {
        Self {
            present: origin.clone(),
            origin,
            past: Vec::new(),
            future: Vec::new(),
            open: None,
        }
    }

    /// The experiment as it stands.
    #[must_use]
    pub fn present(&self) -> &Experiment {
        &self.present
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

    /// Whether the experiment differs from where it began.
    #[must_use]
    pub fn can_reset(&self) -> bool {
        self.present != self.origin
    }

    /// Takes one whole step. A step that changes nothing is none.
    pub fn step(&mut self, next: Experiment) {
        self.end_gesture();
        self.push(next);
    }

    /// Takes a part of a movement: the first part begins a step, the rest continue it until
    /// [`end_gesture`](Self::end_gesture), another gesture or another step.
    pub fn movement(&mut self, gesture: Gesture, next: Experiment) {
        if self.open == Some(gesture) {
            self.present = next;
        } else if self.push(next) {
            self.open = Some(gesture);
        }
    }

    /// Ends the movement under way, if one is.
    pub fn end_gesture(&mut self) {
        // A movement that came back to where it began is no step.
        if self.open.take().is_some() && self.past.last() == Some(&self.present) {
            self.past.pop();
        }
    }

    /// Takes back one step.
    pub fn undo(&mut self) {
        self.end_gesture();
        if let Some(before) = self.past.pop() {
            self.future
                .push(std::mem::replace(&mut self.present, before));
        }
    }

    /// Takes again the step last taken back.
    pub fn redo(&mut self) {
        self.end_gesture();
        if let Some(after) = self.future.pop() {
            self.past.push(std::mem::replace(&mut self.present, after));
        }
    }

    /// Returns to where it began, as one step that can itself be taken back.
    pub fn reset(&mut self) {
        self.step(self.origin.clone());
    }

    fn push(&mut self, next: Experiment) -> bool {
        let changed = next != self.present;
        if changed {
            self.past.push(std::mem::replace(&mut self.present, next));
            self.future.clear();
        }
        changed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Preset, Tensor};

    const SLOT: Slot = Slot {
        tensor: Tensor::Queries,
        row: 2,
        column: 0,
    };

    fn history() -> History {
        History::new(Preset::Walkthrough.experiment())
    }

    fn number(history: &History) -> Option<f64> {
        history.present().number(SLOT)
    }

    fn drag(history: &mut History, numbers: &[f64]) {
        for &number in numbers {
            let next = history.present().with_number(SLOT, number);
            history.movement(Gesture::Number(SLOT), next);
        }
        history.end_gesture();
    }

    #[test]
    fn a_drag_is_one_step_of_undo() {
        let mut history = history();
        drag(&mut history, &[1.9, 1.8, 1.7]);
        drag(&mut history, &[1.6, 0.0]);
        assert_eq!(number(&history), Some(0.0));
        history.undo();
        assert_eq!(number(&history), Some(1.7));
        history.undo();
        assert_eq!(number(&history), Some(2.0));
        assert!(!history.can_undo());
        history.redo();
        history.redo();
        assert_eq!(number(&history), Some(0.0));
        assert!(!history.can_redo());
    }

    #[test]
    fn a_drag_of_a_whole_vector_is_one_step_of_undo() {
        let mut history = history();
        for vector in [[1.9, 2.9], [1.5, 2.0], [-1.0, 0.5]] {
            let next = history.present().with_vector(SLOT, vector);
            history.movement(Gesture::Vector(SLOT), next);
        }
        history.end_gesture();
        assert_eq!(
            history.present().matrix(Tensor::Queries).row(2),
            [-1.0, 0.5]
        );
        history.undo();
        assert_eq!(history.present(), &Preset::Walkthrough.experiment());
        assert!(!history.can_undo());
    }

    #[test]
    fn a_drag_that_returns_is_no_step() {
        let mut history = history();
        drag(&mut history, &[1.9, 2.0]);
        assert!(!history.can_undo());
    }

    #[test]
    fn a_reset_is_exact_and_can_be_taken_back() {
        let mut history = history();
        drag(&mut history, &[-3.0]);
        history.reset();
        assert_eq!(history.present(), &Preset::Walkthrough.experiment());
        assert!(!history.can_reset());
        history.undo();
        assert_eq!(number(&history), Some(-3.0));
    }

    #[test]
    fn a_new_step_forgets_what_was_taken_back() {
        let mut history = history();
        drag(&mut history, &[-3.0]);
        history.undo();
        history.step(history.present().with_temperature(2.0));
        assert!(!history.can_redo());
    }
}
