//! Vectors of two numbers as arrows, whose tips move the numbers.

mod arrow;
mod handle;
mod inputs;
mod meeting;
mod names;
mod values;
mod view;

use attention_scene::{Axis, PagePart, Source, Tensor};
use leptos::prelude::*;

use self::{inputs::Inputs, meeting::Meeting, values::Values};
use crate::{app::use_mixer, panel::Panel, reactive, words};

/// How many guests' arrows can be told apart.
const MOST_GUESTS: usize = 12;
/// The id of the sentence that says how to move a tip by keys.
const KEYS: &str = "arrows-keys";

/// The guests' vectors as arrows, as far as these have two numbers.
#[component]
pub(crate) fn Arrows() -> impl IntoView {
    let content = || view! { <Planes /> }.into_any();
    view! { <Panel part=PagePart::Arrows title=words::arrows() open=true content=Box::new(content) /> }
}

/// What there is to draw: whatever of it changes, the planes are built anew.
#[derive(Clone, Copy)]
struct Room {
    head_index: usize,
    count: usize,
    is_given: bool,
}

#[component]
fn Planes() -> impl IntoView {
    let mixer = use_mixer();
    let head = reactive::count(move || mixer.head());
    let given = reactive::count(move || usize::from(mixer.source() == Source::Given));
    // Another room may call for a closer look.
    let preset = reactive::count(move || mixer.preset() as usize);
    let count = mixer.token_count();
    let plane = move |axis, build: fn(Room) -> AnyView| {
        let size = mixer.dimension(axis);
        reactive::part(move || {
            // Read, not tracked alone: a memo that nobody has read counts as changed at the first
            // movement, and planes built anew then let go of the tip that is dragged.
            let _ = preset.get();
            let room = Room {
                head_index: head.get(),
                count: count.get(),
                is_given: given.get() == 1,
            };
            match size.get() {
                // There are no embeddings where vectors are given.
                0 => ().into_any(),
                _ if axis == Axis::Model && room.is_given => ().into_any(),
                _ if room.count > MOST_GUESTS => crowd(axis),
                2 => build(room),
                size => too_many(axis, size),
            }
        })
    };
    let says = reactive::text(move || match given.get() {
        1 => words::arrows_says().to_owned(),
        _ => words::arrows_results().to_owned(),
    });
    view! {
        <p>{says}</p>
        <p class="status" id=KEYS>
            {words::arrows_keys()}
        </p>
        <div class="planes">
            {plane(Axis::Model, |room| view! { <Inputs room /> }.into_any())}
            {plane(Axis::Key, |room| view! { <Meeting room /> }.into_any())}
            {plane(Axis::Value, |room| view! { <Values room /> }.into_any())}
        </div>
    }
}

/// Why there are no arrows: vectors of more, or fewer, than two numbers.
fn too_many(axis: Axis, size: usize) -> AnyView {
    let size = size.to_string();
    view! {
        <div class="plane">
            <h3>{title(axis)}</h3>
            <p>{words::arrows_given_up(&size)}</p>
        </div>
    }
    .into_any()
}

/// Why there are no arrows: too many guests.
fn crowd(axis: Axis) -> AnyView {
    let most = MOST_GUESTS.to_string();
    view! {
        <div class="plane">
            <h3>{title(axis)}</h3>
            <p>{words::arrows_crowd(&most)}</p>
        </div>
    }
    .into_any()
}

fn title(axis: Axis) -> &'static str {
    match axis {
        Axis::Key => words::meeting_plane(),
        Axis::Value => words::values_plane(),
        Axis::Model => words::inputs_plane(),
    }
}

impl Room {
    /// The first column of the two that the head looked at has in a matrix of heads side by side.
    fn column(self, tensor: Tensor) -> usize {
        match tensor {
            Tensor::Embeddings => 0,
            _ => 2 * self.head_index,
        }
    }
}
