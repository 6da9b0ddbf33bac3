//! What fields refused, as long as it stands.

use std::sync::Arc;

use attention_scene::{Experiment, NumberRefusal, print_exact};

use crate::{address::Address, words};

/// How much of a text is quoted that could not be taken, in characters.
const QUOTED: usize = 20;

/// A field's text that could not be taken.
struct Refusal {
    address: Address,
    why: NumberRefusal,
    /// The whole sentence, until it is dismissed; the reason beside the field stays.
    sentence: Option<String>,
    /// The room whose number it left in force.
    room: Arc<Experiment>,
}

/// What fields refused: each stands as long as the number that it left in force.
#[derive(Default)]
pub(crate) struct Refusals(Vec<Refusal>);

impl Refusals {
    /// Says why the text in a field, by its name, is not taken into a room.
    pub(crate) fn refuse(
        &mut self,
        address: Address,
        name: &str,
        text: &str,
        why: NumberRefusal,
        room: &Experiment,
    ) {
        let kept = address.number_of(room).unwrap_or_default();
        let text: String = text.chars().take(QUOTED).collect();
        let sentence = words::refused(&print_exact(kept), name, &text, words::refusal(why));
        self.0.push(Refusal {
            address,
            why,
            sentence: Some(sentence),
            room: Arc::new(room.clone()),
        });
    }

    /// Why the text in a field was not taken, while it stands.
    pub(crate) fn reason(&self, address: Address) -> Option<NumberRefusal> {
        let found = self.0.iter().find(|refusal| refusal.address == address);
        found.map(|refusal| refusal.why)
    }

    /// What was not dismissed, a sentence each.
    pub(crate) fn sentences(&self) -> impl Iterator<Item = String> {
        self.0.iter().filter_map(|refusal| refusal.sentence.clone())
    }

    /// Puts the sentences away.
    pub(crate) fn dismiss(&mut self) {
        for refusal in &mut self.0 {
            refusal.sentence = None;
        }
    }

    /// Says no more about a field, whose text is no longer there.
    pub(crate) fn withdraw(&mut self, address: Address) {
        self.0.retain(|refusal| refusal.address != address);
    }

    /// Whether every field's number is still the one that it left in force.
    pub(crate) fn stand(&self, room: &Experiment) -> bool {
        self.0.iter().all(|refusal| refusal.stands(room))
    }

    /// Says no more about fields whose number is another by now.
    pub(crate) fn drop_stale(&mut self, room: &Experiment) {
        self.0.retain(|refusal| refusal.stands(room));
    }
}

impl Refusal {
    fn stands(&self, room: &Experiment) -> bool {
        self.address.stands_alike(&self.room, room)
    }
}
