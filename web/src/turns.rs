//! A page that is built bit by bit: inside somebody else's, where what else goes on there must not
//! wait for it.

use leptos::prelude::*;

#[cfg(feature = "element")]
use crate::reactive;

/// Who may build when. Copies are handles to the same turns.
#[cfg(feature = "element")]
#[derive(Clone, Copy)]
pub(crate) struct Turns {
    /// How many have been given out.
    given: StoredValue<usize>,
    /// How many of them have come.
    come: RwSignal<usize>,
    /// Whether what is still to be built has nobody to wait for: the room stood whole once.
    is_whole: StoredValue<bool>,
}

#[cfg(feature = "element")]
impl Turns {
    pub(crate) fn new() -> Self {
        Self {
            given: StoredValue::new(0),
            come: RwSignal::new(0),
            is_whole: StoredValue::new(false),
        }
    }

    /// Lets the next piece be built. Whether there was one.
    pub(crate) fn come(self) -> bool {
        let is_left = self.come.get_untracked() < self.given.get_value();
        if is_left {
            self.come.update(|come| *come += 1);
        }
        self.is_whole.set_value(!is_left);
        is_left
    }

    /// Whether a turn given now has come: 1, or 0.
    fn give(self) -> Memo<usize> {
        let turn = self.given.get_value();
        self.given.set_value(turn + 1);
        reactive::count(move || usize::from(self.come.get() > turn))
    }
}

/// A piece of the page, in a turn of its own.
#[cfg(feature = "element")]
pub(crate) fn in_turn(build: impl FnOnce() -> AnyView + Send + 'static) -> AnyView {
    let turns: Turns = expect_context();
    if turns.is_whole.get_value() {
        return build();
    }
    let mut build = Some(build);
    let due = turns.give();
    reactive::part(move || match due.get() {
        0 => ().into_any(),
        _ => build.take().map_or_else(|| ().into_any(), |build| build()),
    })
    .into_any()
}

/// A piece of the page: built at once, where nobody waits.
#[cfg(not(feature = "element"))]
pub(crate) fn in_turn(build: impl FnOnce() -> AnyView + Send + 'static) -> AnyView {
    build()
}
