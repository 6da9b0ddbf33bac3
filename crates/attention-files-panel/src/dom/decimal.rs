use wasm_bindgen::JsValue;

/// The browser's own reader of decimals: Rust's brings tables that no compression shrinks.
pub(crate) fn decimal(text: &str) -> Option<f64> {
    let number = JsValue::from_str(text).unchecked_into_f64();
    (!number.is_nan()).then_some(number)
}
