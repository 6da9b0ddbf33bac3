//! A part of the page that a learner opens and closes.

use attention_scene::PagePart;
use leptos::prelude::*;

use crate::{app::use_mixer, dom, part::Part, reactive};

/// What a panel holds.
pub(crate) type Content = Box<dyn Fn() -> AnyView + Send>;

/// A section under a heading that opens and closes it. What it holds is there, and follows the
/// state, only while it is open.
#[component]
pub(crate) fn Panel(
    /// The part of the page that it is: its name in the contract, and its element's id.
    part: PagePart,
    /// Its heading.
    title: &'static str,
    /// Whether it is open at first.
    open: bool,
    /// What opens it as soon as it counts more than nothing. A panel that somebody closes after
    /// that stays closed.
    #[prop(optional)]
    opened_by: Option<Memo<usize>>,
    /// What it holds.
    content: Content,
) -> impl IntoView {
    let name = part.name();
    let open = open || use_mixer().opens_panel(name);
    let opened = Memo::new(move |before: Option<&usize>| {
        let wanted = opened_by.map_or(0, |count| count.get().min(1));
        before.copied().unwrap_or(usize::from(open)).max(wanted)
    });
    let is_open = RwSignal::new(opened.get_untracked() > 0);
    let shown = reactive::count(move || usize::from(is_open.get()));
    let class = move || match opened.get() {
        0 => "panel idle",
        _ => "panel",
    };
    view! {
        <Part part>
            <details
                class=reactive::text(move || class().to_owned())
                id=name
                data-panel=name
                open=reactive::attribute(move || (opened.get() > 0).then(String::new))
                on:toggle=move |event| is_open.set(dom::is_open(&event))
            >
                <summary>
                    <h2>{title}</h2>
                </summary>
                {reactive::part_while(shown, content)}
            </details>
        </Part>
    }
}
