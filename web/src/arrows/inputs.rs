use attention_scene::{Axis, Slot, Tensor};
use leptos::prelude::*;

use super::{
    Room,
    arrow::Arrow,
    view::{PlaneFigure, View},
};
use crate::{app::use_mixer, reactive, words};

/// Embeddings in a plane.
#[component]
pub(super) fn Inputs(room: Room) -> impl IntoView {
    let look = View::of(use_mixer(), room, &[Tensor::Embeddings]);
    let arrows = reactive::each(0..room.count, |row| {
        let first = Slot {
            tensor: Tensor::Embeddings,
            row,
            column: 0,
        };
        view! { <Arrow first look is_edited=true watched=None weight=None /> }
    });
    view! {
        <PlaneFigure
            axis=Axis::Model
            name="inputs"
            look
            drawn=arrows.into_any()
            says=reactive::text(|| words::inputs_say().to_owned())
        />
    }
}
