//! The weights as a matrix: a row for each guest who asks, a column for each who is heard.

mod cell;
mod frame;
mod keys;

use attention_scene::{Hearing, Trace};
use leptos::{ev::KeyboardEvent, ev::MouseEvent, prelude::*};

use self::{
    cell::Cell,
    frame::Frame,
    keys::{Act, act},
};
use crate::{Mixer, app::use_mixer, dom, reactive, words};

/// The matrix of the head that is looked at.
#[component]
pub(crate) fn Matrix() -> impl IntoView {
    let mixer = use_mixer();
    let head = reactive::count(move || mixer.head());
    let grid = reactive::part(move || {
        let head_index = head.get();
        let grid = |frame| view! { <Grid head_index frame /> };
        frame::draw(&mixer.tokens().get()).map(grid).into_any()
    });
    let hint = move || match is_by_cell(mixer) {
        true => words::matrix_hint_cells().to_owned(),
        false => words::matrix_hint_rows().to_owned(),
    };
    let silent = move || {
        let is_silent = |index: &usize| mixer.row(0, *index, |trace| trace.is_silent(*index));
        let silent = (0..mixer.token_count().get()).filter(is_silent);
        let sentences: Vec<String> = silent
            .map(|index| words::silent(&mixer.token(index)))
            .collect();
        sentences.join(" ")
    };
    view! {
        <figure class="matrix">
            <figcaption id="matrix-title">{words::matrix_title()}</figcaption>
            <p id="matrix-hint">{reactive::text(hint)}</p>
            <div class="heat">{grid}</div>
            <p>{reactive::text(silent)}</p>
        </figure>
    }
}

/// Whether a cell of the matrix says who may listen; otherwise it asks its row's guest.
fn is_by_cell(mixer: Mixer) -> bool {
    matches!(mixer.hearing(), Hearing::Cells(_))
}

/// The cells, and the mark of the row in focus, over their frame.
#[component]
fn Grid(head_index: usize, frame: Frame) -> impl IntoView {
    let mixer = use_mixer();
    let count = mixer.tokens().with_untracked(|tokens| tokens.len());
    // The one cell that Tab leads to, and arrow keys lead on from.
    let at = RwSignal::new((untrack(|| mixer.focus()), 0));
    let use_cell = move |(query_index, key_index): (usize, usize)| {
        at.set((query_index, key_index));
        let is_allowed = |trace: &Trace| trace.is_allowed(query_index, key_index);
        match untrack(|| is_by_cell(mixer)) {
            true => {
                let allowed = untrack(|| mixer.row(0, query_index, is_allowed));
                mixer.set_cell(query_index, key_index, !allowed);
            }
            false => mixer.ask(query_index),
        }
    };
    let on_click = move |event: MouseEvent| {
        if let Some(cell) = dom::cell_at(&event) {
            use_cell(cell);
        }
    };
    let on_keydown = move |event: KeyboardEvent| {
        let Some(act) = act(&event.key(), event.ctrl_key(), at.get_untracked(), count) else {
            return;
        };
        event.prevent_default();
        match act {
            Act::Use => use_cell(at.get_untracked()),
            Act::Go(cell) => {
                at.set(cell);
                dom::focus_cell(&event, cell);
            }
        }
    };
    let corner = (frame.left, frame.top);
    let cell = frame.cell;
    let rows = reactive::each(0..count, |query_index| {
        let cells = reactive::each(0..count, |key_index| {
            let (across, down) = (key_index as i32 * cell.0, query_index as i32 * cell.1);
            let corner = (corner.0 + across, corner.1 + down);
            view! { <Cell head_index query_index key_index corner size=cell at /> }
        });
        let in_focus = reactive::true_where(move || mixer.focus() == query_index);
        view! {
            <g role="row" aria-current=in_focus>
                {cells}
            </g>
        }
    });
    let mark_top = move || (corner.1 - 1 + mixer.focus() as i32 * cell.1).to_string();
    view! {
        <div inner_html=frame.svg></div>
        <svg
            role="grid"
            aria-labelledby="matrix-title"
            aria-describedby="matrix-hint"
            width=frame.width
            height=frame.height
            on:click=on_click
            on:keydown=on_keydown
        >
            {rows}
            <rect
                class="asking"
                aria-hidden="true"
                x=4
                width=frame.width - 6
                y=reactive::text(mark_top)
                height=cell.1
            />
        </svg>
    }
}
