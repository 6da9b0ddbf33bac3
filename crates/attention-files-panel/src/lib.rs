//! The panel of files: what it says, what it writes, what it reads. A module of its own, which the page loads when the
//! panel is opened; it has no framework, and shares no state with the page but the readable link.
//!
//! The page gives it an element, whose `data-room` is the link to the room as it stands and whose `data-head` is the
//! head that is looked at, from 1. A room that was opened is left there as `data-taken`, with what is to be said of it
//! as `data-said`, and an event, `taken`, is sent.

#![expect(
    unreachable_pub,
    reason = "wasm-bindgen wants what a script calls to be public"
)]

mod dom;
mod form;
mod picker;
mod refusals;
mod shown;
#[expect(dead_code, reason = "most of the page's words are said by the page")]
mod words;
mod writing;
