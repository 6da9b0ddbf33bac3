//! The panel that the address asks for, and what comes from the panel of files.

use attention_scene::read_link;
use leptos::prelude::*;

use super::Mixer;
use crate::dom;

impl Mixer {
    /// Opens a panel of the workshop at first.
    #[cfg(feature = "csr")]
    pub(crate) fn open_panel(self, name: Option<String>) {
        self.panel.set(name);
    }

    /// Whether a panel is to be open at first.
    pub(crate) fn opens_panel(self, name: &str) -> bool {
        self.panel
            .with_untracked(|panel| panel.as_deref() == Some(name))
    }

    /// Puts the room of a link that was made of a file in place of this one, as one step, and says what was done.
    pub(crate) fn take_file(self, link: Option<&str>, said: String) {
        if let Some(link) = link.and_then(|link| read_link(link, dom::decimal)) {
            self.enter_room(link.experiment, link.selection.focus);
        }
        self.say(said);
    }
}
