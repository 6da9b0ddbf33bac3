//! What the browser keeps of the work: in the address, and for the next visit.

use attention_scene::{Preset, Selection, read_link, write_link};
use leptos::prelude::*;

use super::Mixer;
use crate::{dom, words};

/// The most steps that go along, in bytes: of a hundred kilobytes each in the largest rooms.
const MOST: usize = 1 << 20;

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
        let untouched = write_link(
            &Preset::Walkthrough.experiment(),
            Selection::of(Preset::Walkthrough.focus()),
        );
        (self.has_saved().get() == 0 && !link.starts_with(&untouched)).then_some(link)
    }

    /// The steps so far, for another document: links, one a line, to the room as it stands, to where
    /// it began, and to those before, the last step's first.
    pub(crate) fn steps(self) -> String {
        let mut steps = String::new();
        self.room.history.with_untracked(|history| {
            let rooms = [history.present(), history.origin()].into_iter();
            for room in rooms.chain(history.past()) {
                let link = write_link(room, Selection::of(0));
                if steps.len() + link.len() > MOST {
                    break;
                }
                steps += &link;
                steps.push('\n');
            }
        });
        steps
    }

    /// Goes on after steps taken in another document, where they led to the room as it stands.
    pub(crate) fn go_on_after(self, steps: &str) {
        let rooms = steps
            .lines()
            .map_while(|link| read_link(link, dom::decimal));
        let mut rooms = rooms.map(|link| link.experiment);
        self.room.change(|history| {
            if rooms.next().is_some_and(|room| room == *history.present())
                && let Some(origin) = rooms.next()
            {
                history.go_on_after(origin, rooms);
            }
        });
    }
}
