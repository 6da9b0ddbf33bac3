use attention_scene::{Axis, Pair, Reading, Slot, Tensor, hull, path};
use leptos::prelude::*;

use super::{
    Room,
    arrow::Arrow,
    names::{Name, Named, named as named_vector},
    view::{PlaneFigure, View},
};
use crate::{app::use_mixer, reactive, words};

/// Values in a plane, the shape that they span, and what the guest in focus mixes of them.
#[component]
pub(super) fn Values(room: Room) -> impl IntoView {
    let mixer = use_mixer();
    let look = View::of(mixer, room, &[Tensor::Values]);
    let first = room.column(Tensor::Values);
    let read =
        move |reading: Reading| mixer.whole(|_, trace| reading.look_up(trace).unwrap_or_default());
    let slot = |row| Slot {
        tensor: Tensor::Values,
        row,
        column: first,
    };
    let arrows = reactive::each(0..room.count, |row| {
        view! { <Arrow first=slot(row) look is_edited=room.is_given watched=None /> }
    });
    let span = move || {
        let values: Vec<Pair> = mixer.whole(|_, trace| {
            let number = |row, column| trace.vector_number(Tensor::Values, row, column);
            (0..room.count)
                .filter_map(|row| Some([number(row, first)?, number(row, first + 1)?]))
                .collect()
        });
        let plane = look.plane();
        let corners: Vec<Pair> = hull(&values)
            .into_iter()
            .map(|corner| plane.to_picture(corner))
            .collect();
        format!("{}z", path(&corners))
    };
    let output = [0, 1].map(|component| {
        reactive::number(move || read(Reading::output(room.head_index, mixer.focus(), component)))
    });
    let mixed = move || output.map(|number| number.get());
    let tip = move || look.plane().tip(mixed());
    let at = move || {
        let [across, down] = tip().at;
        format!("translate({across:.2} {down:.2})")
    };
    let name = move || words::mixture_label(&mixer.token(mixer.focus()));
    let result = move || words::arrow_result(&name(), &words::vector(mixed(), tip().is_beyond));
    let drawn = view! {
        <path class="span" data-span="" d=reactive::text(span) />
        {arrows}
        <g
            class="arrow output"
            role="img"
            aria-label=reactive::text(result)
            data-arrow="output"
            data-query=reactive::text(move || mixer.focus().to_string())
            data-beyond=reactive::true_where(move || tip().is_beyond)
        >
            <path class="stem" d=reactive::text(move || tip().stem()) />
            <circle class="head" r="6" transform=reactive::text(at) />
        </g>
    };
    let becomes = move || Name {
        tip: tip(),
        class: "arrow output".to_owned(),
        says: name(),
    };
    let mut named: Vec<Named> = vec![Box::new(becomes)];
    named.extend((0..room.count).map(|row| {
        let weight =
            reactive::number(move || read(Reading::weight(room.head_index, mixer.focus(), row)));
        named_vector(mixer, slot(row), look, Some(weight))
    }));
    let says = move || {
        let query = mixer.token(mixer.focus());
        match mixer.row(room.head_index, mixer.focus(), |trace| {
            trace.is_silent(mixer.focus())
        }) {
            true => words::silent(&query),
            false => words::mixture(&words::vector(mixed(), false), &query),
        }
    };
    view! {
        <PlaneFigure
            axis=Axis::Value
            name="values"
            look
            drawn=drawn.into_any()
            named
            says=reactive::text(says)
        />
    }
}
