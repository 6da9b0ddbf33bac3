use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

use crate::refusal::Refusal;

#[wasm_bindgen(module = "/src/rows.js")]
extern "C" {
    #[wasm_bindgen(js_name = isArray)]
    pub(crate) fn is_array(value: &JsValue) -> bool;
    /// What an error says, if it can be read.
    fn reason(thrown: &JsValue) -> String;
    /// As much of a string as a sentence bears, and any name that is known; nothing of what is no string.
    #[wasm_bindgen(js_name = shortText)]
    pub(crate) fn short_text(value: &JsValue) -> Option<String>;
}

#[wasm_bindgen]
extern "C" {
    /// An object of the caller's. It may be anything: each property may throw when it is read.
    pub(crate) type Request;

    #[wasm_bindgen(method, getter, catch)]
    pub(crate) fn q(this: &Request) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, getter, catch)]
    pub(crate) fn k(this: &Request) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, getter, catch)]
    pub(crate) fn v(this: &Request) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, getter, catch)]
    pub(crate) fn x(this: &Request) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, getter, catch, js_name = wQ)]
    pub(crate) fn w_q(this: &Request) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, getter, catch, js_name = wK)]
    pub(crate) fn w_k(this: &Request) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, getter, catch, js_name = wV)]
    pub(crate) fn w_v(this: &Request) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, getter, catch, js_name = wO)]
    pub(crate) fn w_o(this: &Request) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, getter, catch)]
    pub(crate) fn heads(this: &Request) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, getter, catch)]
    pub(crate) fn scale(this: &Request) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, getter, catch)]
    pub(crate) fn temperature(this: &Request) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, getter, catch)]
    pub(crate) fn mask(this: &Request) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, getter, catch)]
    pub(crate) fn query(this: &Request) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, getter, catch)]
    pub(crate) fn target(this: &Request) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, getter, catch)]
    pub(crate) fn data(this: &Request) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, getter, catch)]
    pub(crate) fn shape(this: &Request) -> Result<JsValue, JsValue>;
}

impl Request {
    /// Refuses what is no object; `wanted` says what to hand in.
    pub(crate) fn of<'a>(value: &'a JsValue, wanted: &str) -> Result<&'a Self, Refusal> {
        if value.is_object() && !is_array(value) {
            Ok(value.unchecked_ref())
        } else {
            Err(Refusal::input(format!(
                "{wanted} is taken, as one object, and this is {}",
                name_of(value)
            )))
        }
    }
}

/// What to say where reading a caller's object threw.
pub(crate) fn unreadable(name: &str) -> impl Fn(JsValue) -> Refusal {
    move |thrown| Refusal::input(format!("{name} cannot be read: {}", reason(&thrown)))
}

/// What kind of value this is, for a sentence.
pub(crate) fn name_of(value: &JsValue) -> String {
    if value.is_null() {
        return "null".into();
    }
    if is_array(value) {
        return "an array".into();
    }
    if let Some(number) = value.as_f64() {
        return number.to_string();
    }
    match value.js_typeof().as_string().unwrap_or_default().as_str() {
        "undefined" => "undefined".into(),
        "object" => "an object".into(),
        kind => format!("a {kind}"),
    }
}
