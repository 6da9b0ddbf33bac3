//! The guided walk's state: where its step began, and whether it was tried.

use std::sync::Arc;

use attention_scene::{Experiment, Moment, Part, RoomTrace, Selection, Step, loudest, quietest};
use leptos::prelude::*;

use super::{Mixer, room::Room};

/// How the room stood when a step of the walk began.
struct Start {
    room: Experiment,
    trace: Arc<RoomTrace>,
    selection: Selection,
}

impl Start {
    fn moment(&self) -> Moment<'_> {
        Moment {
            room: &self.room,
            trace: &self.trace,
            selection: self.selection,
        }
    }
}

/// The guided walk.
#[derive(Clone, Copy)]
pub(super) struct Walk {
    start: RwSignal<Arc<Start>>,
    /// A step, and whether it was tried since it began: what was tried once stays so.
    tried: Memo<(Step, bool)>,
}

impl Walk {
    pub(super) fn new(selection: RwSignal<Selection>, room: Room) -> Self {
        let now = move || Start {
            room: room.experiment.get(),
            trace: room.trace.get(),
            selection: selection.get(),
        };
        let start = RwSignal::new(Arc::new(untrack(now)));
        let tried = Memo::new(move |before: Option<&(Step, bool)>| {
            let began = start.get();
            let step = began.selection.step;
            let done = step != Step::Free
                && (before == Some(&(step, true)) || step.is_tried(began.moment(), now().moment()));
            (step, done)
        });
        Self { start, tried }
    }
}

impl Mixer {
    /// The step of the walk that is under way.
    pub(crate) fn step_of_walk(self) -> Step {
        self.selection().step
    }

    /// Goes to a step of the walk, or leaves it.
    pub(crate) fn walk_to(self, step: Step) {
        self.selection.update(|selection| selection.step = step);
        self.begin_step();
        self.settle();
    }

    /// Holds against this moment what is tried from now on.
    pub(super) fn begin_step(self) {
        self.walk.start.set(Arc::new(Start {
            room: self.room.experiment.get_untracked(),
            trace: self.room.trace.get_untracked(),
            selection: untrack(|| self.selection()),
        }));
    }

    /// Whether what the step asks for was tried.
    pub(crate) fn is_tried(self) -> bool {
        self.walk.tried.get().1
    }

    /// The guest who was heard most, and the one who was heard least, when the step began.
    pub(crate) fn extremes(self) -> (usize, usize) {
        let start = self.walk.start.get();
        let [most, least] =
            [loudest, quietest].map(|find| find(start.moment()).unwrap_or_default());
        (most, least)
    }

    /// The parts of the page that the walk has not come to yet, as the style sheet names them.
    pub(crate) fn not_yet(self) -> String {
        let step = self.step_of_walk();
        let absent = Part::ALL.into_iter().filter(|part| !step.shows(*part));
        let names: Vec<&str> = absent
            .map(|part| match part {
                Part::Vectors => "no-vectors",
                Part::Compare => "no-compare",
                Part::Soften => "no-soften",
                Part::Mix => "no-mix",
                Part::Everything => "no-rest",
            })
            .collect();
        names.join(" ")
    }
}
