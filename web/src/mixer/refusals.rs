//! What could not be taken, from fields and from links.

use attention_scene::{LinkProblem, NumberRefusal};
use leptos::prelude::*;

use super::Mixer;
use crate::{address::Address, refusals::Refusals, words};

/// How many of a link's problems are told one by one.
const FEW: usize = 5;

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
        self.refusals.with(|refusals| refusals.reason(address))
    }

    /// What fields refused and was not dismissed, a sentence each.
    pub(crate) fn refused(self) -> Vec<String> {
        self.refusals.with(|refusals| {
            refusals
                .sentences()
                .chain(self.name_refusal.get())
                .collect()
        })
    }

    /// What in a link could not be taken and was not dismissed, a sentence each.
    pub(crate) fn link_problems(self) -> Vec<String> {
        self.link_problems.get()
    }

    /// Puts the sentences about fields away.
    pub(crate) fn dismiss_refused(self) {
        self.refusals.update(Refusals::dismiss);
        self.name_refusal.set(None);
    }

    /// Puts the sentences about the link away.
    pub(crate) fn dismiss_link_problems(self) {
        self.link_problems.update(Vec::clear);
    }

    /// Says no more about a field, whose text is no longer there.
    pub(crate) fn withdraw(self, address: Address) {
        let refuses = |refusals: &Refusals| refusals.reason(address).is_some();
        if self.refusals.with_untracked(refuses) {
            self.refusals.update(|refusals| refusals.withdraw(address));
        }
    }

    /// Says why a field's text is not taken.
    pub(super) fn refuse(self, address: Address, name: &str, text: &str, why: NumberRefusal) {
        self.room.experiment.with_untracked(|room| {
            self.refusals
                .update(|refusals| refusals.refuse(address, name, text, why, room));
        });
    }

    /// Says no more about fields whose number is another by now. Told on only where something goes:
    /// this is asked with every movement of a slider.
    pub(super) fn drop_stale_refusals(self) {
        self.room.experiment.with_untracked(|room| {
            if !self
                .refusals
                .with_untracked(|refusals| refusals.stand(room))
            {
                self.refusals.update(|refusals| refusals.drop_stale(room));
            }
        });
    }
}
