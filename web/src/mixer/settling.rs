//! What is said and written once a step is done; and the links that come to the open page.

use attention_scene::write_link;
#[cfg(feature = "csr")]
use attention_scene::{Selection, read_link};
use leptos::prelude::*;

use super::Mixer;
#[cfg(feature = "csr")]
use super::refusals;
#[cfg(feature = "csr")]
use crate::dom;
use crate::{listening, words};

impl Mixer {
    /// After each step, never at every tick of a slider: says whom the guest in focus listens to
    /// now, and writes the link.
    pub(crate) fn settle(self) {
        #[cfg(feature = "whole")]
        dom::rests();
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
        let selection = self.selection();
        let names = self.tokens.get();
        let head_index = selection.head.unwrap_or_default();
        let sentence = self
            .room
            .trace
            .with(|trace| listening::says(trace.head(head_index), selection.focus, &names));
        match self.heads.get() {
            1 => sentence,
            _ => words::in_head(&(self.head() + 1).to_string(), &sentence),
        }
    }
}

#[cfg(feature = "csr")]
impl Mixer {
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
