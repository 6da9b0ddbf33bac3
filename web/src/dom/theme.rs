use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Sets the page's colours: `auto`, `light` or `dark`.
pub(crate) fn set_theme(theme: &str) {
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element())
        .and_then(|root| root.dyn_into::<HtmlElement>().ok());
    if let Some(root) = root {
        // Refused only by a document that is going away.
        let _ = root.dataset().set("theme", theme);
    }
}
