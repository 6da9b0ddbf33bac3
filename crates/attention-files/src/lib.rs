//! A room as files for other programs, and back: plain Rust, without a browser.
//!
//! [`write_json`] and [`write_csv`] hold every intermediate, [`write_numpy`] and [`write_pytorch`] the
//! computation as a script; [`read_json`] takes back what was written. Refusals are types, never sentences.

mod json;
mod script;
mod table;

pub use json::{JsonRefusal, LONGEST_JSON, VERSION, read_json, write_json};
pub use script::{write_numpy, write_pytorch};
pub use table::write_csv;
