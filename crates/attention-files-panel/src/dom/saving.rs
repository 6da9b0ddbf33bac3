//! Taking a file out of the page.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url, window};

use super::{chart, panel::Panel, png};
use crate::{
    words,
    writing::{Export, Format},
};

/// When a browser has surely taken what was saved, in milliseconds.
const TAKEN: i32 = 60_000;

impl Panel {
    /// Saves something, or copies it; or says why not.
    pub(super) async fn export(
        &self,
        export: Export,
        is_copy: bool,
    ) -> Result<String, &'static str> {
        let text = self.text_of(export).ok_or(words::file_no_chart())?;
        let is_png = matches!(export, Export::Picture(_, Format::Png));
        if is_copy {
            if is_png {
                return Err(words::file_no_text());
            }
            return match copy(&text).await {
                Ok(()) => Ok(words::file_copied().to_owned()),
                Err(_) => Err(words::file_not_copied()),
            };
        }
        let blob = match is_png {
            true => png::of(&text).await,
            false => blob(&text, export.kind()),
        };
        let name = export.file_name();
        blob.and_then(|blob| save(&blob, &name))
            .map_err(|_| words::file_not_saved())?;
        Ok(words::file_saved(&name))
    }

    fn text_of(&self, export: Export) -> Option<String> {
        match export {
            Export::Picture(picture, _) if picture.place().is_some() => {
                chart::svg(picture.place()?)
            }
            _ => export.write(&self.shown()?),
        }
    }
}

async fn copy(text: &str) -> Result<(), JsValue> {
    let navigator = window().ok_or(JsValue::NULL)?.navigator();
    // Only there where the page came by a secure way.
    let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into())?;
    if !clipboard.is_object() {
        return Err(JsValue::NULL);
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await?;
    Ok(())
}

pub(super) fn blob(text: &str, kind: &str) -> Result<Blob, JsValue> {
    let bag = BlobPropertyBag::new();
    bag.set_type(kind);
    Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &bag)
}

fn save(blob: &Blob, name: &str) -> Result<(), JsValue> {
    let window = window().ok_or(JsValue::NULL)?;
    let document = window.document().ok_or(JsValue::NULL)?;
    let address = Url::create_object_url_with_blob(blob)?;
    let anchor: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    anchor.set_href(&address);
    anchor.set_download(name);
    anchor.click();
    let let_go = Closure::once_into_js(move || {
        let _ = Url::revoke_object_url(&address);
    });
    window.set_timeout_with_callback_and_timeout_and_arguments_0(let_go.unchecked_ref(), TAKEN)?;
    Ok(())
}
