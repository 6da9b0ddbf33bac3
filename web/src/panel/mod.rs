//! A part of the page that a learner opens and closes.

use leptos::prelude::*;

use crate::{dom, reactive};

/// What a panel holds.
pub(crate) type Content = Box<dyn Fn() -> AnyView + Send>;

/// A section under a heading that opens and closes it. What it holds is there, and follows the
/// state, only while it is open.
#[component]
pub(crate) fn Panel(
    /// Its name in the contract, and its element's id.
    name: &'static str,
    /// Its heading.
    title: &'static str,
    /// Whether it is open at first.
    open: bool,
    /// What it holds.
    content: Content,
) -> impl IntoView {
    let is_open = RwSignal::new(open);
    let shown = reactive::count(move || usize::from(is_open.get()));
    view! {
        <details
            class="panel"
            id=name
            data-panel=name
            open=open
            on:toggle=move |event| is_open.set(dom::is_open(&event))
        >
            <summary>
                <h2>{title}</h2>
            </summary>
            {reactive::part_while(shown, content)}
        </details>
    }
}
