//! Work that was saved earlier, to go on with or to let go.

use attention_scene::Link;
use leptos::prelude::*;

use super::Mixer;
use crate::{dom, reactive};

impl Mixer {
    /// Whether there is work to go on with: 1, or 0.
    pub(crate) fn has_saved(self) -> Memo<usize> {
        reactive::count(move || usize::from(self.saved.with(Option::is_some)))
    }

    /// Goes on with it, as one step.
    pub(crate) fn continue_saved(self) {
        if let Some(Link {
            experiment,
            selection,
            wishes,
            ..
        }) = self.saved.get_untracked()
        {
            self.saved.set(None);
            self.take_wishes(wishes);
            self.step_looking(selection, |_| experiment);
            self.walk_to(selection.step);
        }
    }

    /// Lets it go.
    pub(crate) fn discard_saved(self) {
        self.saved.set(None);
        dom::store::forget();
    }
}
