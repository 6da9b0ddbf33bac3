//! While the numbers of many guests move, what is out of sight is neither followed nor drawn:
//! `web/style/containment.css` says what, and the browser what of it is out of sight. Once they rest, everything is, so
//! that nothing is missing for whoever reads the page in another way than by sight.

use std::{
    cell::{Cell, RefCell},
    time::Duration,
};

use js_sys::{Date, Reflect};
use leptos::prelude::set_timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use super::root::root;

/// How long after the last movement numbers rest, though nobody has let go of a slider.
const PAUSE: Duration = Duration::from_millis(200);

thread_local! {
    /// When numbers moved last, as long as they haven't come to rest.
    static MOVED: Cell<Option<f64>> = const { Cell::new(None) };
    static IS_WATCHED: Cell<bool> = const { Cell::new(false) };
    /// What is done once they have.
    static WAKE: RefCell<Option<Box<dyn FnOnce()>>> = const { RefCell::new(None) };
}

/// Numbers move. Once they rest, whatever sleeps is to wake.
pub(crate) fn moves(wake: impl FnOnce() + 'static) {
    if MOVED.replace(Some(Date::now())).is_none() {
        WAKE.set(Some(Box::new(wake)));
        mark(true);
    }
    if !IS_WATCHED.replace(true) {
        watch();
    }
}

/// Whether they do.
pub(crate) fn is_moving() -> bool {
    MOVED.get().is_some()
}

/// They have come to rest.
pub(crate) fn rests() {
    if MOVED.take().is_some() {
        mark(false);
        if let Some(wake) = WAKE.take() {
            wake();
        }
    }
}

/// Whether what listens for a `ContentVisibilityAutoStateChangeEvent` is skipped from now on, being out of sight: the
/// browser says so of itself, or of the one element in it. Of what is further inside, or one of several, it says nothing.
pub(crate) fn is_skipped(event: &Event) -> Option<bool> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let listens: Element = event.current_target()?.dyn_into().ok()?;
    let is_whole = target == listens
        || target.parent_element()? == listens && listens.child_element_count() == 1;
    let skipped = Reflect::get(event, &"skipped".into()).ok()?.as_bool()?;
    is_whole.then_some(skipped)
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
