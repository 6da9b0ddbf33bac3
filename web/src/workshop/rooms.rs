use attention_scene::PagePart;
use leptos::prelude::*;

use crate::{
    arrows::Arrows, charts::Charts, files::Files, guests::Guests, heads::HeadsPanel, part::Part,
    real_heads::RealHeads, share::Share, source::SourcePanel,
};
pub(crate) use crate::{derivation::Arithmetic, picture::Pictures};

/// The panels.
#[component]
pub(crate) fn Workshop() -> impl IntoView {
    view! {
        <Part part=PagePart::Arrows>
            <Arrows />
        </Part>
        <Part part=PagePart::Source>
            <SourcePanel />
        </Part>
        <Part part=PagePart::Heads>
            <HeadsPanel />
        </Part>
        <Part part=PagePart::Charts>
            <Charts />
        </Part>
        <Part part=PagePart::Guests>
            <Guests />
        </Part>
        <Part part=PagePart::RealHeads>
            <RealHeads />
        </Part>
        <Part part=PagePart::Share>
            <Share />
        </Part>
        <Part part=PagePart::Files>
            <Files />
        </Part>
    }
}
