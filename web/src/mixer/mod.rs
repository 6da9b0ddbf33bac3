//! The page's state and what is looked up in it; the named actions on it are in `actions.rs`
//! and `guests.rs`.

mod actions;
mod compare;
mod followers;
mod guests;
#[cfg(feature = "csr")]
mod keeping;
mod live;
mod numbers;
mod panels;
mod refusals;
mod room;
mod saved;
mod settling;
#[cfg(feature = "whole")]
mod sleep;
mod source;
mod tracing;
mod walk;
mod wishes;

use std::sync::Arc;

use attention_scene::{
    Axis, Experiment, Hearing, History, Link, Pinned, Preset, RoomTrace, Scale, Selection, Source,
    Tensor, Wishes, read_link,
};
use leptos::prelude::*;

#[cfg(feature = "csr")]
pub(crate) use self::keeping::is_work;
pub(crate) use self::live::Live;
use self::{live::Which, room::Room, tracing::Tracing, walk::Walk};
use crate::{dom, reactive, refusals::Refusals};

/// The state of one mixer and what is derived from it. Copies are handles to the same state.
#[derive(Clone, Copy)]
pub struct Mixer {
    room: Room,
    selection: RwSignal<Selection>,
    said: RwSignal<Said>,
    wishes: RwSignal<Wishes>,
    /// What in a link could not be taken: it stays until it is dismissed.
    link_problems: RwSignal<Vec<String>>,
    /// What fields refused: each stands as long as the number that it left in force.
    refusals: RwSignal<Refusals>,
    /// Why the guest list refused a name, until one is taken or the sentence is dismissed.
    name_refusal: RwSignal<Option<String>>,
    tokens: Memo<Arc<[String]>>,
    count: Memo<usize>,
    heads: Memo<usize>,
    walk: Walk,
    pinned: RwSignal<Option<Arc<Pinned>>>,
    compares: Memo<usize>,
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
        let room = Room::new(History::new(
            link.experiment,
            link.selection.outside_the_walk(),
        ));
        let selection = RwSignal::new(link.selection);
        let said = RwSignal::default();
        let pinned = RwSignal::new(None::<Arc<Pinned>>);
        Self {
            room,
            selection,
            said,
            wishes: RwSignal::new(link.wishes),
            link_problems: RwSignal::new(refusals::sentences(&link.problems)),
            refusals: RwSignal::default(),
            name_refusal: RwSignal::new(None),
            count: reactive::count(move || room.shape(Experiment::token_count)),
            tokens: Memo::new(move |_| room.shape(Experiment::shared_tokens)),
            heads: reactive::count(move || room.shape(Experiment::heads)),
            walk: Walk::new(selection, room),
            pinned,
            compares: reactive::count(move || {
                let pinned = pinned.get();
                usize::from(
                    pinned.is_some_and(|pinned| room.shape(|room| pinned.is_comparable(room))),
                )
            }),
            saved: RwSignal::new(None),
            tracing: Tracing::new(said, room),
            panel: RwSignal::new(None),
            before: Memo::new(move |_| {
                let trace = |room: &Experiment| Arc::new(room.attention());
                room.history.with(|history| history.before().map(trace))
            }),
            page: StoredValue::default(),
        }
    }

    /// The same mixer, for a part of the page that sleeps and wakes by itself.
    pub(crate) fn for_a_part(self) -> Self {
        let room = self.room.for_a_part();
        Self { room, ..self }
    }

    /// The room as it stands.
    pub(crate) fn experiment(self) -> Memo<Experiment> {
        self.room.experiment
    }

    /// The whole computation.
    pub(crate) fn trace(self) -> Memo<Arc<RoomTrace>> {
        self.room.trace
    }

    /// The computation before the last step, where that step changed a switch and nothing else.
    pub(crate) fn before(self) -> Memo<Option<Arc<RoomTrace>>> {
        self.before
    }

    /// The room that this one was made from.
    pub(crate) fn preset(self) -> Preset {
        self.room.shape(Experiment::base)
    }

    /// Who may listen to whom.
    pub(crate) fn hearing(self) -> Hearing {
        self.room.shape(|room| room.hearing().clone())
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
        reactive::count(move || self.size(axis))
    }

    /// The same, looked up once.
    pub(crate) fn size(self, axis: Axis) -> usize {
        self.room.shape(|room| room.dimension(axis))
    }

    /// How many columns a matrix that is edited has; 0 where it isn't in use.
    pub(crate) fn columns(self, tensor: Tensor) -> Memo<usize> {
        reactive::count(move || {
            self.room.shape(|room| match room.uses(tensor) {
                true => room.matrix(tensor).cols(),
                false => 0,
            })
        })
    }

    /// Where queries, keys and values come from.
    pub(crate) fn source(self) -> Source {
        self.room.shape(Experiment::source)
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
        reactive::count(move || usize::from(self.room.shape(Experiment::is_large)))
    }

    /// Whether there are few enough guests to show the rows of all of them: 1, or 0.
    pub(crate) fn is_few(self) -> Memo<usize> {
        reactive::count(move || usize::from(self.count.get() <= Experiment::FEW_TOKENS))
    }

    /// How scores are scaled.
    pub(crate) fn scale(self) -> Scale {
        self.room.shape(Experiment::scale)
    }

    /// The temperature, as it stands.
    pub(crate) fn temperature(self) -> Live {
        Live::new(self.room, Which::Temperature)
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
