use attention_scene::PagePart;
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
        (PagePart::Arrows, words::arrows()),
        (PagePart::Source, words::source_title()),
        (PagePart::Heads, words::heads_title()),
        (PagePart::Charts, words::charts_title()),
        (PagePart::Guests, words::guest_list()),
        (PagePart::RealHeads, words::real_heads()),
        (PagePart::Share, words::share()),
        (PagePart::Files, words::files()),
    ];
    let doors = reactive::each(0..panels.len(), |index| {
        let (part, title) = panels[index];
        let name = part.name();
        let control = (part == PagePart::Share).then_some("share");
        let address = move || format!("{}?workshop={name}#{}", mixer.page(), mixer.settled_link());
        view! {
            <li prop:hidden=reactive::flag(move || mixer.hides(part))>
                <a class="door" data-door=name data-control=control href=reactive::text(address)>
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
