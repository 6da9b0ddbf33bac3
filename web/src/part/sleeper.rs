use leptos::{prelude::*, tachys::renderer::types::Element};

use crate::{Mixer, reactive};

/// A piece of the page that is told of nothing while it is out of sight and numbers move.
#[derive(Clone, Copy)]
pub(crate) struct Sleeper {
    /// What follows the room by this is told of nothing while it sleeps.
    mixer: Mixer,
}

impl Sleeper {
    /// A piece that sleeps and wakes by itself.
    pub(crate) fn new(mixer: Mixer) -> Self {
        Self {
            mixer: mixer.for_a_part(),
        }
    }

    /// Builds what is in it, once: by an effect that has its own context and follows nothing.
    pub(crate) fn build(self, build: Children) -> Box<dyn FnMut() -> AnyView + Send> {
        let mut build = Some(build);
        reactive::part(move || {
            provide_context(self.mixer);
            let build = build.take();
            build.map_or_else(|| ().into_any(), |build| untrack(build))
        })
    }

    /// A directive for where it stands.
    #[cfg(feature = "whole")]
    pub(crate) fn sight(self) -> impl Fn(Element) {
        let mixer = self.mixer;
        crate::dom::sight(move |is_in_sight| match is_in_sight {
            true => mixer.part_wakes(),
            false => mixer.part_sleeps(),
        })
    }

    /// Only in the whole page is anything left out while numbers move.
    #[cfg(not(feature = "whole"))]
    pub(crate) fn sight(self) -> impl Fn(Element) {
        |_| {}
    }
}
