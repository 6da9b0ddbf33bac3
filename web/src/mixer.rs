//! The page's state, and the named actions on it.

use std::sync::Arc;

use attention_scene::{
    Experiment, Gesture, History, Link, NumberRefusal, Preset, Scale, Selection, Slot, Trace,
    parse_number, parse_temperature, print_exact, print_percent, read_link, write_link,
};
use leptos::prelude::*;

use crate::words;

/// The state of one mixer and what is derived from it. Copies are handles to the same state.
#[derive(Clone, Copy)]
pub struct Mixer {
    history: RwSignal<History>,
    selection: RwSignal<Selection>,
    status: RwSignal<String>,
    address: RwSignal<Option<String>>,
    alerts: RwSignal<Vec<String>>,
    experiment: Memo<Experiment>,
    trace: Memo<Arc<Trace>>,
}

impl Mixer {
    /// Opens on what a link's fragment describes, or on the walkthrough.
    #[must_use]
    pub fn open(fragment: Option<&str>) -> Self {
        let link = fragment.and_then(read_link).unwrap_or_else(|| Link {
            experiment: Preset::Walkthrough.experiment(),
            selection: Selection::of(Preset::Walkthrough.focus()),
            problems: Vec::new(),
        });
        let history = RwSignal::new(History::new(link.experiment));
        let experiment = Memo::new(move |_| history.with(|history| history.present().clone()));
        Self {
            history,
            selection: RwSignal::new(link.selection),
            status: RwSignal::new(String::new()),
            address: RwSignal::new(None),
            alerts: RwSignal::new(link.problems.iter().map(words::link_problem).collect()),
            experiment,
            trace: Memo::new(move |_| Arc::new(experiment.with(Experiment::trace))),
        }
    }

    /// The room as it stands.
    pub(crate) fn experiment(self) -> Memo<Experiment> {
        self.experiment
    }

    /// The computation as it stands.
    pub(crate) fn trace(self) -> Memo<Arc<Trace>> {
        self.trace
    }

    /// Looks one number up in the trace.
    pub(crate) fn look_up<T: 'static>(self, look: impl FnOnce(&Trace) -> T) -> T {
        self.trace.with(|trace| look(trace))
    }

    /// A token's name, as it stands.
    pub(crate) fn token(self, token_index: usize) -> String {
        self.experiment.with(|experiment| {
            let name = experiment.tokens().get(token_index);
            name.cloned().unwrap_or_default()
        })
    }

    /// The number at an address, as it stands.
    pub(crate) fn number(self, slot: Slot) -> f64 {
        self.experiment
            .with(|experiment| experiment.number(slot).unwrap_or_default())
    }

    /// Who is looked at.
    pub(crate) fn selection(self) -> Selection {
        self.selection.get()
    }

    /// What last changed, in a sentence.
    pub(crate) fn status(self) -> String {
        self.status.get()
    }

    /// The link to the state as it was settled last; none before the first step.
    pub(crate) fn address(self) -> Option<String> {
        self.address.get()
    }

    /// What was refused and not yet dismissed, a sentence each.
    pub(crate) fn alerts(self) -> Vec<String> {
        self.alerts.get()
    }

    /// Asks about another guest's query.
    pub(crate) fn focus(self, token_index: usize) {
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
        if let Ok(number) = parse_number(text) {
            self.movement(Gesture::Number(slot), |experiment| {
                experiment.with_number(slot, number)
            });
        }
    }

    /// Takes a typed number, or leaves the last good one in force and says why.
    pub(crate) fn type_number(self, slot: Slot, text: &str) -> Result<f64, NumberRefusal> {
        let name = words::slot(&self.token(slot.token_index), slot);
        let kept = print_exact(self.number(slot));
        self.take(
            &name,
            text,
            &kept,
            parse_number(text),
            |experiment, number| experiment.with_number(slot, number),
        )
    }

    /// Moves the temperature while its slider moves.
    pub(crate) fn move_temperature(self, text: &str) {
        if let Ok(temperature) = parse_temperature(text) {
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
            parse_temperature(text),
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
        self.alerts.update(Vec::clear);
        self.settle();
    }

    /// Puts the refusals away.
    pub(crate) fn dismiss_alerts(self) {
        self.alerts.update(Vec::clear);
    }

    /// What can be done to the history: undo, redo, reset.
    pub(crate) fn can(self, what: fn(&History) -> bool) -> Memo<bool> {
        Memo::new(move |_| self.history.with(what))
    }

    fn movement(self, gesture: Gesture, change: impl FnOnce(&Experiment) -> Experiment) {
        self.history.update(|history| {
            let next = change(history.present());
            history.movement(gesture, next);
        });
    }

    fn step(self, change: impl FnOnce(&Experiment) -> Experiment) {
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
                self.alerts.update(Vec::clear);
                self.step(|experiment| change(experiment, number));
            }
            Err(why) => {
                let text: String = text.chars().take(20).collect();
                let sentence = words::refused(kept, name, words::refusal(why), &text);
                self.alerts.set(vec![sentence]);
            }
        }
        read
    }

    /// After each step, never at every tick of a slider: says whom the guest in focus listens to
    /// now, and writes the link.
    fn settle(self) {
        let selection = self.selection.get_untracked();
        let sentence = self.trace.with_untracked(|trace| {
            let weights = trace.weights(selection.focus).iter().enumerate();
            let (most, weight) = weights.max_by(|(_, one), (_, other)| one.total_cmp(other))?;
            let percent = print_percent(*weight);
            let [key, query] = [most, selection.focus].map(|token_index| self.token(token_index));
            Some(words::status_listens(&key, &percent, &query))
        });
        self.status.set(sentence.unwrap_or_default());
        let link = self
            .experiment
            .with_untracked(|room| write_link(room, selection));
        self.address.set(Some(link));
    }
}
