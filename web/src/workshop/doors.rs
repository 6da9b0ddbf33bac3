use leptos::prelude::*;

use crate::{app::use_mixer, reactive, words};

/// Numbers are traced in the workshop.
#[component]
pub(crate) fn Arithmetic() -> impl IntoView {}

/// Large rooms have their pictures in the workshop.
#[component]
pub(crate) fn Pictures() -> impl IntoView {}

/// Doors to the workshop: links to the page with the panel open and the room as it stands.
#[component]
pub(crate) fn Workshop() -> impl IntoView {
    let mixer = use_mixer();
    let panels = [
        ("arrows", words::arrows()),
        ("source", words::source_title()),
        ("heads", words::heads_title()),
        ("charts", words::charts_title()),
        ("guests", words::guest_list()),
        ("real-heads", words::real_heads()),
    ];
    let doors = reactive::each(0..panels.len(), |index| {
        let (name, title) = panels[index];
        let address = move || format!("?workshop={name}#{}", mixer.settled_link());
        view! {
            <li>
                <a class="door" data-door=name href=reactive::text(address)>
                    {title}
                </a>
            </li>
        }
    });
    view! {
        <nav class="doors" aria-labelledby="doors-title">
            <h2 id="doors-title">{words::workshop()}</h2>
            <ul>{doors}</ul>
        </nav>
    }
}
