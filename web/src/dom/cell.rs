use leptos::ev::{KeyboardEvent, MouseEvent};
use wasm_bindgen::JsCast;
use web_sys::{Element, SvgElement};

/// The cell of the matrix that an event came from: query and key.
pub(crate) fn cell_at(event: &MouseEvent) -> Option<(usize, usize)> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let cell = target.closest("[data-weight-cell]").ok()??;
    let index = |name| cell.get_attribute(name)?.parse().ok();
    Some((index("data-query")?, index("data-key")?))
}

/// Puts the keyboard's focus on another cell of the matrix that an event came from.
pub(crate) fn focus_cell(event: &KeyboardEvent, (query_index, key_index): (usize, usize)) {
    let selector = format!("[data-query='{query_index}'][data-key='{key_index}']");
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let matrix = target.and_then(|target| target.closest("svg").ok().flatten());
    let cell = matrix.and_then(|matrix| matrix.query_selector(&selector).ok().flatten());
    if let Some(cell) = cell.and_then(|cell| cell.dyn_into::<SvgElement>().ok()) {
        // Where it can't be focused, the focus stays.
        let _ = cell.focus();
    }
}
