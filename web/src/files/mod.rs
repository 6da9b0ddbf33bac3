//! The panel of files, whose content is a module of its own: what reads and writes files is loaded once it is opened.

use attention_scene::PagePart;
use leptos::prelude::*;

use crate::{app::use_mixer, dom, panel::Panel, reactive, words};

/// Saving what is shown, and opening what was brought.
#[component]
pub(crate) fn Files() -> impl IntoView {
    let content = Box::new(|| view! { <Content /> }.into_any());
    view! { <Panel part=PagePart::Files title=words::files() open=false content /> }
}

/// The place that the module fills; the two share the link of the room, and nothing else.
#[component]
fn Content() -> impl IntoView {
    let mixer = use_mixer();
    let problem = RwSignal::new(String::new());
    let say = move |opened: bool| {
        if !opened {
            problem.set(words::files_not_loaded().to_owned());
        }
    };
    dom::open_files(Box::new(say));
    let head = move || mixer.head_looked_at().get().to_string();
    let take = move |event| {
        let (link, said) = dom::taken(&event);
        mixer.take_file(link.as_deref(), said);
    };
    view! {
        <div
            data-room=reactive::text(move || mixer.settled_link())
            data-head=reactive::text(head)
            on:taken=take
        ></div>
        <p class="reason" role="alert">{reactive::text(move || problem.get())}</p>
    }
}
