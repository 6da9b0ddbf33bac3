//! A room as files for other programs, and back: plain Rust, without a browser.
//!
//! Out: [`write_json`] and [`write_csv`] hold every intermediate, [`write_numpy`] and [`write_pytorch`] the
//! computation as a script, [`write_latex`] as a document, [`write_stage_svg`] the stage as a picture.
//!
//! In: [`plan`] says how much of a file is wanted, [`open`] makes a room of it, or [`Arrays`] to pick from. Every limit
//! is checked before memory is taken. Refusals are types, never sentences.

mod import;
mod json;
mod latex;
mod markup;
mod picture;
mod script;
mod table;

pub use import::{
    ArrayInfo, ArrayRefusal, Arrays, Axis, FileRefusal, LARGEST_FILE, LARGEST_HEADER,
    LARGEST_TABLE, Opened, Pick, TableRefusal, open, plan, read_table,
};
pub use json::{JsonRefusal, LONGEST_JSON, VERSION, read_json, write_json};
pub use latex::write_latex;
pub use markup::escape_markup;
pub use picture::{Palette, write_stage_svg};
pub use script::{write_numpy, write_pytorch};
pub use table::write_csv;
