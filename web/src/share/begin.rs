use attention_scene::{Selection, Step};
use leptos::prelude::*;

use crate::{
    app::use_mixer,
    choice::{Choice, fixed},
    reactive, words,
};

/// Where the reader begins: as the page stands, but for what is chosen.
#[derive(Clone, Copy, Default, PartialEq)]
pub(super) struct Beginning {
    focus: Option<usize>,
    step: Option<Step>,
}

impl Beginning {
    pub(super) fn of(self, selection: Selection) -> Selection {
        Selection {
            focus: self.focus.unwrap_or(selection.focus),
            step: self.step.unwrap_or(selection.step),
            ..selection
        }
    }
}

/// Whom the reader asks first, and at which step of the walk.
#[component]
pub(super) fn Begin(beginning: RwSignal<Beginning>) -> impl IntoView {
    let mixer = use_mixer();
    let chosen = move || beginning.get().of(mixer.selection());
    let (count, focus) = (mixer.token_count(), reactive::count(move || chosen().focus));
    let guests = reactive::part(move || {
        let guest = |index: usize| {
            let name = reactive::text(move || mixer.token(index));
            (index.to_string(), name)
        };
        view! {
            <Choice
                name="share-focus"
                label=words::share_focus()
                items=(0..count.get()).map(guest).collect()
                chosen=focus
                choose=Box::new(move |index| beginning.update(|beginning| beginning.focus = Some(index)))
            />
        }
        .into_any()
    });
    let steps = Step::ALL.map(|step| fixed(step.name(), words::step_name(step)));
    view! {
        {guests}
        <Choice
            name="share-step"
            label=words::walk()
            items=steps.into()
            chosen=reactive::count(move || chosen().step as usize)
            choose=Box::new(move |index| beginning.update(|beginning| beginning.step = Some(Step::ALL[index])))
        />
    }
}
