use std::sync::Arc;

use attention_scene::{Experiment, KnownHead, RealHeads, RealSentence};
use leptos::prelude::*;

use crate::{
    Mixer,
    app::use_mixer,
    dom::{self, FetchProblem},
    words,
};

/// What was fetched, what is being fetched, and which head was chosen. It outlasts the panel's
/// being closed.
#[derive(Clone, Copy)]
pub(super) struct Fetching {
    mixer: Mixer,
    state: RwSignal<State>,
}

#[derive(Clone)]
struct State {
    sentence: RealSentence,
    /// By sentence.
    files: [Option<Arc<RealHeads>>; 2],
    is_busy: bool,
    problem: String,
    place: (usize, usize),
}

impl Fetching {
    pub(super) fn new() -> Self {
        Self {
            mixer: use_mixer(),
            state: RwSignal::new(State {
                sentence: RealSentence::Pronoun,
                files: [None, None],
                is_busy: false,
                problem: String::new(),
                place: KnownHead::Pronoun.place(),
            }),
        }
    }

    pub(super) fn sentence(self) -> RealSentence {
        self.state.with(|state| state.sentence)
    }

    pub(super) fn is_busy(self) -> bool {
        self.state.with(|state| state.is_busy)
    }

    pub(super) fn is_here(self) -> bool {
        self.state.with(|state| state.file().is_some())
    }

    pub(super) fn problem(self) -> String {
        self.state.with(|state| state.problem.clone())
    }

    /// The layer and head that were chosen last, from 0.
    pub(super) fn place(self) -> (usize, usize) {
        self.state.with(|state| state.place)
    }

    pub(super) fn choose(self, sentence: RealSentence) {
        self.state.update(|state| {
            state.sentence = sentence;
            state.problem.clear();
        });
    }

    /// Fetches the sentence's file, unless it is here or on its way; then shows the most telling
    /// of its heads.
    pub(super) fn start(self) {
        let (sentence, idle) = untrack(|| (self.sentence(), self.is_here() || self.is_busy()));
        if idle {
            return;
        }
        self.state.update(|state| {
            state.is_busy = true;
            state.problem.clear();
        });
        let take = move |file: Result<Vec<u8>, FetchProblem>| self.take(sentence, file);
        let address = format!("real-heads/{}.f32", sentence.name());
        dom::fetch(address, sentence.file_length(), Box::new(take));
    }

    fn take(self, sentence: RealSentence, file: Result<Vec<u8>, FetchProblem>) {
        let heads = match file {
            Ok(bytes) => RealHeads::read(sentence, bytes).map_err(|_| words::real_damaged()),
            Err(FetchProblem::Missing) => Err(words::real_missing()),
            Err(FetchProblem::Unreachable) => Err(words::real_unreachable()),
        };
        let known = KnownHead::ALL
            .into_iter()
            .find(|known| known.asks(sentence).is_some());
        let mut is_here = false;
        self.state.update(|state| {
            state.is_busy = false;
            match heads {
                Ok(heads) => {
                    state.files[sentence as usize] = Some(Arc::new(heads));
                    is_here = state.sentence == sentence;
                }
                Err(why) => state.problem = why.to_owned(),
            }
        });
        if let (true, Some(known)) = (is_here, known) {
            self.show(known.place(), known.asks(sentence));
        }
    }

    /// Puts a head on the stage, and a token in focus; where none is named, the one that is, if it
    /// is of the sentence.
    pub(super) fn show(self, place: (usize, usize), focus: Option<usize>) {
        self.state.update(|state| state.place = place);
        let file = self.state.with_untracked(|state| state.file().cloned());
        let Some((file, room)) = file.and_then(|file| {
            let room = file.room(place.0, place.1)?;
            Some((file, room))
        }) else {
            return;
        };
        let same = untrack(|| self.mixer.tokens().with(|names| **names == *room.tokens()));
        let focus = focus.unwrap_or_else(|| match same {
            true => untrack(|| self.mixer.focus()),
            false => file.sentence().tokens().len() - 2,
        });
        self.enter(room, focus);
    }

    fn enter(self, room: Experiment, focus: usize) {
        self.mixer.enter_room(room, focus);
    }
}

impl State {
    fn file(&self) -> Option<&Arc<RealHeads>> {
        self.files[self.sentence as usize].as_ref()
    }
}
