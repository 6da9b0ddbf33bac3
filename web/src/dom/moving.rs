//! While the numbers of many guests move, what is out of sight is neither followed nor drawn: of the pieces that follow
//! the room by themselves, the browser says which are in sight, and `web/style/containment.css` what it needn't draw.
//! Once they rest, everything is, so that nothing is missing for whoever reads the page in another way than by sight.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};

use js_sys::{Array, Date};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry};

use super::root::root;

/// How long after the last movement numbers rest, though nobody has let go of a slider.
const PAUSE: Duration = Duration::from_millis(200);

/// Stands on a piece that is out of sight.
const UNSEEN: &str = "data-unseen";

/// Told whether it is in sight.
type Told = Rc<dyn Fn(bool)>;

/// A piece of the page, for as long as it stands.
type Piece = StoredValue<(Element, Told), LocalStorage>;

thread_local! {
    /// When numbers moved last, as long as they haven't come to rest.
    static MOVED: Cell<Option<f64>> = const { Cell::new(None) };
    static IS_WATCHED: Cell<bool> = const { Cell::new(false) };
    static PIECES: RefCell<Vec<Piece>> = const { RefCell::new(Vec::new()) };
    /// Knows which of them are in sight; none where there is no such thing, and all seem to be.
    static SIGHT: Option<IntersectionObserver> = {
        let look: Closure<dyn FnMut(JsValue)> = Closure::new(|entries: JsValue| look(&entries.unchecked_into()));
        IntersectionObserver::new(look.into_js_value().unchecked_ref()).ok()
    };
}

/// A directive: while numbers move, a piece of the page is told whether it is in sight, and once they rest, that it is.
pub(crate) fn sight(told: impl Fn(bool) + 'static) -> impl Fn(Element) {
    let told: Told = Rc::new(told);
    move |element| {
        let piece = StoredValue::new_local((element, Rc::clone(&told)));
        PIECES.with_borrow_mut(|pieces| {
            pieces.retain(|piece| !piece.is_disposed());
            pieces.push(piece);
        });
    }
}

/// Numbers move.
pub(crate) fn moves() {
    if MOVED.replace(Some(Date::now())).is_none() {
        mark(true);
        for_each_piece(|element, _| with_sight(|sight| sight.observe(element)));
    }
    if !IS_WATCHED.replace(true) {
        watch();
    }
}

/// They have come to rest.
pub(crate) fn rests() {
    if MOVED.take().is_some() {
        mark(false);
        with_sight(IntersectionObserver::disconnect);
        for_each_piece(|element, told| {
            element.remove_attribute(UNSEEN).ok();
            told(true);
        });
    }
}

fn with_sight(act: impl FnOnce(&IntersectionObserver)) {
    SIGHT.with(|sight| sight.as_ref().map(act));
}

fn for_each_piece(act: impl Fn(&Element, &dyn Fn(bool))) {
    // Whoever is told may build or take away pieces.
    for piece in PIECES.with_borrow(Clone::clone) {
        if let Some((element, told)) = piece.try_get_value() {
            act(&element, &*told);
        }
    }
}

/// Tells those of whom the browser says that they have come into sight, or gone out of it.
fn look(entries: &Array) {
    // Told late, when everything has come to rest, nobody would be woken.
    if MOVED.get().is_none() {
        return;
    }
    let pieces = PIECES.with_borrow(Clone::clone);
    for entry in entries.iter() {
        let entry: IntersectionObserverEntry = entry.unchecked_into();
        let (target, is_in_sight) = (entry.target(), entry.is_intersecting());
        target
            .toggle_attribute_with_force(UNSEEN, !is_in_sight)
            .ok();
        // Of a large room, each of some hundred is looked for among as many: none of the others is copied.
        let is_it =
            |piece: &&Piece| piece.try_with_value(|(element, _)| *element == target) == Some(true);
        if let Some((_, told)) = pieces
            .iter()
            .find(is_it)
            .and_then(|piece| piece.try_get_value())
        {
            told(is_in_sight);
        }
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
