//! The one place that touches the browser.

#[cfg(feature = "csr")]
mod address_bar;
mod decimal;
mod details;
mod field;
#[cfg(feature = "csr")]
mod start;
pub(crate) mod store;
#[cfg(feature = "csr")]
mod theme;

pub(crate) use decimal::decimal;
pub(crate) use details::is_open;
pub(crate) use field::set_field;
#[cfg(feature = "csr")]
pub use start::start;
