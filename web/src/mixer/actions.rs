//! The named actions on the page's state.

use attention_scene::{
    Axis, Experiment, Gesture, Hearing, History, NumberRefusal, Position, Preset, Scale, Selection,
    Slot, Source, parse_number, parse_temperature, print_exact, print_percent, write_link,
};
use leptos::prelude::*;

use super::Mixer;
use crate::{dom, words};

impl Mixer {
    /// Asks about another guest's query.
    pub(crate) fn ask(self, token_index: usize) {
        self.selection
            .update(|selection| selection.focus = token_index);
        self.settle();
    }

    /// Shows every guest's lines, or the focus's alone.
    pub(crate) fn show_all_rows(self, all_rows: bool) {
        self.selection
            .update(|selection| selection.all_rows = all_rows);
    }

    /// Moves a number while its slider moves.
    pub(crate) fn move_number(self, slot: Slot, text: &str) {
        if let Ok(number) = parse_number(text, dom::decimal) {
            self.movement(Gesture::Number(slot), |experiment| {
                experiment.with_number(slot, number)
            });
        }
    }

    /// Takes a typed number, or leaves the last good one in force and says why.
    pub(crate) fn type_number(self, slot: Slot, text: &str) -> Result<f64, NumberRefusal> {
        let name = words::slot(&self.token(slot.row), slot);
        let kept = self
            .experiment
            .with_untracked(|room| room.number(slot).unwrap_or_default());
        let kept = print_exact(kept);
        self.take(
            &name,
            text,
            &kept,
            parse_number(text, dom::decimal),
            |experiment, number| experiment.with_number(slot, number),
        )
    }

    /// Moves the temperature while its slider moves.
    pub(crate) fn move_temperature(self, text: &str) {
        if let Ok(temperature) = parse_temperature(text, dom::decimal) {
            self.movement(Gesture::Temperature, |experiment| {
                experiment.with_temperature(temperature)
            });
        }
    }

    /// Takes a typed temperature, or leaves the last good one in force and says why.
    pub(crate) fn type_temperature(self, text: &str) -> Result<f64, NumberRefusal> {
        let kept = print_exact(self.experiment.with(Experiment::temperature));
        self.take(
            words::temperature(),
            text,
            &kept,
            parse_temperature(text, dom::decimal),
            Experiment::with_temperature,
        )
    }

    /// Sets the temperature.
    pub(crate) fn set_temperature(self, temperature: f64) {
        self.step(|experiment| experiment.with_temperature(temperature));
    }

    /// Scales the scores by 1/√d_k, or leaves them as they are.
    pub(crate) fn set_scale(self, scale: Scale) {
        self.step(|experiment| experiment.with_scale(scale));
    }

    /// Says who may listen to whom.
    pub(crate) fn set_hearing(self, hearing: Hearing) {
        self.step(|experiment| experiment.with_hearing(hearing));
    }

    /// Lets one guest listen to another, or not.
    pub(crate) fn set_cell(self, query_index: usize, key_index: usize, allowed: bool) {
        self.step(|experiment| experiment.with_cell(query_index, key_index, allowed));
    }

    /// Takes queries, keys and values from elsewhere.
    pub(crate) fn set_source(self, source: Source) {
        self.step(|experiment| experiment.with_source(source));
    }

    /// Lets guests know in another way where they stand.
    pub(crate) fn set_position(self, position: Position) {
        self.step(|experiment| experiment.with_position(position));
    }

    /// Makes vectors longer or shorter.
    pub(crate) fn set_dimension(self, axis: Axis, size: usize) {
        self.step(|experiment| experiment.with_dimension(axis, size));
    }

    /// Lets guests listen by so many heads.
    pub(crate) fn set_heads(self, heads: usize) {
        self.step(|experiment| experiment.with_heads(heads));
    }

    /// Looks at one head, or at all of them together.
    pub(crate) fn show_head(self, head: Option<usize>) {
        self.selection.update(|selection| selection.head = head);
        self.settle();
    }

    /// Gives a guest another name.
    pub(crate) fn rename(self, token_index: usize, name: &str) {
        self.step(|experiment| experiment.with_name(token_index, name));
    }

    /// Invites one more guest.
    pub(crate) fn add_guest(self, name: &str) {
        self.step(|experiment| experiment.with_guest(name));
    }

    /// Lets a guest leave. Whoever was in focus stays so.
    pub(crate) fn remove_guest(self, token_index: usize) {
        self.selection.update(|selection| {
            if selection.focus > token_index {
                selection.focus -= 1;
            }
        });
        self.step(|experiment| experiment.without_guest(token_index));
    }

    /// Lets a guest sit elsewhere. Whoever was in focus stays so.
    pub(crate) fn move_guest(self, from: usize, to: usize) {
        self.selection.update(|selection| {
            let focus = selection.focus;
            selection.focus = match focus {
                _ if focus == from => to,
                _ if (from..=to).contains(&focus) => focus - 1,
                _ if (to..=from).contains(&focus) => focus + 1,
                _ => focus,
            };
        });
        self.step(|experiment| experiment.with_guest_moved(from, to));
    }

    /// Puts a room that comes with the product in place of this one, as one step.
    pub(crate) fn enter(self, preset: Preset) {
        self.selection
            .update(|selection| selection.focus = preset.focus());
        self.step(|_| preset.experiment());
    }

    /// Ends a slider's movement: what it did is one step of undo.
    pub(crate) fn end_gesture(self) {
        self.history.update(History::end_gesture);
        self.settle();
    }

    /// Takes back one step.
    pub(crate) fn undo(self) {
        self.history.update(History::undo);
        self.settle();
    }

    /// Takes again the step last taken back.
    pub(crate) fn redo(self) {
        self.history.update(History::redo);
        self.settle();
    }

    /// Returns the numbers to where the page opened.
    pub(crate) fn reset(self) {
        self.history.update(History::reset);
        self.said.update(|said| said.alerts.clear());
        self.settle();
    }

    /// Puts the refusals away.
    pub(crate) fn dismiss_alerts(self) {
        self.said.update(|said| said.alerts.clear());
    }

    /// What can be done to the history: undo, redo, reset.
    pub(crate) fn can(self, what: fn(&History) -> bool) -> bool {
        self.history.with(what)
    }

    fn movement(self, gesture: Gesture, change: impl FnOnce(&Experiment) -> Experiment) {
        self.history.update(|history| {
            let next = change(history.present());
            history.movement(gesture, next);
        });
    }

    pub(super) fn step(self, change: impl FnOnce(&Experiment) -> Experiment) {
        self.history.update(|history| {
            let next = change(history.present());
            history.step(next);
        });
        self.settle();
    }

    fn take(
        self,
        name: &str,
        text: &str,
        kept: &str,
        read: Result<f64, NumberRefusal>,
        change: impl FnOnce(&Experiment, f64) -> Experiment,
    ) -> Result<f64, NumberRefusal> {
        match read {
            Ok(number) => {
                self.said.update(|said| said.alerts.clear());
                self.step(|experiment| change(experiment, number));
            }
            Err(why) => {
                let text: String = text.chars().take(20).collect();
                let sentence = words::refused(kept, name, &text, words::refusal(why));
                self.said.update(|said| said.alerts = vec![sentence]);
            }
        }
        read
    }

    /// After each step, never at every tick of a slider: says whom the guest in focus listens to
    /// now, and writes the link.
    pub(super) fn settle(self) {
        let selection: Selection = untrack(|| self.selection());
        let head = selection.head.unwrap_or_default();
        let sentence = self.trace.with_untracked(|trace| {
            let trace = trace.head(head);
            if trace.is_silent(selection.focus) {
                return Some(words::silent(&self.token(selection.focus)));
            }
            let weights = trace.weights(selection.focus).iter().enumerate();
            let (most, weight) = weights.max_by(|(_, one), (_, other)| one.total_cmp(other))?;
            let percent = print_percent(*weight);
            let [key, query] = [most, selection.focus].map(|token_index| self.token(token_index));
            Some(words::status_listens(&key, &percent, &query))
        });
        let sentence = match self.heads.get_untracked() {
            1 => sentence,
            _ => sentence.map(|sentence| words::in_head(&(head + 1).to_string(), &sentence)),
        };
        let link = self
            .experiment
            .with_untracked(|room| write_link(room, selection));
        self.said.update(|said| {
            said.status = sentence.unwrap_or_default();
            said.address = Some(link);
        });
    }
}
