use attention_scene::{Axis, Slot, Tensor};
use leptos::prelude::*;

use super::{
    Room,
    arrow::Arrow,
    names::named,
    view::{PlaneFigure, View},
};
use crate::{app::use_mixer, reactive, words};

/// Embeddings in a plane.
#[component]
pub(super) fn Inputs(room: Room) -> impl IntoView {
    let mixer = use_mixer();
    let look = View::of(mixer, room, &[Tensor::Embeddings]);
    let first = |row| Slot {
        tensor: Tensor::Embeddings,
        row,
        column: 0,
    };
    let arrows = reactive::each(0..room.count, |row| {
        view! { <Arrow first=first(row) look is_edited=true watched=None /> }
    });
    let named = (0..room.count).map(|row| named(mixer, first(row), look, None));
    view! {
        <PlaneFigure
            axis=Axis::Model
            name="inputs"
            look
            drawn=arrows.into_any()
            named=named.collect()
            says=reactive::text(|| words::inputs_say().to_owned())
        />
    }
}
