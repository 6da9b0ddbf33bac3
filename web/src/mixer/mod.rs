//! The page's state and what is looked up in it; the named actions on it are in `actions.rs`
//! and `guests.rs`.

mod actions;
mod compare;
mod guests;
#[cfg(feature = "csr")]
mod keeping;
mod panels;
mod refusals;
mod saved;
mod settling;
mod source;
mod tracing;
mod walk;
mod wishes;

use std::sync::Arc;

use attention_scene::{
    Axis, Experiment, Hearing, History, Link, Pinned, Preset, Reading, RoomTrace, Scale, Selection,
    Slot, Source, Tensor, Trace, Wishes, read_link,
};
use leptos::prelude::*;

use self::{refusals::Refusal, tracing::Tracing, walk::Walk};
use crate::{dom, reactive};

/// The state of one mixer and what is derived from it. Copies are handles to the same state.
#[derive(Clone, Copy)]
pub struct Mixer {
    history: RwSignal<History>,
    selection: RwSignal<Selection>,
    said: RwSignal<Said>,
    wishes: RwSignal<Wishes>,
    /// What in a link could not be taken: it stays until it is dismissed.
    link_problems: RwSignal<Vec<String>>,
    /// What fields refused: each stands as long as the number that it left in force.
    refusals: RwSignal<Vec<Refusal>>,
    /// Why the guest list refused a name, until one is taken or the sentence is dismissed.
    name_refusal: RwSignal<Option<String>>,
    experiment: Memo<Experiment>,
    tokens: Memo<Arc<[String]>>,
    count: Memo<usize>,
    heads: Memo<usize>,
    trace: Memo<Arc<RoomTrace>>,
    walk: Walk,
    pinned: RwSignal<Option<Arc<Pinned>>>,
    saved: RwSignal<Option<Link>>,
    tracing: Tracing,
    panel: RwSignal<Option<String>>,
    before: Memo<Option<Arc<RoomTrace>>>,
    /// The address of the whole page, where this is a part of another; empty in the page itself.
    page: StoredValue<String>,
}

/// What is said to the learner, and to the address.
#[derive(Default)]
struct Said {
    status: String,
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
                wishes: Wishes::default(),
                taken: 0,
                problems: Vec::new(),
            });
        let history = RwSignal::new(History::new(
            link.experiment,
            link.selection.outside_the_walk(),
        ));
        let experiment = Memo::new(move |_| history.with(|history| history.present().clone()));
        let selection = RwSignal::new(link.selection);
        let trace = Memo::new(move |_| Arc::new(experiment.with(Experiment::attention)));
        let said = RwSignal::default();
        Self {
            history,
            selection,
            said,
            wishes: RwSignal::new(link.wishes),
            link_problems: RwSignal::new(refusals::sentences(&link.problems)),
            refusals: RwSignal::default(),
            name_refusal: RwSignal::new(None),
            experiment,
            count: reactive::count(move || experiment.with(Experiment::token_count)),
            tokens: Memo::new(move |_| experiment.with(Experiment::shared_tokens)),
            heads: reactive::count(move || experiment.with(Experiment::heads)),
            trace,
            walk: Walk::new(selection, experiment, trace),
            pinned: RwSignal::new(None),
            saved: RwSignal::new(None),
            tracing: Tracing::new(said, experiment, trace),
            panel: RwSignal::new(None),
            before: Memo::new(move |_| {
                let trace = |room: &Experiment| Arc::new(room.attention());
                history.with(|history| history.before().map(trace))
            }),
            page: StoredValue::default(),
        }
    }

    /// One number of the computation, as it stands. Of a guest who has left, 0, until its part of
    /// the page is gone, too.
    pub(crate) fn read(self, reading: Reading) -> Memo<f64> {
        reactive::number(move || {
            self.trace
                .with(|trace| reading.look_up(trace).unwrap_or_default())
        })
    }

    /// The room as it stands.
    pub(crate) fn experiment(self) -> Memo<Experiment> {
        self.experiment
    }

    /// The whole computation.
    pub(crate) fn trace(self) -> Memo<Arc<RoomTrace>> {
        self.trace
    }

    /// The computation before the last step, where that step changed a switch and nothing else.
    pub(crate) fn before(self) -> Memo<Option<Arc<RoomTrace>>> {
        self.before
    }

    /// Looks up what the trace holds of one query in one head; of a guest who has left, or of a
    /// head that is gone, nothing.
    pub(crate) fn row<T: Default + 'static>(
        self,
        head_index: usize,
        query_index: usize,
        look: impl FnOnce(&Trace) -> T,
    ) -> T {
        self.trace.with(|trace| {
            let there = head_index < trace.head_count();
            match there.then(|| trace.head(head_index)) {
                Some(head) if query_index < head.n_queries() => look(head),
                _ => T::default(),
            }
        })
    }

    /// Whether a query may listen to a key: 1, or 0 where it may not or nobody is there.
    pub(crate) fn allowed(self, query_index: usize, key_index: usize) -> Memo<usize> {
        reactive::count(move || {
            self.row(0, query_index, |trace| {
                let allowed =
                    key_index < trace.n_keys() && trace.is_allowed(query_index, key_index);
                usize::from(allowed)
            })
        })
    }

    /// Whether a query may listen to nobody: 1, or 0.
    pub(crate) fn silent(self, query_index: usize) -> Memo<usize> {
        reactive::count(move || {
            self.row(0, query_index, |trace| {
                usize::from(trace.is_silent(query_index))
            })
        })
    }

    /// The room that this one was made from.
    pub(crate) fn preset(self) -> Preset {
        self.experiment.with(Experiment::base)
    }

    /// Who may listen to whom.
    pub(crate) fn hearing(self) -> Hearing {
        self.experiment.with(|room| room.hearing().clone())
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
        self.count
    }

    /// How many components vectors have along an axis.
    pub(crate) fn dimension(self, axis: Axis) -> Memo<usize> {
        reactive::count(move || self.experiment.with(|room| room.dimension(axis)))
    }

    /// How many columns a matrix that is edited has; 0 where it isn't in use.
    pub(crate) fn columns(self, tensor: Tensor) -> Memo<usize> {
        reactive::count(move || {
            self.experiment.with(|room| match room.uses(tensor) {
                true => room.matrix(tensor).cols(),
                false => 0,
            })
        })
    }

    /// Where queries, keys and values come from.
    pub(crate) fn source(self) -> Source {
        self.experiment.with(Experiment::source)
    }

    /// How many heads there are.
    pub(crate) fn head_count(self) -> Memo<usize> {
        self.heads
    }

    /// The head whose arithmetic is shown: the one looked at, or, of several together, the first.
    pub(crate) fn head(self) -> usize {
        self.selection().head.unwrap_or_default()
    }

    /// The heads whose lines and rows are shown.
    pub(crate) fn heads_shown(self) -> Vec<usize> {
        let selection = self.selection();
        let shown = |head_index: &usize| selection.shows_head(*head_index);
        (0..self.heads.get()).filter(shown).collect()
    }

    /// Whether there is too much in the room for a slider for every number: 1, or 0.
    pub(crate) fn is_large(self) -> Memo<usize> {
        reactive::count(move || usize::from(self.experiment.with(Experiment::is_large)))
    }

    /// Whether there are few enough guests to show the rows of all of them: 1, or 0.
    pub(crate) fn is_few(self) -> Memo<usize> {
        reactive::count(move || usize::from(self.count.get() <= Experiment::FEW_TOKENS))
    }

    /// The number at an address, as it stands.
    pub(crate) fn number(self, slot: Slot) -> Memo<f64> {
        reactive::number(move || {
            self.experiment
                .with(|room| room.number(slot).unwrap_or_default())
        })
    }

    /// A number of a guest's queries, keys, values or position, edited or not, as it stands.
    pub(crate) fn vector_number(self, tensor: Tensor, row: usize, column: usize) -> Memo<f64> {
        reactive::number(move || {
            self.trace
                .with(|trace| trace.vector_number(tensor, row, column).unwrap_or_default())
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

    /// Who is looked at: a guest who is there, also after a step back to a smaller room.
    pub(crate) fn selection(self) -> Selection {
        let count = self.count.get();
        let last = count.saturating_sub(1);
        let heads = self.heads.get();
        let selection = self.selection.get();
        Selection {
            focus: selection.focus.min(last),
            all_rows: selection.all_rows && count <= Experiment::FEW_TOKENS,
            head: selection.head.filter(|head_index| *head_index < heads),
            ..selection
        }
    }

    /// Whose query is asked about.
    pub(crate) fn focus(self) -> usize {
        self.selection().focus
    }

    /// What last changed, in a sentence.
    pub(crate) fn status(self) -> String {
        self.said.with(|said| said.status.clone())
    }
}
