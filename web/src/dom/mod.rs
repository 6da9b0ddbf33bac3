//! The one place that touches the browser.

mod cell;
mod decimal;
mod details;
mod field;
mod frames;
#[cfg(feature = "csr")]
mod start;
pub(crate) mod store;

pub(crate) use cell::{cell_at, focus_cell};
pub(crate) use decimal::decimal;
pub(crate) use details::is_open;
pub(crate) use field::set_field;
pub(crate) use frames::frames;
#[cfg(feature = "csr")]
pub use start::start;
