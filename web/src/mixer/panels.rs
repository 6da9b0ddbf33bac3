//! The panel that the address asks for.

use leptos::prelude::*;

use super::Mixer;

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
}
