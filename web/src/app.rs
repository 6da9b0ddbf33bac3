//! The part of the page that is alive.

use attention_scene::{PagePart, View};
use leptos::{ev::MouseEvent, prelude::*};

use crate::{
    Mixer,
    charts::WeightBars,
    controls::Controls,
    derivation, dom,
    guide::Guide,
    messages::Messages,
    part::Part,
    presets::Presets,
    reactive,
    saved::Saved,
    stage::Stage,
    steps::Steps,
    turns::in_turn,
    weights_table::WeightsTable,
    words,
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
    let room = move || {
        view! {
            <div class=reactive::text(move || mixer.not_yet()) on:click=trace_number>
                <div class="tools">
                    <Part part=PagePart::Presets>
                        <Presets />
                    </Part>
                    <Present />
                </div>
                <Part part=PagePart::Walk>
                    <Guide />
                </Part>
                <div class="room">
                    <Part part=PagePart::Stage>
                        <Stage />
                    </Part>
                    <div class="desk">
                        <Arithmetic />
                        <Controls />
                        <Part part=PagePart::Bars>
                            <WeightBars />
                        </Part>
                    </div>
                    <Part part=PagePart::Steps>
                        <Steps />
                    </Part>
                    <Pictures />
                </div>
                <Workshop />
                <Part part=PagePart::Table>
                    <WeightsTable />
                </Part>
            </div>
        }
        .into_any()
    };
    view! {
        <Messages />
        <Surroundings />
        <Saved />
        {in_turn(room)}
    }
}

/// What a link's wishes come to, in words: that parts are locked, and, in another page, the way to
/// this one.
#[component]
fn Surroundings() -> impl IntoView {
    let mixer = use_mixer();
    let locked = reactive::part_while(mixer.locks_any(), || {
        view! { <p class="locked">{words::locked()}</p> }.into_any()
    });
    let embedded = reactive::count(move || usize::from(mixer.view() == View::Embed));
    let full = reactive::part_while(embedded, move || {
        let address = move || format!("{}?#{}", mixer.page(), mixer.link_in_full());
        view! {
            <p class="in-full">
                <a href=reactive::text(address) target="_blank" rel="noopener">
                    {words::open_in_full()}
                </a>
            </p>
        }
        .into_any()
    });
    view! {
        {locked}
        {full}
    }
}

/// Shows the page for a projector, and back.
#[component]
fn Present() -> impl IntoView {
    let mixer = use_mixer();
    let presents = move || mixer.view() == View::Present;
    let press = move |_| {
        mixer.choose_view(match untrack(presents) {
            true => View::Full,
            false => View::Present,
        });
    };
    view! {
        <button
            type="button"
            data-control="present"
            aria-pressed=reactive::text(move || presents().to_string())
            on:click=press
        >
            {words::present()}
        </button>
    }
}

/// The mixer whose page this is.
pub(crate) fn use_mixer() -> Mixer {
    expect_context()
}
