//! The part of the page that is alive.

use leptos::prelude::*;

use crate::{
    Mixer, charts::WeightBars, controls::Controls, guide::Guide, heads::HeadsPanel,
    messages::Messages, presets::Presets, reactive, saved::Saved, source::SourcePanel,
    stage::Stage, steps::Steps, weights_table::WeightsTable,
};

/// The room over one mixer's state.
#[component]
pub fn App(
    /// The state it shows and acts on.
    mixer: Mixer,
) -> impl IntoView {
    provide_context(mixer);
    view! {
        <Messages />
        <Saved />
        <div class=reactive::text(move || mixer.not_yet())>
        <Presets />
        <Guide />
        <div class="room">
            <Stage />
            <div class="desk">
                <Controls />
                <WeightBars />
            </div>
            <Steps />
        </div>
        <SourcePanel />
        <HeadsPanel />
        <WeightsTable />
        </div>
    }
}

/// The mixer whose page this is.
pub(crate) fn use_mixer() -> Mixer {
    expect_context()
}
