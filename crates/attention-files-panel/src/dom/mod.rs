//! The one place of this module that touches the browser.

mod chart;
mod decimal;
mod opening;
mod panel;
mod png;
mod saving;

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

pub(crate) use self::decimal::decimal;
use self::panel::Panel;

/// Opens the panel in an element of the page, unless it has been closed by now.
#[wasm_bindgen]
pub fn open(place: Option<HtmlElement>) {
    if let Some(place) = place {
        Panel::open(place);
    }
}
