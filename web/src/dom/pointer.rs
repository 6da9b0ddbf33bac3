use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

/// Where a pointer is on the picture that the element under it belongs to: from 0 to 1 along
/// either side, and beyond outside of it.
pub(crate) fn place_in_picture(event: &PointerEvent) -> Option<[f64; 2]> {
    let picture = element(event)?.closest("svg").ok()??;
    let picture = picture.get_bounding_client_rect();
    Some([
        (f64::from(event.client_x()) - picture.left()) / picture.width(),
        (f64::from(event.client_y()) - picture.top()) / picture.height(),
    ])
}

/// Lets the element that a pointer was pressed on hear of it until it is let go, wherever it goes.
pub(crate) fn hold_pointer(event: &PointerEvent) {
    if let Some(element) = element(event) {
        // Refused where the pointer was let go already; then there is nothing to hold.
        let _ = element.set_pointer_capture(event.pointer_id());
    }
}

/// The element that a pointer's event is about.
pub(super) fn element(event: &PointerEvent) -> Option<Element> {
    event.target()?.dyn_into().ok()
}
