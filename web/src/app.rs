//! The part of the page that is alive.

use leptos::{ev::MouseEvent, prelude::*};

use crate::{
    Mixer,
    charts::WeightBars,
    controls::Controls,
    derivation, dom,
    guide::Guide,
    messages::Messages,
    presets::Presets,
    reactive,
    saved::Saved,
    stage::Stage,
    steps::Steps,
    weights_table::WeightsTable,
    workshop::{Arithmetic, Pictures, Workshop},
};

/// The room over one mixer's state.
#[component]
pub fn App(
    /// The state it shows and acts on.
    mixer: Mixer,
) -> impl IntoView {
    provide_context(mixer);
    // Wherever a number stands, a click on it arrives here: one listener for all.
    let trace_number = move |event: MouseEvent| {
        if let Some((asked, origin)) = dom::asked_at(&event, derivation::PLACE) {
            mixer.trace_number(asked, origin);
        }
    };
    view! {
        <Messages />
        <Saved />
        <div class=reactive::text(move || mixer.not_yet()) on:click=trace_number>
        <Presets />
        <Guide />
        <div class="room">
            <Stage />
            <div class="desk">
                <Arithmetic />
                <Controls />
                <WeightBars />
            </div>
            <Steps />
            <Pictures />
        </div>
        <Workshop />
        <WeightsTable />
        </div>
    }
}

/// The mixer whose page this is.
pub(crate) fn use_mixer() -> Mixer {
    expect_context()
}
