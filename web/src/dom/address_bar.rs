//! The address: it keeps up with the work, and links are put into it.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};

use leptos::prelude::{set_timeout, window};
use wasm_bindgen::JsValue;

/// How many writings may follow one another at once: a reload, or a failure, finds nearly always
/// everything there.
const BURST: u32 = 22;
/// When a writing of a burst counts no more.
const REST: Duration = Duration::from_secs(30);
/// Between two writings after that. Safari refuses more than a hundred in half a minute: these are 75,
/// and the burst.
const PAUSE: Duration = Duration::from_millis(400);
/// The longest pause, where browsers go on refusing.
const LONG_PAUSE: Duration = Duration::from_secs(60);

/// What stands in the address, and what is to be written into it: without filling the back button, a
/// reload, or a start after a failure, finds the work there. Copies are handles to the same.
#[derive(Clone)]
pub(super) struct AddressBar(Rc<Writing>);

struct Writing {
    /// The link that stands there, or stood there before a plain name came in its place.
    link: RefCell<Option<String>>,
    /// The link that is still to be written.
    wanted: RefCell<Option<String>>,
    is_pausing: Cell<bool>,
    /// How many writings may still follow at once.
    burst: Cell<u32>,
}

impl AddressBar {
    /// Over the fragment that the page opened with.
    pub(super) fn new(fragment: Option<String>) -> Self {
        let is_link = |fragment: &String| fragment.contains('=') && !fragment.starts_with('?');
        Self(Rc::new(Writing {
            link: RefCell::new(fragment.filter(is_link)),
            wanted: RefCell::default(),
            is_pausing: Cell::default(),
            burst: Cell::new(BURST),
        }))
    }

    /// Has a link written, now or in time.
    pub(super) fn want(&self, link: String) {
        let stands = self.stands(&link);
        self.0.wanted.replace((!stands).then_some(link));
        let burst = self.0.burst.get();
        if burst > 0 && !stands {
            self.0.burst.set(burst - 1);
            let bar = self.clone();
            set_timeout(move || bar.0.burst.set(bar.0.burst.get() + 1), REST);
            self.write();
        }
        self.write_in_time(PAUSE);
    }

    /// Writes what is to be written, as far as the browser lets it.
    pub(super) fn write(&self) {
        let Some(link) = self.0.wanted.borrow().clone() else {
            return;
        };
        let history = window().history();
        let address = format!("#{link}");
        // Refused where it comes too often, and where a sandbox forbids it.
        let written = history
            .and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&address)));
        if written.is_ok() {
            self.0.link.replace(Some(link));
            self.0.wanted.replace(None);
        }
    }

    /// Writes no more: another writes the work's link from now on.
    pub(super) fn rest(&self) {
        self.0.wanted.replace(None);
    }

    /// What has come into the address: a link, which is `follow`ed (whether it could be; `None`: it
    /// isn't one), or something else, in whose place the work's own link stands again.
    pub(super) fn read(&self, address: &str, follow: impl FnOnce(&str) -> Option<bool>) {
        let (_, fragment) = address.split_once('#').unwrap_or_default();
        // Unless the work has gone on, and its own link is still to be written.
        if self.stands(fragment) && !self.is_waiting() {
            return;
        }
        if follow(fragment) == Some(true) {
            self.0.wanted.replace(None);
            self.0.link.replace(Some(fragment.to_owned()));
        } else if !self.is_waiting() {
            let link = self.0.link.borrow().clone();
            self.0.wanted.replace(link);
        }
        self.write();
        self.write_in_time(PAUSE);
    }

    fn stands(&self, link: &str) -> bool {
        self.0.link.borrow().as_deref() == Some(link)
    }

    fn is_waiting(&self) -> bool {
        self.0.wanted.borrow().is_some()
    }

    /// Writes now, or once the pause is over.
    fn write_in_time(&self, pause: Duration) {
        if self.0.is_pausing.get() || !self.is_waiting() {
            return;
        }
        self.write();
        let pause = match self.is_waiting() {
            true => (pause * 2).min(LONG_PAUSE),
            false => PAUSE,
        };
        self.0.is_pausing.set(true);
        let bar = self.clone();
        let go_on = move || {
            bar.0.is_pausing.set(false);
            bar.write_in_time(pause);
        };
        set_timeout(go_on, pause);
    }
}
