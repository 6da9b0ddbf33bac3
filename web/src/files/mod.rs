//! The panel of files, whose content is a module of its own: what reads and writes files is loaded once it is opened.

use leptos::{html::Div, prelude::*};

use crate::{app::use_mixer, dom, panel::Panel, reactive, words};

/// Saving what is shown, and opening what was brought.
#[component]
pub(crate) fn Files() -> impl IntoView {
    let content = Box::new(|| view! { <Content /> }.into_any());
    view! { <Panel name="files" title=words::files() open=false content /> }
}

/// The place that the module fills; the two share the link of the room, and nothing else.
#[component]
fn Content() -> impl IntoView {
    let mixer = use_mixer();
    let place = NodeRef::<Div>::new();
    let problem = RwSignal::new("");
    let say = move |opened| {
        problem.set(match opened {
            true => "",
            false => words::files_not_loaded(),
        });
    };
    Effect::new(move |_| {
        if let Some(place) = place.get() {
            dom::open_files(&place, Box::new(say));
        }
    });
    let take = move |event| {
        let (link, said) = dom::taken(&event);
        mixer.take_file(link.as_deref(), said);
    };
    view! {
        <div
            node_ref=place
            data-room=reactive::text(move || mixer.settled_link())
            data-head=reactive::text(move || mixer.head_looked_at().get().to_string())
            on:taken=take
        ></div>
        <p class="reason" role="alert">{reactive::text(move || problem.get().to_owned())}</p>
    }
}
