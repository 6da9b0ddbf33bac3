//! Parts of the page that are out of sight while numbers move: they sleep, and catch up as they wake.

use leptos::prelude::GetUntracked;

use super::Mixer;
use crate::{dom, stage::FEW};

impl Mixer {
    /// This handle's part is out of sight: nothing in it is told of anything.
    pub(crate) fn part_sleeps(self) {
        self.room.sleeps();
    }

    /// This handle's part has come into sight.
    pub(crate) fn part_wakes(self) {
        self.room.wakes();
    }

    /// Numbers move. Of few guests, everything is in sight, or nearly.
    pub(super) fn moves(self) {
        if self.count.get_untracked() > FEW {
            dom::moves();
        }
    }
}
