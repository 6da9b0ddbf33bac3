//! The Attention Mixer's page: signals, components, charts.
//!
//! One direction of flow: an event becomes a named action on the [`Mixer`], the experiment
//! changes, the trace is recomputed from the experiment alone, and what is on screen looks its
//! numbers up in the trace.

#![cfg_attr(
    not(feature = "whole"),
    allow(
        dead_code,
        unused_imports,
        reason = "the first view leaves the workshop's to the linker to leave out"
    )
)]
#![expect(
    unreachable_pub,
    reason = "Leptos makes a public function of every component"
)]

mod address;
mod app;
mod arrows;
mod card;
mod charts;
mod choice;
mod controls;
mod derivation;
mod dom;
mod files;
#[cfg(feature = "csr")]
mod first;
mod guests;
mod guide;
mod heads;
mod listening;
mod messages;
mod mixer;
#[cfg(feature = "ssr")]
mod page;
mod panel;
mod part;
mod picture;
mod pin;
mod presets;
mod reactive;
mod readout;
mod real_heads;
mod refusals;
mod saved;
mod share;
mod slider;
mod source;
mod stage;
mod steps;
mod turns;
mod typed;
mod weights_table;
#[cfg_attr(
    feature = "whole",
    expect(
        dead_code,
        reason = "the words of the page's frame are for the build alone, some others for the browser"
    )
)]
mod words;
mod workshop;

pub use app::App;
#[cfg(feature = "csr")]
pub use dom::{start, start_first};
pub(crate) use mixer::Live;
pub use mixer::Mixer;
#[cfg(feature = "ssr")]
pub use page::{body, head};
