//! While the numbers of many guests move, what is out of sight is not drawn: `web/style/containment.css` says what.
//! Once they rest, everything is, so that nothing is missing for whoever reads the page in another way than by sight.

use std::{cell::Cell, time::Duration};

use js_sys::Date;
use leptos::prelude::set_timeout;

use super::root::root;

/// How long after the last movement numbers rest, though nobody has let go of a slider.
const PAUSE: Duration = Duration::from_millis(200);

thread_local! {
    /// When numbers moved last, as long as they haven't come to rest.
    static MOVED: Cell<Option<f64>> = const { Cell::new(None) };
    static IS_WATCHED: Cell<bool> = const { Cell::new(false) };
}

/// Numbers move.
pub(crate) fn moves() {
    if MOVED.replace(Some(Date::now())).is_none() {
        mark(true);
    }
    if !IS_WATCHED.replace(true) {
        watch();
    }
}

/// They have come to rest.
pub(crate) fn rests() {
    if MOVED.take().is_some() {
        mark(false);
    }
}

fn watch() {
    let look = || match MOVED.get() {
        Some(moved) if Date::now() - moved < PAUSE.as_secs_f64() * 1000.0 => watch(),
        _ => {
            IS_WATCHED.set(false);
            rests();
        }
    };
    set_timeout(look, PAUSE);
}

fn mark(is_moving: bool) {
    let Some(root) = root() else { return };
    match is_moving {
        true => root.dataset().set("moving", "true").ok(),
        false => root.remove_attribute("data-moving").ok(),
    };
}
