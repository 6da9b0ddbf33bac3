//! What frames the room, rendered at build time alone: the document's head, the header, the footer,
//! and the notices for when the page can't come alive. None of it is in the module.

mod footer;
mod head;
mod header;
mod notices;

use leptos::prelude::*;

use self::{footer::Footer, header::Header, notices::Notices};
use crate::{App, Mixer};

pub use head::head;

/// The page's body, with the room in the place where it will come alive.
pub fn body(mixer: Mixer) -> impl IntoView {
    view! {
        <Header />
        <Notices />
        <main id="app">
            <App mixer />
        </main>
        <Footer />
    }
}
