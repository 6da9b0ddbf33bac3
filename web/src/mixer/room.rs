//! The room on stage, and who is told what of it has changed.
//!
//! A page of twelve guests shows thousands of numbers, of which a slider's movement changes a few. What shows one
//! depends on its row of the room, not on the room: a movement then wakes those whom it concerns, and no others.

use std::sync::Arc;

use attention_scene::{Change, Experiment, History, RoomTrace, Tensor};
use leptos::prelude::*;

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
}

impl Aspect {
    fn is_touched(self, change: &Change<'_>) -> bool {
        match self {
            Self::Shape => change.touches_shape(),
            Self::Vector(tensor, row) => change.touches_vector(tensor, row),
            Self::Weights(query_index) => change.touches_weights(query_index),
            Self::Output(query_index) => change.touches_output(query_index),
        }
    }
}

/// The room as it stands and as it came to stand so, what its attention comes to, and whom to tell.
#[derive(Clone, Copy)]
pub(super) struct Room {
    pub(super) history: RwSignal<History>,
    pub(super) experiment: Memo<Experiment>,
    pub(super) trace: Memo<Arc<RoomTrace>>,
    /// Those that anybody has asked for.
    aspects: StoredValue<Vec<(Aspect, ArcTrigger)>>,
}

impl Room {
    pub(super) fn new(history: History) -> Self {
        let history = RwSignal::new(history);
        let experiment = Memo::new(move |_| history.with(|history| history.present().clone()));
        Self {
            history,
            experiment,
            trace: Memo::new(move |_| Arc::new(experiment.with(Experiment::attention))),
            aspects: StoredValue::default(),
        }
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
        let aspects = self.aspects.get_value();
        for (_, told) in aspects
            .iter()
            .filter(|(aspect, _)| aspect.is_touched(&change))
        {
            told.notify();
        }
    }

    fn told_of(self, aspect: Aspect) -> ArcTrigger {
        let known = |aspects: &Vec<(Aspect, ArcTrigger)>| {
            let found = aspects.iter().find(|(one, _)| *one == aspect);
            found.map(|(_, told)| told.clone())
        };
        self.aspects.with_value(known).unwrap_or_else(|| {
            let told = ArcTrigger::new();
            self.aspects
                .update_value(|aspects| aspects.push((aspect, told.clone())));
            told
        })
    }
}
