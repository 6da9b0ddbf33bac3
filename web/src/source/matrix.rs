use attention_scene::{Slot, Tensor};
use leptos::prelude::*;

use crate::{
    app::use_mixer,
    card::NumberControl,
    choice::{Choice, Item},
    reactive, words,
};

/// Of a matrix of more numbers than this, one row is shown at a time.
const MANY: usize = 128;

/// A matrix of weights as a grid of sliders and fields; of several heads, the columns of those
/// looked at.
#[component]
pub(crate) fn WeightGrid(
    /// Which matrix.
    tensor: Tensor,
) -> impl IntoView {
    let mixer = use_mixer();
    let (rows, columns) = (mixer.rows(tensor), mixer.columns_shown(tensor));
    let chosen = RwSignal::new(0);
    let row_shown = reactive::count(move || chosen.get().min(rows.get().saturating_sub(1)));
    let is_large = reactive::count(move || {
        let numbers = rows.get() * columns.with(Vec::len);
        usize::from(numbers > MANY)
    });
    let choice = reactive::part_while(is_large, move || {
        let item = |row: usize| -> Item {
            let text = (row + 1).to_string();
            (row.to_string(), reactive::text(move || text.clone()))
        };
        view! {
            <Choice
                name="row"
                label=words::row()
                items=(0..rows.get()).map(item).collect()
                chosen=row_shown
                choose=Box::new(move |row| chosen.set(row))
            />
        }
        .into_any()
    });
    let grid = reactive::part(move || {
        let columns = columns.get();
        let shown = match is_large.get() {
            0 => 0..rows.get(),
            _ => row_shown.get()..row_shown.get() + 1,
        };
        reactive::each(shown, |row| {
            let number = |at: usize| {
                let slot = Slot {
                    tensor,
                    row,
                    column: columns[at],
                };
                view! { <NumberControl number=slot /> }
            };
            view! { <div class="matrix-row">{reactive::each(0..columns.len(), number)}</div> }
        })
        .into_any()
    });
    view! {
        <fieldset class=format!("matrix {}", tensor.letter())>
            <legend>
                <b>{words::tensor(tensor)}</b>
                " "
                {words::tensor_role(tensor)}
            </legend>
            {choice}
            {grid}
        </fieldset>
    }
}
