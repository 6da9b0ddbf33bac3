use leptos::prelude::*;

use crate::{
    arrows::Arrows, charts::Charts, files::Files, guests::Guests, heads::HeadsPanel,
    real_heads::RealHeads, share::Share, source::SourcePanel,
};
pub(crate) use crate::{derivation::Arithmetic, picture::Pictures};

/// The panels.
#[component]
pub(crate) fn Workshop() -> impl IntoView {
    view! {
        <Arrows />
        <SourcePanel />
        <HeadsPanel />
        <Charts />
        <Guests />
        <RealHeads />
        <Share />
        <Files />
    }
}
