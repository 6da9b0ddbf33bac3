//! The one place that touches the browser.

mod arrows;
mod carry;
mod decimal;
mod details;
mod field;
mod focus;
mod origin;
#[cfg(feature = "csr")]
mod start;
pub(crate) mod store;

pub(crate) use arrows::move_in_table;
pub(crate) use carry::{hold_pointer, seat_under};
pub(crate) use decimal::decimal;
pub(crate) use details::is_open;
pub(crate) use field::set_field;
pub(crate) use focus::focus_later;
pub(crate) use origin::{Origin, asked_at, focus_on};
#[cfg(feature = "csr")]
pub use start::start;
