//! The room on stage, and who is told what of it has changed.
//!
//! A page of twelve guests shows thousands of numbers, of which a slider's movement changes a few. What shows one
//! depends on its row of the room, not on the room: a movement then tells those whom it concerns, and no others; and
//! of those, not the ones in a part of the page that sleeps, for it is out of sight. They are told when it wakes.

use std::sync::Arc;

use attention_scene::{Change, Experiment, History, RoomTrace, Tensor};
use leptos::prelude::*;

use super::followers::{Followers, Paint, Told};

/// A part of the room that changes as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aspect {
    /// Everything but numbers: who is there, how much of everything, every switch.
    Shape,
    /// A row of a matrix, edited or worked out.
    Vector(Tensor, usize),
    /// A query's scores and weights, in all heads.
    Weights(usize),
    /// What a query's guest becomes, and what that comes from.
    Output(usize),
    /// Anything at all.
    Whole,
}

impl Aspect {
    pub(super) fn is_touched(self, change: &Change<'_>) -> bool {
        match self {
            Self::Shape => change.touches_shape(),
            Self::Vector(tensor, row) => change.touches_vector(tensor, row),
            Self::Weights(query_index) => change.touches_weights(query_index),
            Self::Output(query_index) => change.touches_output(query_index),
            Self::Whole => true,
        }
    }
}

/// The room as it stands and as it came to stand so, what its attention comes to, and whom to tell.
#[derive(Clone, Copy)]
pub(super) struct Room {
    pub(super) history: RwSignal<History>,
    pub(super) experiment: Memo<Experiment>,
    pub(super) trace: Memo<Arc<RoomTrace>>,
    /// Those who have asked from where this handle is used.
    followers: StoredValue<Followers, LocalStorage>,
    /// Those of every part of the page.
    parts: StoredValue<Vec<StoredValue<Followers, LocalStorage>>>,
}

impl Room {
    pub(super) fn new(history: History) -> Self {
        let history = RwSignal::new(history);
        let experiment = Memo::new(move |_| history.with(|history| history.present().clone()));
        let followers = StoredValue::default();
        Self {
            history,
            experiment,
            trace: Memo::new(move |earlier: Option<&Arc<RoomTrace>>| {
                let earlier = earlier.map(AsRef::as_ref);
                Arc::new(experiment.with(|room| room.attention_after(earlier)))
            }),
            followers,
            parts: StoredValue::new(vec![followers]),
        }
    }

    /// The same room, for a part of the page that sleeps and wakes by itself.
    pub(super) fn for_a_part(self) -> Self {
        let followers = StoredValue::default();
        self.parts.update_value(|parts| {
            parts.retain(|part| !part.is_disposed());
            parts.push(followers);
        });
        Self { followers, ..self }
    }

    /// Tells those of this handle's part of nothing, until it wakes.
    #[cfg(feature = "whole")]
    pub(super) fn sleeps(self) {
        self.followers.try_update_value(Followers::sleep);
    }

    /// Tells those of this handle's part what has changed while it slept.
    #[cfg(feature = "whole")]
    pub(super) fn wakes(self) {
        tell(self.followers.try_update_value(Followers::wake));
    }

    /// The one way in which the history changes: tells whom it concerns.
    pub(super) fn change<T>(self, act: impl FnOnce(&mut History) -> T) -> Option<T> {
        let (mut act, mut done) = (Some(act), None);
        self.change_by(&mut |history| done = act.take().map(|act| act(history)));
        done
    }

    /// The same, compiled once.
    fn change_by(self, act: &mut dyn FnMut(&mut History)) {
        let before = self.now();
        self.history.update(act);
        self.tell(&before);
    }

    /// Looks something up that is the same whatever the room's numbers are.
    pub(super) fn shape<T>(self, look: impl FnOnce(&Experiment) -> T) -> T {
        self.follow(Aspect::Shape);
        look(&self.experiment.get_untracked())
    }

    /// Looks something up in an aspect of the computation.
    pub(super) fn look<T>(self, aspect: Aspect, look: impl FnOnce(&RoomTrace) -> T) -> T {
        self.follow(aspect);
        self.trace.with_untracked(|trace| look(trace))
    }

    /// Has whoever asks told when an aspect may be another.
    pub(super) fn follow(self, aspect: Aspect) {
        self.told_of(aspect).track();
    }

    fn now(self) -> (Experiment, Arc<RoomTrace>) {
        (self.experiment.get_untracked(), self.trace.get_untracked())
    }

    fn tell(self, before: &(Experiment, Arc<RoomTrace>)) {
        let after = self.now();
        let change = Change::between([&before.0, &after.0], [&before.1, &after.1]);
        for followers in self.parts.get_value() {
            tell(followers.try_update_value(|followers| followers.concerned(&change)));
        }
    }

    fn told_of(self, aspect: Aspect) -> ArcTrigger {
        let told = |followers: &mut Followers| followers.told_of(aspect);
        let told = self.followers.try_update_value(told);
        told.unwrap_or_else(ArcTrigger::new)
    }

    /// Has something painted anew, at once, when an aspect may be another, for as long as what is being built stands.
    pub(super) fn paint(self, aspect: Aspect, paint: Paint) {
        let followers = self.followers;
        let add = |followers: &mut Followers| followers.add_painter(aspect, paint);
        let painter = followers.try_update_value(add);
        on_cleanup(move || {
            if let Some(painter) = painter {
                followers.try_update_value(|followers| followers.remove_painter(aspect, painter));
            }
        });
    }
}

/// Tells each; nobody, where their part of the page is gone.
fn tell(those: Option<Vec<Told>>) {
    for told in those.unwrap_or_default() {
        told.tell();
    }
}
