use leptos::{html::meta, prelude::*};

use crate::words;

/// What the document's head says to people: its title, and what hosts show beside a link to it.
pub fn head() -> impl IntoView {
    let open_graph = |name, text| meta().attr("property", name).content(text);
    view! {
        <title>{words::page_title()}</title>
        <meta name="description" content=words::page_description() />
        {open_graph("og:title", words::page_title())}
        {open_graph("og:description", words::page_description())}
        {open_graph("og:type", "website")}
    }
}
