//! The Attention Mixer's page: signals, components, charts.
//!
//! One direction of flow: an event becomes a named action on the [`Mixer`], the experiment
//! changes, the trace is recomputed from the experiment alone, and what is on screen looks its
//! numbers up in the trace.

#![expect(unreachable_pub, reason = "Leptos makes a public function of every component")]

mod app;
mod card;
mod charts;
mod controls;
mod dom;
mod messages;
mod mixer;
mod page;
mod readout;
mod stage;
mod steps;
mod typed;
mod weights_table;
mod words;

pub use app::App;
#[cfg(feature = "csr")]
pub use dom::start;
pub use mixer::Mixer;
pub use page::head;
