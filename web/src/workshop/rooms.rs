use leptos::prelude::*;

pub(crate) use crate::picture::Pictures;
use crate::{
    arrows::Arrows, charts::Charts, guests::Guests, heads::HeadsPanel, real_heads::RealHeads,
    source::SourcePanel,
};

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
    }
}
