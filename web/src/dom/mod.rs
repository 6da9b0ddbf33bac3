//! The one place that touches the browser.

mod arrows;
mod decimal;
mod details;
mod field;
mod origin;
mod pointer;
#[cfg(feature = "csr")]
mod start;
pub(crate) mod store;

pub(crate) use arrows::move_in_table;
pub(crate) use decimal::decimal;
pub(crate) use details::is_open;
pub(crate) use field::set_field;
pub(crate) use origin::{Origin, asked_at, focus_on};
pub(crate) use pointer::{hold_pointer, place_in_picture};
#[cfg(feature = "csr")]
pub use start::start;
