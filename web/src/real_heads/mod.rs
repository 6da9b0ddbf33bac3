//! The heads of a trained model, fetched when somebody asks for them.

mod fetching;
mod heads;

use attention_scene::{PagePart, RealSentence};
use leptos::prelude::*;

use self::{fetching::Fetching, heads::Heads};
use crate::{panel::Panel, reactive, words};

/// A sentence to choose, and its heads once they are here.
#[component]
pub(crate) fn RealHeads() -> impl IntoView {
    let fetching = Fetching::new();
    let content = Box::new(move || view! { <Content fetching /> }.into_any());
    view! { <Panel part=PagePart::RealHeads title=words::real_heads() open=false content /> }
}

#[component]
fn Content(fetching: Fetching) -> impl IntoView {
    let option = |sentence: RealSentence| {
        let chosen = reactive::flag(move || fetching.sentence() == sentence);
        view! {
            <option value=sentence.name() prop:selected=chosen>
                {words::real_sentence(sentence)}
            </option>
        }
        .into_any()
    };
    let options: Vec<AnyView> = RealSentence::ALL.into_iter().map(option).collect();
    let choose = move |event| {
        if let Some(sentence) = RealSentence::named(&event_target_value(&event)) {
            fetching.choose(sentence);
        }
    };
    let size = move || format!("{}", fetching.sentence().file_length() / 1024);
    let label = move || match (fetching.is_here(), fetching.is_busy()) {
        (true, _) => words::real_here(&size()),
        (_, true) => words::real_fetching().to_owned(),
        _ => words::real_fetch(&size()),
    };
    let idle = move || fetching.is_here() || fetching.is_busy();
    let here = reactive::count(move || usize::from(fetching.is_here()));
    let heads = reactive::part_while(here, move || view! { <Heads fetching /> }.into_any());
    view! {
        <p>{words::real_about()}</p>
        <p>
            {words::real_model()} " "
            <a href=words::real_address() rel="noopener">{words::real_source()}</a>
        </p>
        <div class="fetch">
            <label class="choice">
                {words::real_sentence_label()} <select data-control="real-sentence" on:change=choose>
                    {options}
                </select>
            </label>
            <button
                type="button"
                data-control="real-fetch"
                aria-disabled=reactive::true_where(idle)
                on:click=move |_| fetching.start()
            >
                {reactive::text(label)}
            </button>
        </div>
        <p class="reason" role="alert">{reactive::text(move || fetching.problem())}</p>
        {heads}
    }
}
