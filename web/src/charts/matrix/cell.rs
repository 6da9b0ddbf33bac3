use attention_scene::Reading;
use leptos::prelude::*;

use crate::{app::use_mixer, reactive, words};

/// What is left free between cells, so that their borders stand on the paper.
const GAP: i32 = 4;

/// One weight: the fuller its colour, the larger; as a number; hatched where nobody may listen.
#[component]
pub(super) fn Cell(
    head_index: usize,
    query_index: usize,
    key_index: usize,
    corner: (i32, i32),
    size: (i32, i32),
    at: RwSignal<(usize, usize)>,
) -> impl IntoView {
    let mixer = use_mixer();
    let weight = mixer.read(Reading::weight(head_index, query_index, key_index));
    let allowed = mixer.allowed(query_index, key_index);
    // Told on only when a number on screen changes.
    let percent = reactive::count(move || (weight.get() * 100.0).round() as usize);
    let (width, height) = (size.0 - GAP, size.1 - GAP);
    let (left, top) = corner;
    let label = move || {
        let [key, query] = [key_index, query_index].map(|index| mixer.token(index));
        match allowed.get() {
            0 => words::may_not_listen(&key, &query),
            _ => words::gives(&key, &format!("{}%", percent.get()), &query),
        }
    };
    let tab_index = move || match at.get() == (query_index, key_index) {
        true => "0".to_owned(),
        false => "-1".to_owned(),
    };
    let number = move || match allowed.get() {
        0 => String::new(),
        _ => format!("{}%", percent.get()),
    };
    let opacity = move || format!("{:.2}", percent.get() as f64 / 100.0);
    let hatch = move || match allowed.get() {
        0 => hatch(corner, (width, height)),
        _ => String::new(),
    };
    view! {
        <g
            role="gridcell"
            tabindex=reactive::text(tab_index)
            aria-label=reactive::text(label)
            data-weight-cell=""
            data-query=query_index
            data-key=key_index
        >
            <rect x=left y=top width=width height=height fill-opacity=reactive::text(opacity) />
            <path d=reactive::text(hatch) />
            <text x=left + width / 2 y=top + height / 2 dy="0.35em" text-anchor="middle">
                {reactive::text(number)}
            </text>
        </g>
    }
}

/// Lines from one side of a cell to the other.
fn hatch((left, top): (i32, i32), (width, height): (i32, i32)) -> String {
    let right = left + width;
    let line = |start: i32| {
        // Downwards to the left, cut off at the cell's sides.
        let (x, y) = (start.min(right), top + (start - right).max(0));
        let length = (x - left).min(top + height - y);
        format!("M{x} {y}l-{length} {length}")
    };
    (left + 8..right + height).step_by(8).map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hatching_stays_in_its_cell() {
        // Every 8 units from the left end of the top to the foot of the right side.
        assert_eq!(hatch((0, 0), (16, 12)), "M8 0l-8 8M16 0l-12 12M16 8l-4 4");
    }
}
