//! The named actions on who is in the room.

use attention_scene::{NameRefusal, parse_name, shorten};
use leptos::prelude::*;

use super::Mixer;
use crate::words;

/// How much of a refused name is quoted, in columns.
const QUOTED: usize = 20;

impl Mixer {
    /// Gives a guest another name, or leaves the last good one in force and says why. Returns the
    /// name as it was taken.
    pub(crate) fn rename(self, token_index: usize, text: &str) -> Result<String, NameRefusal> {
        let before = untrack(|| self.token(token_index));
        let parsed = parse_name(text);
        match &parsed {
            Ok(name) => {
                self.name_refusal.set(None);
                if *name != before {
                    self.step(|room| room.with_name(token_index, name));
                    self.say(words::status_renamed(&before, name));
                }
            }
            Err(why) => {
                let field = words::guest_name(&(token_index + 1).to_string());
                let quoted = shorten(text, QUOTED);
                let sentence = words::refused(&before, &field, &quoted, words::name_refusal(*why));
                self.name_refusal.set(Some(sentence));
            }
        }
        parsed
    }

    /// Says no more about a name that is no longer in its field.
    pub(crate) fn withdraw_name(self) {
        self.name_refusal.set(None);
    }

    /// Invites one more guest, of a name that nobody has yet.
    pub(crate) fn add_guest(self) {
        let names = self.tokens.get_untracked();
        let mut number = names.len() + 1;
        let mut name = words::new_guest(&number.to_string());
        while names.contains(&name) {
            number += 1;
            name = words::new_guest(&number.to_string());
        }
        self.step(|room| room.with_guest(&name));
        self.say(words::status_joined(&(names.len() + 1).to_string(), &name));
    }

    /// Lets a guest leave. Whoever was in focus stays so.
    pub(crate) fn remove_guest(self, token_index: usize) {
        let name = untrack(|| self.token(token_index));
        let count = self.count.get_untracked();
        let selection = untrack(|| self.selection()).after_leaving(token_index, count);
        self.step_looking(selection, |room| room.without_guest(token_index));
        self.say(words::status_left(&name));
    }

    /// Lets a guest sit elsewhere. Whoever was in focus stays so.
    pub(crate) fn move_guest(self, from: usize, to: usize) {
        let name = untrack(|| self.token(from));
        let selection = untrack(|| self.selection()).after_moving(from, to);
        self.step_looking(selection, |room| room.with_guest_moved(from, to));
        let count = self.count.get_untracked().to_string();
        self.say(words::status_moved(&count, &(to + 1).to_string(), &name));
    }

    /// Says what has just happened, in place of what is said of each step of it.
    pub(crate) fn say(self, sentence: String) {
        self.said.update(|said| said.status = sentence);
    }
}
