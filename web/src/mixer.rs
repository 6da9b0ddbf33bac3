//! The page's state, and the named actions on it.

use std::sync::Arc;

use attention_scene::{
    Experiment, Gesture, History, Link, NumberRefusal, Preset, Reading, Scale, Selection, Slot,
    Trace, Vector, parse_number, parse_temperature, print_exact, print_percent, read_link,
    write_link,
};
use leptos::prelude::*;

use crate::{dom, reactive, words};

/// The state of one mixer and what is derived from it. Copies are handles to the same state.
#[derive(Clone, Copy)]
pub struct Mixer {
    history: RwSignal<History>,
    selection: RwSignal<Selection>,
    said: RwSignal<Said>,
    experiment: Memo<Experiment>,
    tokens: Memo<Arc<[String]>>,
    trace: Memo<Arc<Trace>>,
}

/// What is said to the learner, and to the address.
#[derive(Default)]
struct Said {
    status: String,
    alerts: Vec<String>,
    address: Option<String>,
}

impl Mixer {
    /// Opens on what a link's fragment describes, or on the walkthrough.
    #[must_use]
    pub fn open(fragment: Option<&str>) -> Self {
        let link = fragment
            .and_then(|fragment| read_link(fragment, dom::decimal))
            .unwrap_or_else(|| Link {
                experiment: Preset::Walkthrough.experiment(),
                selection: Selection::of(Preset::Walkthrough.focus()),
                problems: Vec::new(),
            });
        let history = RwSignal::new(History::new(link.experiment));
        let experiment = Memo::new(move |_| history.with(|history| history.present().clone()));
        Self {
            history,
            selection: RwSignal::new(link.selection),
            said: RwSignal::new(Said {
                alerts: link.problems.iter().map(words::link_problem).collect(),
                ..Said::default()
            }),
            experiment,
            tokens: Memo::new(move |_| experiment.with(Experiment::shared_tokens)),
            trace: Memo::new(move |_| Arc::new(experiment.with(Experiment::trace))),
        }
    }

    /// One number of the computation, as it stands.
    pub(crate) fn read(self, reading: Reading) -> Memo<f64> {
        reactive::number(move || self.look_up(|trace| reading.look_up(trace)))
    }

    /// The room as it stands.
    pub(crate) fn experiment(self) -> Memo<Experiment> {
        self.experiment
    }

    /// Looks one number up in the trace.
    pub(crate) fn look_up<T: 'static>(self, look: impl FnOnce(&Trace) -> T) -> T {
        self.trace.with(|trace| look(trace))
    }

    /// A token's name, as it stands.
    pub(crate) fn token(self, token_index: usize) -> String {
        self.tokens
            .with(|tokens| tokens.get(token_index).cloned().unwrap_or_default())
    }

    /// The tokens' names.
    pub(crate) fn tokens(self) -> Memo<Arc<[String]>> {
        self.tokens
    }

    /// How many tokens there are.
    pub(crate) fn token_count(self) -> Memo<usize> {
        reactive::count(move || self.experiment.with(Experiment::token_count))
    }

    /// How many components the vectors of a kind have.
    pub(crate) fn dimension(self, vector: Vector) -> Memo<usize> {
        reactive::count(move || self.experiment.with(|room| room.dimension(vector)))
    }

    /// The number at an address, as it stands.
    pub(crate) fn number(self, slot: Slot) -> Memo<f64> {
        reactive::number(move || {
            self.experiment
                .with(|room| room.number(slot).unwrap_or_default())
        })
    }

    /// How scores are scaled.
    pub(crate) fn scale(self) -> Scale {
        self.experiment.with(Experiment::scale)
    }

    /// The temperature, as it stands.
    pub(crate) fn temperature(self) -> Memo<f64> {
        reactive::number(move || self.experiment.with(Experiment::temperature))
    }

    /// Who is looked at.
    pub(crate) fn selection(self) -> Selection {
        self.selection.get()
    }

    /// Whose query is asked about.
    pub(crate) fn focus(self) -> usize {
        self.selection.with(|selection| selection.focus)
    }

    /// What last changed, in a sentence.
    pub(crate) fn status(self) -> String {
        self.said.with(|said| said.status.clone())
    }

    #[cfg(feature = "csr")]
    /// The link to the state as it was settled last; none before the first step.
    pub(crate) fn address(self) -> Option<String> {
        self.said.with(|said| said.address.clone())
    }

    /// What was refused and not yet dismissed, a sentence each.
    pub(crate) fn alerts(self) -> Vec<String> {
        self.said.with(|said| said.alerts.clone())
    }

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
        let name = words::slot(&self.token(slot.token_index), slot);
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
    fn settle(self) {
        let selection = self.selection.get_untracked();
        let sentence = self.trace.with_untracked(|trace| {
            let weights = trace.weights(selection.focus).iter().enumerate();
            let (most, weight) = weights.max_by(|(_, one), (_, other)| one.total_cmp(other))?;
            let percent = print_percent(*weight);
            let [key, query] = [most, selection.focus].map(|token_index| self.token(token_index));
            Some(words::status_listens(&key, &percent, &query))
        });
        let link = self
            .experiment
            .with_untracked(|room| write_link(room, selection));
        self.said.update(|said| {
            said.status = sentence.unwrap_or_default();
            said.address = Some(link);
        });
    }
}
