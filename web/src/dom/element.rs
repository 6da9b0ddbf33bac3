//! The room inside somebody else's page: what the script of `<attention-mixer>`, in `embed/`, puts
//! into the element's shadow root.

use std::{
    any::Any,
    cell::{Cell, RefCell},
};

use attention_scene::Trace;
use js_sys::{Array, Function};
use leptos::{mount::mount_to, prelude::*};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::{App, Mixer, reactive, turns::Turns};

/// One room in one place, until it is freed.
#[wasm_bindgen]
pub struct Room {
    /// Where it is to stand, until it does.
    place: Cell<Option<HtmlElement>>,
    /// What is to be told of changes, until the room is whole.
    changed: Cell<Option<Function>>,
    /// What stands in the place.
    shown: RefCell<Option<Box<dyn Any>>>,
    mixer: Mixer,
    turns: Turns,
    owner: Owner,
}

#[wasm_bindgen]
impl Room {
    /// Opens a room for a place, which it comes to stand in as it is built. `page` is the address
    /// of the whole page, for the links that lead there; `changed` is called after every change,
    /// with the link to the state and the weights.
    #[wasm_bindgen(constructor)]
    pub fn open(place: HtmlElement, link: &str, page: String, changed: Function) -> Self {
        let owner = Owner::new();
        let mixer = owner.with(|| Mixer::open(Some(link)));
        mixer.stand_in(page);
        Self {
            place: Cell::new(Some(place)),
            changed: Cell::new(Some(changed)),
            shown: RefCell::default(),
            mixer,
            turns: owner.with(Turns::new),
            owner,
        }
    }

    /// Builds one more piece of the room. Whether there was one left: what is asked for between two
    /// pieces is looked after between them.
    pub fn build(&self) -> bool {
        if let Some(place) = self.place.take() {
            self.stand_in(place);
            return true;
        }
        let is_left = self.turns.come();
        if !is_left && let Some(changed) = self.changed.take() {
            self.owner.with(|| tell(self.mixer, changed));
        }
        is_left
    }

    /// The link to the state.
    #[wasm_bindgen(getter)]
    pub fn state(&self) -> String {
        untrack(|| self.mixer.link())
    }

    /// The weights: a row a query, a column a key.
    #[wasm_bindgen(getter)]
    pub fn weights(&self) -> Array {
        untrack(|| weights(self.mixer))
    }

    /// The colours that a link or the learner chose: `auto` where the page around decides.
    #[wasm_bindgen(getter)]
    pub fn theme(&self) -> String {
        let theme = untrack(|| self.mixer.theme());
        theme.unwrap_or_default().name().to_owned()
    }

    /// What the room is shown for: the name of a view.
    #[wasm_bindgen(getter)]
    pub fn view(&self) -> String {
        untrack(|| self.mixer.view()).name().to_owned()
    }

    /// Goes on from a link, as one step back from which the state before is there again.
    pub fn follow(&self, link: &str) {
        self.mixer.follow(link);
    }
}

impl Room {
    fn stand_in(&self, place: HtmlElement) {
        let (mixer, turns) = (self.mixer, self.turns);
        let shown = self.owner.with(|| {
            mount_to(place, move || {
                provide_context(turns);
                view! { <App mixer /> }
            })
        });
        self.shown.replace(Some(Box::new(shown)));
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        // What stands in the place goes before the state that it shows.
        self.shown.take();
        self.owner.cleanup();
    }
}

/// Calls what wants to know of every change.
fn tell(mixer: Mixer, changed: Function) {
    reactive::effect(move || {
        let (link, weights) = (mixer.link(), weights(mixer));
        // What goes wrong in the page around is that page's.
        let _ = changed.call2(&JsValue::NULL, &link.into(), &weights);
    });
}

fn weights(mixer: Mixer) -> Array {
    let head = mixer.head();
    mixer.trace().with(|trace| match head < trace.head_count() {
        true => rows(trace.head(head)),
        false => Array::new(),
    })
}

fn rows(trace: &Trace) -> Array {
    let row = |query_index| -> Array {
        let weight = |key_index| JsValue::from(trace.weight(query_index, key_index));
        (0..trace.n_keys()).map(weight).collect()
    };
    (0..trace.n_queries()).map(row).collect()
}
