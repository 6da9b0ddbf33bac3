//! What is said and written once a step is done; and the links that come to the open page.

use attention_scene::{MostHeard, print_percent, write_link};
#[cfg(feature = "csr")]
use attention_scene::{Selection, read_link};
use leptos::prelude::*;

use super::Mixer;
#[cfg(feature = "csr")]
use super::refusals;
#[cfg(feature = "csr")]
use crate::dom;
use crate::words;

/// How many guests are named who are heard alike.
const FEW: usize = 5;

impl Mixer {
    /// After each step, never at every tick of a slider: says whom the guest in focus listens to
    /// now, and writes the link.
    pub(super) fn settle(self) {
        self.drop_stale_refusals();
        let sentence = untrack(|| self.say_listening());
        let link = untrack(|| self.link());
        self.said.update(|said| {
            said.status = sentence;
            said.address = Some(link);
        });
    }

    /// The link to the state as it stands.
    pub(crate) fn link(self) -> String {
        self.room_link() + &self.wishes.with(ToString::to_string)
    }

    /// The link to the room as it stands, without what is wished of the page.
    pub(super) fn room_link(self) -> String {
        let selection = self.selection();
        self.room
            .experiment
            .with(|room| write_link(room, selection))
    }

    /// The link to the state as it was settled last.
    pub(crate) fn settled_link(self) -> String {
        self.said.track();
        untrack(|| self.link())
    }

    /// Whom the guest in focus listens to most, in a sentence; of several heads, by which.
    fn say_listening(self) -> String {
        let sentence = self.describe_listening();
        match self.heads.get() {
            1 => sentence,
            _ => words::in_head(&(self.head() + 1).to_string(), &sentence),
        }
    }

    /// Whom the guest in focus listens to most, in a sentence.
    fn describe_listening(self) -> String {
        let selection = self.selection();
        let query = self.token(selection.focus);
        let heard = self.room.trace.with(|trace| {
            let head = trace.head(selection.head.unwrap_or_default());
            MostHeard::by(head, selection.focus)
        });
        let Some(MostHeard { tokens, weight }) = heard else {
            return words::silent(&query);
        };
        let percent = print_percent(weight);
        let mut names: Vec<String> = tokens.iter().map(|index| self.token(*index)).collect();
        let Some(last) = names.pop() else {
            return String::new();
        };
        match names.len() {
            0 => words::status_listens(&last, &percent, &query),
            before if before < FEW => {
                let keys = words::list_end(&names.join(", "), &last);
                words::status_listens_alike(&keys, &percent, &query)
            }
            _ => {
                let count = tokens.len().to_string();
                words::status_listens_alike(&words::so_many_guests(&count), &percent, &query)
            }
        }
    }
}

#[cfg(feature = "csr")]
impl Mixer {
    /// Whether the room is one that the first view has no parts for: it belongs into the workshop.
    #[cfg(not(feature = "whole"))]
    pub(crate) fn needs_the_workshop(self) -> bool {
        self.room.experiment.with(|room| {
            room.source() == attention_scene::Source::Projected
                || room.heads() > 1
                || room.is_large()
        })
    }

    /// Goes on from a link that came to the open page, as one step back from which the work before
    /// is there again. One that says nothing that can be taken changes nothing. Whether it was taken;
    /// none where it isn't about a room at all.
    pub(crate) fn follow(self, fragment: &str) -> Option<bool> {
        let link = read_link(fragment, dom::decimal)?;
        self.link_problems.set(refusals::sentences(&link.problems));
        if link.taken == 0 {
            return Some(false);
        }
        let [from, to] =
            [untrack(|| self.selection()), link.selection].map(Selection::outside_the_walk);
        let room = link.experiment;
        self.room
            .change(|history| history.begin_anew(room, from, to));
        self.selection.set(link.selection);
        self.begin_step();
        self.take_wishes(link.wishes);
        self.drop_stale_refusals();
        let status = untrack(|| self.say_listening());
        self.said.update(|said| {
            said.status = status;
            // The link stands there already.
            said.address = None;
        });
        Some(true)
    }
}
