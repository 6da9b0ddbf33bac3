//! The address: it keeps up with the work, and links are put into it.

use std::time::Duration;

use leptos::{ev, prelude::*};
use wasm_bindgen::JsValue;

use crate::Mixer;

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

/// What stands in the address, and what is to be written into it.
#[derive(Clone, Copy)]
pub(super) struct AddressBar {
    mixer: Mixer,
    /// The link that stands there, or stood there before a plain name came in its place.
    link: StoredValue<Option<String>>,
    /// The link that is still to be written.
    wanted: StoredValue<Option<String>>,
    is_pausing: StoredValue<bool>,
    /// How many writings may still follow at once.
    burst: StoredValue<u32>,
}

impl AddressBar {
    /// Writes the work into the address as it goes on, without filling the back button: a reload,
    /// or a start after a failure, finds it there. Reads the links that are put into it.
    pub(super) fn keep(mixer: Mixer, fragment: Option<String>) {
        let is_link = |fragment: &String| fragment.contains('=') && !fragment.starts_with('?');
        let bar = Self {
            mixer,
            link: StoredValue::new(fragment.filter(is_link)),
            wanted: StoredValue::new(None),
            is_pausing: StoredValue::new(false),
            burst: StoredValue::new(BURST),
        };
        Effect::new(move |_| mixer.address().map(|link| bar.want(link)));
        window_event_listener(ev::hashchange, move |event| bar.read(&event.new_url()));
        window_event_listener(ev::visibilitychange, move |_| bar.write());
        window_event_listener(ev::pagehide, move |_| bar.write());
    }

    fn want(self, link: String) {
        let stands = self.link.with_value(|now| now.as_ref() == Some(&link));
        self.wanted.set_value((!stands).then_some(link));
        let burst = self.burst.get_value();
        if burst > 0 && !stands {
            self.burst.set_value(burst - 1);
            set_timeout(move || self.burst.update_value(|burst| *burst += 1), REST);
            self.write();
        }
        self.write_in_time(PAUSE);
    }

    /// Writes now, or once the pause is over.
    fn write_in_time(self, pause: Duration) {
        if self.is_pausing.get_value() || self.wanted.with_value(Option::is_none) {
            return;
        }
        self.write();
        let is_refused = self.wanted.with_value(Option::is_some);
        let pause = if is_refused {
            (pause * 2).min(LONG_PAUSE)
        } else {
            PAUSE
        };
        self.is_pausing.set_value(true);
        set_timeout(
            move || {
                self.is_pausing.set_value(false);
                self.write_in_time(pause);
            },
            pause,
        );
    }

    fn write(self) {
        let Some(link) = self.wanted.get_value() else {
            return;
        };
        let history = window().history();
        let address = format!("#{link}");
        // Refused where it comes too often, and where a sandbox forbids it.
        let written = history
            .and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&address)));
        if written.is_ok() {
            self.link.set_value(Some(link));
            self.wanted.set_value(None);
        }
    }

    /// What has come into the address: a link, which is followed, or something else, in whose
    /// place the work's own link stands again.
    fn read(self, address: &str) {
        let (_, fragment) = address.split_once('#').unwrap_or_default();
        let stands = self
            .link
            .with_value(|link| link.as_deref() == Some(fragment));
        // Unless the work has gone on, and its own link is still to be written.
        if stands && self.wanted.with_value(Option::is_none) {
            return;
        }
        if self.mixer.follow(fragment) == Some(true) {
            self.wanted.set_value(None);
            self.link.set_value(Some(fragment.to_owned()));
        } else if self.wanted.with_value(Option::is_none) {
            self.wanted.set_value(self.link.get_value());
        }
        self.write();
        self.write_in_time(PAUSE);
    }
}
