//! The module that reads and writes files.

use js_sys::{Function, Promise, Reflect};
use leptos::{prelude::window, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, HtmlElement};

use super::take::Told;

/// Loads the module, and has it fill its place, which is there by then.
pub(crate) fn open_files(told: Told) {
    spawn_local(async move {
        let opened = match opening() {
            Ok(opening) => JsFuture::from(opening).await.is_ok(),
            Err(_) => false,
        };
        told(opened);
    });
}

/// The page's own script knows where the module is.
fn opening() -> Result<Promise, JsValue> {
    let open: Function = Reflect::get(&window(), &"openFiles".into())?.dyn_into()?;
    open.call0(&JsValue::NULL)?.dyn_into()
}

/// What the module has left in its place: the link of a room that was opened, if one was, and what is to be said.
pub(crate) fn taken(event: &Event) -> (Option<String>, String) {
    let place = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlElement>().ok());
    let left = |name| place.as_ref().and_then(|place| place.dataset().get(name));
    (left("taken"), left("said").unwrap_or_default())
}
