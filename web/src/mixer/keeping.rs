//! What the browser keeps of the work: in the address, and for the next visit.

use attention_scene::{Preset, Selection, read_link, write_link};
use leptos::prelude::*;

use super::Mixer;
use crate::{dom, words};

impl Mixer {
    /// The link to the state as it was settled last; none before the first step.
    pub(crate) fn address(self) -> Option<String> {
        self.said.with(|said| said.address.clone())
    }

    /// Offers the work that was saved, where it can be read; where it can't, says so.
    pub(crate) fn offer(self, saved: &str) {
        let link = read_link(saved, dom::decimal).filter(|link| link.problems.is_empty());
        match link {
            Some(link) => self.saved.set(Some(link)),
            None => {
                dom::store::set_aside();
                let sentence = words::saved_damaged().to_owned();
                self.link_problems.update(|said| said.push(sentence));
            }
        }
    }

    /// What is worth saving: the link to the state as it was settled last, while no earlier work
    /// waits to be gone on with, and where there is any work at all: colours are none.
    pub(crate) fn worth_saving(self) -> Option<String> {
        let link = self.address()?;
        (self.has_saved().get() == 0 && is_work(&link)).then_some(link)
    }

    /// The steps so far, for another document.
    pub(crate) fn steps(self) -> String {
        self.room
            .history
            .with_untracked(|history| history.along(dom::store::MOST_STEPS))
    }

    /// Goes on after steps taken in another document, where they led to the room as it stands.
    pub(crate) fn go_on_after(self, steps: &str) {
        self.room
            .change(|history| history.go_on_after(steps, dom::decimal));
    }
}

/// Whether a link leads to anything but the walkthrough as it begins.
pub(crate) fn is_work(link: &str) -> bool {
    let untouched = write_link(
        &Preset::Walkthrough.experiment(),
        Selection::of(Preset::Walkthrough.focus()),
    );
    !link.starts_with(&untouched)
}
