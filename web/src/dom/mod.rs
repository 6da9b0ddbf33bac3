//! The one place that touches the browser.

mod field;
#[cfg(feature = "csr")]
mod start;
mod theme;

pub(crate) use field::set_field;
#[cfg(feature = "csr")]
pub use start::start;
pub(crate) use theme::set_theme;
