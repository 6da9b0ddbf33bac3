use web_sys::PointerEvent;

use super::pointer::element;

/// Into which seat of its list the row that a pointer carries would come: after all the others
/// whose middle is above the pointer.
pub(crate) fn seat_under(event: &PointerEvent, from: usize) -> usize {
    let list = element(event).and_then(|target| target.closest("ol").ok().flatten());
    let mut row = list.and_then(|list| list.first_element_child());
    let (mut index, mut seat) = (0, 0);
    while let Some(one) = row {
        let place = one.get_bounding_client_rect();
        let middle = place.top() + place.height() / 2.0;
        if index != from && middle < f64::from(event.client_y()) {
            seat += 1;
        }
        index += 1;
        row = one.next_element_sibling();
    }
    seat
}
