//! What could not be taken, from fields and from links.

use std::sync::Arc;

use attention_scene::{Experiment, LinkProblem, NumberRefusal, print_exact};
use leptos::prelude::*;

use super::Mixer;
use crate::{address::Address, words};

/// How many of a link's problems are told one by one.
const FEW: usize = 5;

/// A field's text that could not be taken.
pub(super) struct Refusal {
    address: Address,
    why: NumberRefusal,
    /// The whole sentence, until it is dismissed; the reason beside the field stays.
    sentence: Option<String>,
    /// The room whose number it left in force.
    room: Arc<Experiment>,
}

/// A sentence for each of a link's problems, the first few of many.
pub(super) fn sentences(problems: &[LinkProblem]) -> Vec<String> {
    // One more would take as much room as saying so.
    let few = if problems.len() > FEW + 1 {
        FEW
    } else {
        FEW + 1
    };
    let mut sentences: Vec<String> = problems.iter().take(few).map(words::link_problem).collect();
    if let Some(more) = problems.len().checked_sub(few).filter(|more| *more > 0) {
        sentences.push(words::link_more(&more.to_string()));
    }
    sentences
}

impl Mixer {
    /// Why the text in a field was not taken, while it stands.
    pub(crate) fn refusal(self, address: Address) -> Option<NumberRefusal> {
        self.refusals.with(|refusals| {
            let found = refusals.iter().find(|refusal| refusal.address == address);
            found.map(|refusal| refusal.why)
        })
    }

    /// What fields refused and was not dismissed, a sentence each.
    pub(crate) fn refused(self) -> Vec<String> {
        self.refusals.with(|refusals| {
            let sentences = refusals
                .iter()
                .filter_map(|refusal| refusal.sentence.clone());
            sentences.chain(self.name_refusal.get()).collect()
        })
    }

    /// What in a link could not be taken and was not dismissed, a sentence each.
    pub(crate) fn link_problems(self) -> Vec<String> {
        self.link_problems.get()
    }

    /// Puts the sentences about fields away.
    pub(crate) fn dismiss_refused(self) {
        self.refusals.update(|refusals| {
            for refusal in refusals {
                refusal.sentence = None;
            }
        });
        self.name_refusal.set(None);
    }

    /// Puts the sentences about the link away.
    pub(crate) fn dismiss_link_problems(self) {
        self.link_problems.update(Vec::clear);
    }

    /// Says no more about a field, whose text is no longer there.
    pub(crate) fn withdraw(self, address: Address) {
        self.keep_refusals(|refusal| refusal.address != address);
    }

    /// Says why a field's text is not taken.
    pub(super) fn refuse(self, address: Address, name: &str, text: &str, why: NumberRefusal) {
        let room = Arc::new(self.room.experiment.get_untracked());
        let kept = address.number_of(&room).unwrap_or_default();
        let text: String = text.chars().take(20).collect();
        let sentence = words::refused(&print_exact(kept), name, &text, words::refusal(why));
        let refusal = Refusal {
            address,
            why,
            sentence: Some(sentence),
            room,
        };
        self.refusals.update(|refusals| refusals.push(refusal));
    }

    /// Says no more about fields whose number is another by now.
    pub(super) fn drop_stale_refusals(self) {
        let room = self.room.experiment;
        self.keep_refusals(|refusal| {
            room.with_untracked(|room| refusal.address.stands_alike(&refusal.room, room))
        });
    }

    /// Told on only where something goes: this is asked with every movement of a slider.
    fn keep_refusals(self, stays: impl Fn(&Refusal) -> bool) {
        if !self
            .refusals
            .with_untracked(|refusals| refusals.iter().all(&stays))
        {
            self.refusals.update(|refusals| refusals.retain(&stays));
        }
    }
}
