//! Where queries, keys and values come from.

mod change;
mod equation;
mod made_of;
mod matrix;
mod swap;

use attention_scene::{PagePart, Position, Source, Tensor};
use leptos::prelude::*;

pub(crate) use self::{equation::products, matrix::WeightGrid};
use self::{made_of::MadeOf, swap::Swap};
use crate::{
    app::use_mixer,
    choice::{Choice, fixed},
    panel::Panel,
    reactive, words,
};

/// The sources and the positions, as lists show them.
const SOURCES: [Source; 2] = [Source::Given, Source::Projected];
const POSITIONS: [Position; 3] = [Position::None, Position::Sinusoidal, Position::Edited];

/// Where vectors come from, and what they are made of where they are made.
#[component]
pub(crate) fn SourcePanel() -> impl IntoView {
    let content = Box::new(|| view! { <Content /> }.into_any());
    view! {
        <Panel
            part=PagePart::Source
            title=words::source_title()
            open=false
            opened_by=use_mixer().projected()
            content
        />
    }
}

#[component]
fn Content() -> impl IntoView {
    let mixer = use_mixer();
    let projected = mixer.projected();
    let says = move || match projected.get() {
        0 => words::source_says_given().to_owned(),
        _ => words::source_says_projected().to_owned(),
    };
    let sources = vec![
        fixed("given", words::source_given()),
        fixed("projected", words::source_projected()),
    ];
    let made = reactive::part_while(projected, || view! { <Projection /> }.into_any());
    view! {
        <div class="source">
            <Choice
                name="source"
                label=words::source()
                items=sources
                chosen=projected
                choose=Box::new(move |index| mixer.set_source(SOURCES[index]))
            />
            <p>{reactive::text(says)}</p>
            {made}
            <Swap />
        </div>
    }
}

/// Positions, matrices, and the arithmetic of the guest in focus.
#[component]
fn Projection() -> impl IntoView {
    let mixer = use_mixer();
    let position = reactive::count(move || {
        let found = POSITIONS
            .into_iter()
            .position(|one| one == mixer.position());
        found.unwrap_or_default()
    });
    let positions = vec![
        fixed("none", words::position_none()),
        fixed("sinusoidal", words::position_sinusoidal()),
        fixed("edited", words::position_edited()),
    ];
    let grid = |index: usize| view! { <WeightGrid tensor=Tensor::PROJECTIONS[index] /> };
    view! {
        <Choice
            name="position"
            label=words::positions()
            items=positions
            chosen=position
            choose=Box::new(move |index| mixer.set_position(POSITIONS[index]))
        />
        <div class="grids">{reactive::each(0..3, grid)}</div>
        <MadeOf />
    }
}
