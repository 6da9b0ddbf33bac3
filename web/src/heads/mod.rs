//! Several heads: how many, which is looked at, and what they come to together.

mod spotlights;
mod together;

use attention_scene::{PagePart, Tensor};
use leptos::prelude::*;

use self::{spotlights::Spotlights, together::Together};
use crate::{
    app::use_mixer,
    choice::{Choice, Item},
    panel::Panel,
    reactive,
    source::WeightGrid,
    words,
};

/// How many heads there are, and what they are for.
#[component]
pub(crate) fn HeadsPanel() -> impl IntoView {
    let content = Box::new(|| view! { <Content /> }.into_any());
    view! {
        <Panel
            part=PagePart::Heads
            title=words::heads_title()
            open=false
            opened_by=several()
            content
        />
    }
}

/// The class of what belongs to one of several heads: its hue, and, of a line, its dashes.
pub(crate) fn styled(class: &str, head_index: Option<usize>) -> String {
    match head_index {
        Some(head_index) => format!("{class} headed head-{head_index}"),
        None => class.to_owned(),
    }
}

/// 1 where there is more than one head, else 0.
fn several() -> Memo<usize> {
    let heads = use_mixer().head_count();
    reactive::count(move || usize::from(heads.get() > 1))
}

#[component]
fn Content() -> impl IntoView {
    let mixer = use_mixer();
    let (heads, most) = (mixer.head_count(), mixer.most_heads());
    let chosen = reactive::count(move || heads.get().saturating_sub(1));
    let number = reactive::part(move || {
        let item = |heads: usize| -> Item {
            let text = heads.to_string();
            (text.clone(), reactive::text(move || text.clone()))
        };
        view! {
            <Choice
                name="heads"
                label=words::heads()
                items=(1..=most.get()).map(item).collect()
                chosen
                choose=Box::new(move |index| mixer.set_heads(index + 1))
            />
        }
        .into_any()
    });
    let of_several = reactive::part_while(several(), || {
        view! {
            <Spotlights />
            <Together />
            <WeightGrid tensor=Tensor::OutputWeights />
        }
        .into_any()
    });
    view! {
        <div class="heads">
            {number} <p>{words::heads_say()}</p> {of_several}
        </div>
    }
}
