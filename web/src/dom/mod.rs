//! The one place that touches the browser.

mod decimal;
mod details;
mod field;
#[cfg(feature = "csr")]
mod start;
pub(crate) mod store;

pub(crate) use decimal::decimal;
pub(crate) use details::is_open;
pub(crate) use field::set_field;
#[cfg(feature = "csr")]
pub use start::start;
