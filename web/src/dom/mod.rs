//! The one place that touches the browser.

#[cfg(feature = "csr")]
mod address_bar;
#[cfg(feature = "csr")]
mod appearance;
mod arrows;
mod carry;
mod cell;
mod decimal;
mod details;
#[cfg(feature = "element")]
mod element;
mod fetch;
mod field;
mod files;
#[cfg(feature = "csr")]
mod first;
mod focus;
mod follow;
#[cfg(feature = "csr")]
mod frame;
mod frames;
#[cfg(feature = "whole")]
mod moving;
mod origin;
mod paint;
mod pointer;
#[cfg(feature = "csr")]
mod root;
#[cfg(feature = "csr")]
mod start;
pub(crate) mod store;
mod take;
#[cfg(feature = "csr")]
mod workshop;

pub(crate) use arrows::move_in_table;
pub(crate) use carry::seat_under;
pub(crate) use cell::{cell_at, focus_cell};
pub(crate) use decimal::decimal;
pub(crate) use details::is_open;
pub(crate) use fetch::{FetchProblem, fetch};
pub(crate) use field::set_field;
pub(crate) use files::{open_files, taken};
#[cfg(feature = "csr")]
pub use first::start_first;
pub(crate) use focus::focus_later;
pub(crate) use follow::{Spot, TEXT, follow};
pub(crate) use frames::frames;
#[cfg(feature = "whole")]
pub(crate) use moving::{moves, rests, sight};
pub(crate) use origin::{Origin, asked_at, focus_on};
pub(crate) use paint::{how_far_down, paint_each_frame};
pub(crate) use pointer::{hold_pointer, place_in_picture};
#[cfg(feature = "csr")]
pub use start::start;
pub(crate) use take::{address_of, copy, pack, save_page};
#[cfg(feature = "element")]
pub(crate) use workshop::trace_in_the_workshop;
