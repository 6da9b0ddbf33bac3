//! The named actions on the page's state.

use attention_scene::{
    Axis, Experiment, Gesture, Hearing, History, NumberRefusal, PagePart, Pair, Position, Preset,
    Scale, Selection, Slot, Source, parse_number, parse_temperature,
};
use leptos::prelude::*;

use super::Mixer;
use crate::{address::Address, dom, words};

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

    /// Moves two neighbouring numbers at once while an arrow's tip moves.
    pub(crate) fn move_vector(self, first: Slot, vector: Pair) {
        // A tip is no control of the browser's, which a lock would hold by itself.
        if untrack(|| self.locks(PagePart::of(first.tensor)) || self.locks(PagePart::Arrows)) {
            return;
        }
        self.movement(Gesture::Vector(first), |experiment| {
            experiment.with_vector(first, vector)
        });
    }

    /// Takes a typed number, or leaves the last good one in force and says why.
    pub(crate) fn type_number(self, slot: Slot, text: &str) -> Result<f64, NumberRefusal> {
        let name = words::slot(&self.token(slot.row), slot);
        self.take(
            Address::Number(slot),
            &name,
            text,
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
        self.take(
            Address::Control("temperature"),
            words::temperature(),
            text,
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
        if untrack(|| self.locks(PagePart::Mask)) {
            return;
        }
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

    /// Puts a room that comes with the product in place of this one, as one step.
    pub(crate) fn enter(self, preset: Preset) {
        let selection = Selection {
            focus: preset.focus(),
            head: None,
            ..untrack(|| self.selection())
        };
        self.step_looking(selection, |_| preset.experiment());
    }

    /// Puts any room in place of this one, as one step.
    pub(crate) fn enter_room(self, room: Experiment, focus: usize) {
        let selection = Selection {
            focus,
            ..untrack(|| self.selection())
        };
        self.step_looking(selection, |_| room);
    }

    /// Ends a slider's movement: what it did is one step of undo.
    pub(crate) fn end_gesture(self) {
        self.room.change(History::end_gesture);
        self.settle();
    }

    /// Takes back one step.
    pub(crate) fn undo(self) {
        self.travel(History::undo);
    }

    /// Takes again the step last taken back.
    pub(crate) fn redo(self) {
        self.travel(History::redo);
    }

    /// Returns to where the page, or the link that came last, began.
    pub(crate) fn reset(self) {
        self.travel(|history, looked_at| Some(history.reset(looked_at)));
    }

    /// Whether there is a step to take back.
    pub(crate) fn can_undo(self) -> bool {
        self.room.history.with(History::can_undo)
    }

    /// Whether there is a step to take again.
    pub(crate) fn can_redo(self) -> bool {
        self.room.history.with(History::can_redo)
    }

    /// Whether anything differs from where the page began.
    pub(crate) fn can_reset(self) -> bool {
        let looked_at = self.looked_at();
        self.room
            .history
            .with(|history| history.can_reset(looked_at))
    }

    /// Goes along the history, and looks at what was looked at there.
    fn travel(self, go: impl FnOnce(&mut History, Selection) -> Option<Selection>) {
        let looked_at = untrack(|| self.looked_at());
        let found = self.room.change(|history| go(history, looked_at));
        if let Some(selection) = found.flatten() {
            self.look(selection);
        }
        self.settle();
    }

    /// Compares the last step with what was before it no more.
    pub(crate) fn forget_before(self) {
        self.room.change(History::forget_before);
    }

    fn movement(self, gesture: Gesture, change: impl FnOnce(&Experiment) -> Experiment) {
        self.room.change(|history| {
            let next = change(history.present());
            history.movement(gesture, next);
        });
        #[cfg(feature = "whole")]
        self.moves();
        self.drop_stale_refusals();
    }

    pub(super) fn step(self, change: impl FnOnce(&Experiment) -> Experiment) {
        self.room.change(|history| {
            let next = change(history.present());
            history.step(next);
        });
        self.settle();
    }

    /// Takes a step after which something else is looked at.
    pub(super) fn step_looking(
        self,
        to: Selection,
        change: impl FnOnce(&Experiment) -> Experiment,
    ) {
        let from = untrack(|| self.looked_at());
        let to = to.outside_the_walk();
        self.room.change(|history| {
            let next = change(history.present());
            history.step_looking(next, from, to);
        });
        self.look(to);
        self.settle();
    }

    /// What is looked at, as the history keeps it: the walk goes on whatever is taken back.
    fn looked_at(self) -> Selection {
        self.selection().outside_the_walk()
    }

    /// Looks elsewhere, at the same step of the walk.
    fn look(self, to: Selection) {
        self.selection.update(|selection| {
            *selection = Selection {
                step: selection.step,
                ..to
            };
        });
    }

    fn take(
        self,
        address: Address,
        name: &str,
        text: &str,
        read: Result<f64, NumberRefusal>,
        change: impl FnOnce(&Experiment, f64) -> Experiment,
    ) -> Result<f64, NumberRefusal> {
        self.withdraw(address);
        match read {
            Ok(number) => self.step(|experiment| change(experiment, number)),
            Err(why) => self.refuse(address, name, text, why),
        }
        read
    }
}
