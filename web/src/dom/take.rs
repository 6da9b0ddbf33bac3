//! Taking things out of the page: to the clipboard, or as a file.

use attention_scene::with_link;
use js_sys::{Array, Function, Promise, Reflect};
use leptos::{ev::MouseEvent, prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, Element, HtmlAnchorElement, HtmlTextAreaElement, Response, Url,
};

/// What is told whether something was taken along.
pub(crate) type Told = Box<dyn FnOnce(bool)>;

/// The whole page as one file, beside the page.
const FILE: &str = "attention-mixer.html";

/// The address of this page with a link.
pub(crate) fn address_of(link: &str) -> String {
    let location = window().location();
    let whole = location.href().unwrap_or_default();
    let end = whole.find(['?', '#']).unwrap_or(whole.len());
    format!("{}#{link}", &whole[..end])
}

/// Packs a link, and tells what it became; where the browser can't, nothing.
pub(crate) fn pack(link: &str, told: Box<dyn FnOnce(String)>) {
    let packing = Reflect::get(&window(), &"packed".into())
        .and_then(JsCast::dyn_into::<Function>)
        .and_then(|packed| packed.call1(&JsValue::NULL, &link.into()))
        .and_then(JsCast::dyn_into::<Promise>);
    spawn_local(async move {
        if let Ok(packing) = packing
            && let Ok(packed) = JsFuture::from(packing).await
        {
            told(packed.as_string().unwrap_or_default());
        }
    });
}

/// Copies a text. Where the browser doesn't let it, the text beside the button is selected, to be
/// copied by hand.
pub(crate) fn copy(event: &MouseEvent, text: String, told: Told) {
    let field = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .and_then(|button| button.parent_element())
        .and_then(|row| row.query_selector("textarea").ok().flatten())
        .and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into());
    let is_there = clipboard.is_ok_and(|clipboard| clipboard.is_object());
    spawn_local(async move {
        let copied = is_there
            && JsFuture::from(window().navigator().clipboard().write_text(&text))
                .await
                .is_ok();
        if let Some(field) = field.filter(|_| !copied) {
            field.focus().ok();
            field.select();
        }
        told(copied);
    });
}

/// Saves the page as one file that opens with a link.
pub(crate) fn save_page(link: String, told: Told) {
    spawn_local(async move {
        let page = match itself() {
            Some(page) => Ok(page),
            None => fetched().await,
        };
        let saved = page.and_then(|page| save(&with_link(&page, &link).ok_or(JsValue::NULL)?));
        told(saved.is_ok());
    });
}

/// This page, if it is such a file, as it was before it came alive.
fn itself() -> Option<String> {
    let document = document();
    document
        .query_selector("meta[name=attention-mixer-link]")
        .ok()??;
    PRISTINE.with_borrow(Clone::clone)
}

thread_local! {
    static PRISTINE: std::cell::RefCell<Option<String>> = const { std::cell::RefCell::new(None) };
}

/// The link that the file was saved with, where the page is one; before it comes alive, since the
/// page is kept as it is, to be saved again.
#[cfg(feature = "csr")]
pub(super) fn saved_link() -> Option<String> {
    let document = document();
    let meta = document
        .query_selector("meta[name=attention-mixer-link]")
        .ok()??;
    let root = document.document_element()?;
    let copy = root
        .clone_node_with_deep(true)
        .ok()?
        .dyn_into::<Element>()
        .ok()?;
    for name in ["class", "data-theme", "data-view"] {
        copy.remove_attribute(name).ok()?;
    }
    PRISTINE.set(Some(format!("<!doctype html>{}", copy.outer_html())));
    meta.get_attribute("content")
        .filter(|link| !link.is_empty())
}

async fn fetched() -> Result<String, JsValue> {
    let response: Response = JsFuture::from(window().fetch_with_str(FILE))
        .await?
        .dyn_into()?;
    if !response.ok() {
        return Err(JsValue::NULL);
    }
    let text = JsFuture::from(response.text()?).await?;
    text.as_string().ok_or(JsValue::NULL)
}

fn save(page: &str) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type("text/html");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&page.into()), &kind)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let anchor: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    anchor.set_href(&address);
    anchor.set_download(FILE);
    anchor.click();
    // Once the browser has taken it.
    set_timeout(
        move || {
            let _ = Url::revoke_object_url(&address);
        },
        std::time::Duration::from_secs(60),
    );
    Ok(())
}
