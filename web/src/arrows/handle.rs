use attention_scene::{PagePart, Pair, Plane, REACH, Slot, nudged, print_exact, snapped};
use leptos::{
    ev::{KeyboardEvent, PointerEvent},
    prelude::*,
};

use super::{
    KEYS,
    arrow::head,
    view::{View, pair},
};
use crate::{Live, app::use_mixer, dom, reactive, words};

/// How far a pointer moves, in the picture, before it drags: pressing a tip changes nothing.
const STILL: f64 = 3.0;

/// A pointer that holds a tip.
#[derive(Clone, Copy)]
struct Hold {
    pointer: i32,
    /// Where it was pressed, in the picture.
    pressed: Pair,
    /// How far from the tip.
    beside: Pair,
    /// The vector before.
    before: Pair,
    has_moved: bool,
}

/// The tip of an arrow, to be dragged or moved by keys. To assistive technology it is a slider
/// whose text holds both numbers: screen readers then leave the arrow keys to it.
#[component]
pub(super) fn Handle(
    /// Its vector's first number.
    first: Slot,
    /// The vector's numbers in force.
    numbers: [Live; 2],
    /// How its plane is looked at.
    look: View,
    /// Whose key is looked at, where it is a key.
    watched: Option<RwSignal<Option<usize>>>,
) -> impl IntoView {
    let mixer = use_mixer();
    let hold = StoredValue::new(None::<Hold>);
    let Slot { tensor, row, .. } = first;
    let tip = move || look.plane().tip(pair(numbers));
    let watch = move |key_index| {
        if let Some(watched) = watched {
            watched.set(key_index);
        }
    };
    let on_pointerdown = move |event: PointerEvent| {
        let Some(pressed) = in_picture(&event).filter(|_| event.button() == 0) else {
            return;
        };
        dom::hold_pointer(&event);
        let at = untrack(tip).at;
        hold.set_value(Some(Hold {
            pointer: event.pointer_id(),
            pressed,
            beside: [pressed[0] - at[0], pressed[1] - at[1]],
            before: untrack(move || pair(numbers)),
            has_moved: false,
        }));
    };
    let on_pointermove = move |event: PointerEvent| {
        let held = hold
            .get_value()
            .filter(|held| held.pointer == event.pointer_id());
        let (Some(held), Some([across, down])) = (held, in_picture(&event)) else {
            return;
        };
        let moved = [across - held.pressed[0], down - held.pressed[1]];
        if held.has_moved || moved.iter().any(|along| along.abs() >= STILL) {
            hold.set_value(Some(Hold {
                has_moved: true,
                ..held
            }));
            let at = [across - held.beside[0], down - held.beside[1]];
            let vector = untrack(move || look.plane()).from_picture(at);
            mixer.move_vector(first, snapped(vector));
        }
    };
    let end = move || {
        if hold.get_value().is_some_and(|held| held.has_moved) {
            mixer.end_gesture();
        }
        hold.set_value(None);
    };
    let cancel = move || {
        if let Some(held) = hold.get_value().filter(|held| held.has_moved) {
            mixer.move_vector(first, held.before);
        }
        end();
    };
    let on_keydown = move |event: KeyboardEvent| {
        let by = if event.shift_key() { 1.0 } else { 0.1 };
        let [x, y] = untrack(move || pair(numbers));
        let vector = match event.key().as_str() {
            "Escape" => return cancel(),
            _ if event.ctrl_key() || event.alt_key() || event.meta_key() => return,
            "ArrowRight" => [nudged(x, by), y],
            "ArrowLeft" => [nudged(x, -by), y],
            "ArrowUp" => [x, nudged(y, by)],
            "ArrowDown" => [x, nudged(y, -by)],
            _ => return,
        };
        event.prevent_default();
        mixer.move_vector(first, vector);
    };
    let on_keyup = move |event: KeyboardEvent| {
        if event.key().starts_with("Arrow") {
            mixer.end_gesture();
        }
    };
    let name = move || words::arrow_name(&mixer.token(row), words::tensor(tensor));
    let now = move || print_exact(numbers[0].get().clamp(-REACH, REACH));
    let target = move || {
        let [across, down] = tip().at;
        format!("translate({across:.2} {down:.2})")
    };
    view! {
        <g
            class="handle"
            tabindex="0"
            role="slider"
            aria-roledescription=words::arrow_kind()
            aria-label=reactive::text(name)
            aria-valuemin=-REACH
            aria-valuemax=REACH
            aria-valuenow=reactive::text(now)
            aria-valuetext=reactive::text(move || words::vector(pair(numbers), tip().is_beyond))
            aria-describedby=KEYS
            aria-disabled=reactive::true_where(move || {
                mixer.locks(PagePart::of(tensor)) || mixer.locks(PagePart::Arrows)
            })
            data-handle=""
            data-vector=tensor.letter()
            data-token=row
            on:pointerdown=on_pointerdown
            on:pointermove=on_pointermove
            on:pointerup=move |_| end()
            on:pointercancel=move |_| cancel()
            on:keydown=on_keydown
            on:keyup=on_keyup
            on:focus=move |_| watch(Some(row))
            on:blur=move |_| watch(None)
        >
            <circle class="target" r="18" transform=reactive::text(target) />
            {head(tensor, tip)}
        </g>
    }
}

/// Where a pointer is, in the picture's own measure.
fn in_picture(event: &PointerEvent) -> Option<Pair> {
    let place = dom::place_in_picture(event)?;
    Some(place.map(|part| part * Plane::SIDE))
}
