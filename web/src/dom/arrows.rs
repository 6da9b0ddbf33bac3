use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// Moves the keyboard's focus among the numbers of a table by arrow keys, Home and End. The tables'
/// frame (`.scroller`) is the one stop of Tab; right or down leads in from there.
pub(crate) fn move_in_table(event: &KeyboardEvent) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key() {
        return;
    }
    if let Some(next) = next(event) {
        event.prevent_default();
        next.focus().ok();
    }
}

fn next(event: &KeyboardEvent) -> Option<HtmlElement> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let frame = target.closest(".scroller").ok()??;
    let numbers = frame.query_selector_all("tbody button").ok()?;
    let first_row = frame.query_selector("tbody tr").ok()??;
    let across = first_row.query_selector_all("button").ok()?.length();
    let here = |at: &u32| numbers.get(*at).is_some_and(|number| number == *target);
    let to = match (0..numbers.length()).find(here) {
        Some(at) => match event.key().as_str() {
            "ArrowRight" => at + 1,
            "ArrowLeft" => at.checked_sub(1)?,
            "ArrowDown" => at + across,
            "ArrowUp" => at.checked_sub(across)?,
            "Home" => at - at.checked_rem(across)?,
            "End" => at - at.checked_rem(across)? + across - 1,
            _ => return None,
        },
        None if target == frame && matches!(event.key().as_str(), "ArrowRight" | "ArrowDown") => 0,
        None => return None,
    };
    numbers.get(to)?.dyn_into().ok()
}
