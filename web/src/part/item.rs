use leptos::prelude::*;

use super::Sleeper;
use crate::app::use_mixer;

/// An item of a list that sleeps by itself.
#[component]
pub(crate) fn Item(
    /// What the style sheet calls it.
    #[prop(optional)]
    class: Option<&'static str>,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let sleeper = Sleeper::new(use_mixer());
    let within = sleeper.build(children);
    let sight = sleeper.sight();
    view! {
        <li use:sight class=class>
            {within}
        </li>
    }
}
