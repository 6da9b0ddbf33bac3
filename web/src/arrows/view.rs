use attention_scene::{Axis, Pair, Plane, REACH, Slot, Tensor};
use leptos::prelude::*;

use super::{
    Room,
    names::{Named, names},
    title,
};
use crate::{Live, Mixer, reactive, words};

/// How far a closer look reaches.
const CLOSER: f64 = 1.0;
/// How many lines stand on either side of zero. In a closer look they are a fifth apart.
const STEPS: i32 = 5;

/// A look at a plane.
#[derive(Clone, Copy)]
pub(super) struct View {
    closer: RwSignal<bool>,
    reach: Memo<f64>,
}

impl View {
    /// A look at the plane of these matrices' vectors: a closer one where all are near zero.
    pub(super) fn of(mixer: Mixer, room: Room, tensors: &[Tensor]) -> Self {
        let is_near = |tensor: &Tensor| {
            (0..room.count).all(|row| {
                let first = Slot {
                    tensor: *tensor,
                    row,
                    column: room.column(*tensor),
                };
                let near = |number: Live| number.get().abs() <= CLOSER;
                vector(mixer, first).into_iter().all(near)
            })
        };
        let closer = RwSignal::new(untrack(|| tensors.iter().all(is_near)));
        let reach = reactive::number(move || if closer.get() { CLOSER } else { REACH });
        Self { closer, reach }
    }

    /// The plane as it is looked at.
    pub(super) fn plane(self) -> Plane {
        Plane::reaching(self.reach.get())
    }
}

/// The two numbers of a guest's vector from an address on, given or worked out.
pub(super) fn vector(mixer: Mixer, first: Slot) -> [Live; 2] {
    [first.column, first.column + 1].map(|column| match first.tensor {
        Tensor::Embeddings => mixer.number(Slot { column, ..first }),
        tensor => mixer.vector_number(tensor, first.row, column),
    })
}

/// A vector's two numbers as they stand.
pub(super) fn pair(numbers: [Live; 2]) -> Pair {
    numbers.map(Live::get)
}

/// A plane: its grid, what is drawn in it, and what there is to say of it.
#[component]
pub(super) fn PlaneFigure(
    /// Whose vectors it is for.
    axis: Axis,
    /// Its name in the contract.
    name: &'static str,
    /// How it is looked at.
    look: View,
    /// What is drawn in it.
    drawn: AnyView,
    /// The names at its arrows' tips.
    named: Vec<Named>,
    /// What there is to say.
    says: reactive::Text,
) -> impl IntoView {
    let closer = look.closer;
    let edge =
        move |sign: &'static str| reactive::text(move || format!("{sign}{}", look.reach.get()));
    view! {
        <div class="plane" data-plane=name>
            <div class="plane-head">
                <h3>{title(axis)}</h3>
                <label class="switch">
                    <input
                        type="checkbox"
                        data-control="closer"
                        prop:checked=reactive::flag(move || closer.get())
                        on:change=move |event| closer.set(event_target_checked(&event))
                    />
                    {words::arrow_closer()}
                </label>
            </div>
            <svg viewBox="0 0 360 360" role="group" aria-label=title(axis)>
                <g aria-hidden="true">
                    <path class="grid" d=grid() />
                    <path class="axes" d="M180 30V330M30 180H330" />
                    <text x="334" y="196">{edge("")}</text>
                    <text x="26" y="196" text-anchor="end">{edge("\u{2212}")}</text>
                    <text x="186" y="24">{edge("")}</text>
                    <text x="186" y="348">{edge("\u{2212}")}</text>
                </g>
                {drawn}
                {names(named)}
            </svg>
            <p>{says}</p>
        </div>
    }
}

fn grid() -> String {
    let line = |step: i32| {
        let at = 180 + 30 * step;
        format!("M{at} 30V330M30 {at}H330")
    };
    (-STEPS..=STEPS).map(line).collect()
}
