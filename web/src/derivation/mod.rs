//! How one number comes about: its arithmetic, back to the sliders it came from, in mathematics
//! and in the mixer's words, side by side.

mod equation;
mod say;

use attention_scene::{Derivation, DerivationStep, Operand};
use leptos::{ev::KeyboardEvent, html, prelude::*};

use self::{
    equation::{Line, print_of},
    say::{formula, says, title},
};
use crate::{app::use_mixer, dom, reactive, words};

/// The section, as a selector.
pub(crate) const PLACE: &str = ".derivation";

/// The arithmetic of the number asked about, while there is one.
#[component]
pub(crate) fn Arithmetic() -> impl IntoView {
    let derivation = use_mixer().derivation();
    let open = reactive::count(move || usize::from(derivation.with(Option::is_some)));
    reactive::part_while(open, || view! { <Open /> }.into_any())
}

#[component]
fn Open() -> impl IntoView {
    let mixer = use_mixer();
    let derivation = mixer.derivation();
    let heading = NodeRef::<html::H2>::new();
    // With every asking, of the same number, too.
    reactive::effect(move || {
        if mixer.asked().is_some()
            && let Some(heading) = heading.get()
        {
            dom::focus_on(&heading);
        }
    });
    let title = reactive::text(move || {
        let Some(asked) = mixer.asked() else {
            return String::new();
        };
        let operand = Operand::Computed(asked);
        let value = mixer.look_up(operand);
        words::derived_title(&print_of(operand)(value), &title(mixer, asked))
    });
    let content = reactive::part(move || {
        let Some(derivation) = derivation.get() else {
            return ().into_any();
        };
        let steps = derivation.steps().iter();
        let steps: Vec<AnyView> = steps
            .map(|step| view! { <Step derivation=&derivation step /> }.into_any())
            .collect();
        let asked = derivation.asked();
        view! {
            <ol class="derived" data-derivation=asked.kind()>
                {steps}
            </ol>
            <Notes derivation=&derivation />
        }
        .into_any()
    });
    let on_keydown = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            mixer.close_arithmetic();
        }
    };
    view! {
        <section class="derivation" aria-labelledby="derivation-title" on:keydown=on_keydown>
            <div class="derivation-head">
                <h2 id="derivation-title" tabindex="-1" node_ref=heading>
                    {title}
                </h2>
                <button type="button" on:click=move |_| mixer.close_arithmetic()>
                    {words::derived_close()}
                </button>
            </div>
            <div class="derived-columns" aria-hidden="true">
                <span>{words::derived_mathematics()}</span>
                <span>{words::derived_words()}</span>
            </div>
            {content}
        </section>
    }
}

/// One step: its formula with the numbers filled in, and what it is at the mixer.
#[component]
fn Step<'a>(derivation: &'a Derivation, step: &'a DerivationStep) -> impl IntoView + use<> {
    let mixer = use_mixer();
    let asked = derivation.asked();
    let (kind, made) = (
        step.kind,
        step.equations.first().map(|one| one.made.clone()),
    );
    let lines: Vec<AnyView> = step
        .equations
        .iter()
        .map(|equation| view! { <Line equation=equation.clone() /> }.into_any())
        .collect();
    let formula = formula(kind, made.as_ref());
    view! {
        <li>
            <div class="mathematics">
                <p class="symbols">{formula}</p>
                {lines}
            </div>
            <p>{reactive::text(move || says(mixer, asked, kind, made.as_ref()))}</p>
        </li>
    }
}

/// That a key takes no part; what is lit.
#[component]
fn Notes<'a>(derivation: &'a Derivation) -> impl IntoView + use<> {
    let mixer = use_mixer();
    let asked = derivation.asked();
    let unheard = (!derivation.is_heard()).then(|| {
        let sentence = move || {
            let [query, key] = [asked.query_index, asked.column].map(|at| mixer.token(at));
            words::derived_unheard(&key, &query)
        };
        view! { <p>{reactive::text(sentence)}</p> }
    });
    let sources = (!derivation.sources().is_empty())
        .then(|| view! { <p class="ringed">{words::derived_sources()}</p> });
    view! {
        {unheard}
        {sources}
    }
}
