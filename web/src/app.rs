//! The page, from top to bottom.

use leptos::prelude::*;

use crate::{
    Mixer,
    controls::Controls,
    messages::Messages,
    page::{Footer, Header, Notices},
    stage::Stage,
    steps::Steps,
    weights_table::WeightsTable,
};

/// The whole page over one mixer's state.
#[component]
pub fn App(
    /// The state it shows and acts on.
    mixer: Mixer,
) -> impl IntoView {
    provide_context(mixer);
    view! {
        <Header />
        <Notices />
        <main>
            <Messages />
            <div class="room">
                <Stage />
                <Controls />
                <Steps />
            </div>
            <WeightsTable />
        </main>
        <Footer />
    }
}

/// The mixer whose page this is.
pub(crate) fn use_mixer() -> Mixer {
    expect_context()
}
