//! The guided walk: a step at a time, with something to try in each.

use attention_scene::Step;
use leptos::prelude::*;

use crate::{Mixer, app::use_mixer, reactive, words};

/// The walk's steps to choose from, and the step that is under way.
#[component]
pub(crate) fn Guide() -> impl IntoView {
    let mixer = use_mixer();
    let option = |step: Step| {
        let chosen = reactive::flag(move || mixer.step_of_walk() == step);
        view! {
            <option value=step.name() prop:selected=chosen>
                {words::step_name(step)}
            </option>
        }
        .into_any()
    };
    let options: Vec<AnyView> = Step::ALL.into_iter().map(option).collect();
    let choose = move |event| {
        if let Some(step) = Step::named(&event_target_value(&event)) {
            mixer.walk_to(step);
        }
    };
    let step = Memo::new(move |_| mixer.step_of_walk());
    let lesson = reactive::part(move || match step.get() {
        Step::Free => ().into_any(),
        step => view! { <Lesson step /> }.into_any(),
    });
    let onward = move || match step.get() {
        Step::Free => words::walk_begin(),
        Step::WhatIf => words::walk_end(),
        _ => words::walk_next(),
    };
    let at_start = move || step.get() == Step::Free;
    view! {
        <section class="guide" aria-label=words::walk()>
            <div class="walk">
                <label class="choice">
                    {words::walk()} <select data-control="step" on:change=choose>
                        {options}
                    </select>
                </label>
                <button
                    type="button"
                    data-control="step-back"
                    hidden=reactive::flag(at_start)
                    on:click=move |_| go(mixer, Step::back)
                >
                    {words::walk_back()}
                </button>
                <button type="button" data-control="step-next" on:click=move |_| go(mixer, Step::next)>
                    {reactive::text(move || onward().to_owned())}
                </button>
            </div>
            {lesson}
        </section>
    }
}

fn go(mixer: Mixer, way: fn(Step) -> Step) {
    mixer.walk_to(way(untrack(|| mixer.step_of_walk())));
}

/// What a step is about, what to try, and what came of it.
#[component]
fn Lesson(step: Step) -> impl IntoView {
    let mixer = use_mixer();
    let query = move || mixer.token(mixer.focus());
    let (most, least) = mixer.extremes();
    let tells = move || words::lesson(step, &query());
    let asks = move || words::task(step, &query(), &mixer.token(most), &mixer.token(least));
    let outcome = move || match mixer.is_tried() {
        true => words::task_done(step, &query()),
        false => words::not_tried().to_owned(),
    };
    view! {
        <div class="lesson">
            <p>{reactive::text(tells)}</p>
            <p class="task">
                <strong>{words::try_it()}</strong>
                " "
                {reactive::text(asks)}
            </p>
            <p
                class="outcome"
                aria-live="polite"
                data-tried=reactive::text(move || mixer.is_tried().to_string())
            >
                {reactive::text(outcome)}
            </p>
        </div>
    }
}
