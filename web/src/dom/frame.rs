//! The page inside another's.

use leptos::prelude::*;

use super::root::root;
use crate::{Mixer, reactive};

/// Keeps the state on the document's root, where the frame's script finds it for the page around.
pub(super) fn keep(mixer: Mixer) {
    let window = window();
    let is_framed = window
        .parent()
        .ok()
        .flatten()
        .is_some_and(|parent| parent != window);
    if is_framed {
        reactive::effect(move || {
            if let Some(root) = root() {
                root.dataset().set("state", &mixer.settled_link()).ok();
            }
        });
    }
}
