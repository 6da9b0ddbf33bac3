//! The first view's own module: it finds what was painted, and moves it.
//!
//! It builds nothing anew. A press that wants more than it knows brings the whole page, which takes its place with the
//! work as it stands, and is pressed there.

mod acts;
mod again;
mod refused;
mod shown;
mod spots;

use std::{cell::RefCell, rc::Rc};

use attention_scene::{Slot, Tensor, is_about_a_room};
use leptos::prelude::{window, window_event_listener_untyped};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HashChangeEvent, HtmlElement};

use self::{again::Again, spots::Spots};
use super::{
    address_bar::AddressBar,
    root::{announce, come_alive, place, root},
    store,
};
use crate::{address::Address, first::First, mixer::is_work, words};

/// What this listens to, wherever in the page it happens.
const EVENTS: [&str; 6] = [
    "input",
    "change",
    "click",
    "keydown",
    "pointerdown",
    "pointercancel",
];
/// Where the whole page looks for the work that it is to go on with.
pub(super) const WORK: &str = "work";

/// The first view, until the whole page takes its place.
struct FirstView {
    place: HtmlElement,
    first: First,
    moving: Spots,
    settled: Spots,
    bar: AddressBar,
    /// What a slider stood at when it was last touched.
    before: f64,
    has_worked: bool,
    /// What is to be done again in the whole page, once it is there.
    again: Vec<Again>,
    /// What else the whole page is to open with, as its address says it.
    wish: Option<String>,
    /// The whole page has taken its place.
    is_over: bool,
}

/// Brings the first view to life.
pub fn start_first() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    let Some(place) = place() else {
        return;
    };
    let view = Rc::new(RefCell::new(FirstView {
        moving: shown::moving(&place),
        settled: shown::settled(&place),
        place,
        first: First::new(),
        bar: AddressBar::new(None),
        before: 0.0,
        has_worked: false,
        again: Vec::new(),
        wish: None,
        is_over: false,
    }));
    for name in EVENTS {
        listen(&view, name, FirstView::take);
    }
    listen(&view, "hashchange", FirstView::take_link);
    for name in ["pagehide", "visibilitychange"] {
        listen(&view, name, |view, _| view.leave());
    }
    listen(&view, "whole-starts", |view, _| view.hand_over());
    listen(&view, "whole-fails", |view, _| {
        view.again.clear();
        view.wish = None;
        view.say("");
    });
    // Done again where nothing of this is borrowed: each may come back as an event.
    let whole = Rc::clone(&view);
    window_event_listener_untyped("whole-stands", move |_| {
        let again = std::mem::take(&mut whole.borrow_mut().again);
        for one in again {
            one.act();
        }
    });
    come_alive(|| ());
}

fn listen(view: &Rc<RefCell<FirstView>>, name: &str, act: fn(&mut FirstView, &Event)) {
    let view = Rc::clone(view);
    window_event_listener_untyped(name, move |event| {
        // What one of its own doings sets off is none of a person's.
        if let Ok(mut view) = view.try_borrow_mut()
            && !view.is_over
        {
            act(&mut view, &event);
        }
    });
}

impl FirstView {
    /// Shows what has changed.
    fn paint(&mut self) {
        self.moving.paint(&self.first);
        refused::show(&self.place, self.first.refusals());
    }

    /// Shows, says and writes what a step has come to.
    fn settle(&mut self) {
        self.has_worked = true;
        self.paint();
        self.settled.paint(&self.first);
        self.say(&self.first.listening());
        let link = self.first.link();
        if is_work(&link) {
            store::save(&link);
        }
        self.bar.want(link);
        // A switch is shown against what was before it, which the whole page does.
        if self.first.compares() {
            announce("whole");
        }
    }

    fn say(&self, sentence: &str) {
        if let Ok(Some(status)) = self.place.query_selector("[role=status]") {
            status.set_text_content(Some(sentence));
        }
    }

    /// A link that has come into the address: the whole page reads links.
    fn take_link(&mut self, event: &Event) {
        let Some(event) = event.dyn_ref::<HashChangeEvent>() else {
            return;
        };
        let mut link = None;
        self.bar.read(&event.new_url(), |fragment| {
            if is_about_a_room(fragment) {
                link = Some(fragment.to_owned());
            }
            link.is_some().then_some(true)
        });
        if let Some(link) = link {
            self.again.push(Again::Link(link));
            self.bring_whole();
        }
    }

    /// Has the whole page come, and do there what was done here.
    fn bring(&mut self, event: &Event, target: &Element) {
        self.again.extend(Again::of(event, target));
        self.bring_whole();
    }

    fn bring_whole(&self) {
        self.say(words::coming());
        announce("whole");
    }

    /// Leaves the work to whoever goes on with it, in this document or the next.
    fn leave(&self) {
        if self.has_worked {
            self.bar.write();
            store::leave_steps(&self.first.steps());
        }
    }

    /// Leaves the page to the whole one, which is about to start.
    fn hand_over(&mut self) {
        self.is_over = true;
        let mut first = refused::again(&self.place);
        first.extend(Again::focused());
        first.extend(Again::draft());
        self.again.splice(0..0, first);
        self.leave();
        self.bar.rest();
        if let Some(wish) = &self.wish {
            let address = format!("{wish}{}", window().location().hash().unwrap_or_default());
            if let Ok(history) = window().history() {
                let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
            }
        }
        // The address may not have been written: browsers refuse at times.
        if let Some(root) = root().filter(|_| self.has_worked) {
            root.dataset().set(WORK, &self.first.link()).ok();
        }
    }
}

/// Which number a slider or a field is for.
fn address(element: &Element) -> Option<Address> {
    if element.get_attribute("data-control").as_deref() == Some("temperature") {
        return Some(Address::Control("temperature"));
    }
    let letter = element.get_attribute("data-vector")?;
    let index = |name: &str| element.get_attribute(name)?.parse().ok();
    Some(Address::Number(Slot {
        tensor: Tensor::VECTORS
            .into_iter()
            .find(|tensor| tensor.letter() == letter)?,
        row: index("data-token")?,
        column: index("data-component")?,
    }))
}
