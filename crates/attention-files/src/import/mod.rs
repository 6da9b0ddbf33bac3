//! Rooms from files: what kind of file it is, and how much of it is wanted.

mod arrays;
mod refusal;
mod room;
mod table;

use attention_scene::{Decimal, Experiment};

pub use self::{
    arrays::{ArrayInfo, ArrayRefusal, Arrays, Axis, LARGEST_HEADER, Pick},
    refusal::FileRefusal,
    table::{LARGEST_TABLE, TableRefusal, read_table},
};
use crate::{LONGEST_JSON, read_json};

/// The most bytes of an `.npy` or `.npz` that are read, and that any array of it may unpack to.
pub const LARGEST_FILE: u64 = 64 << 20;

/// What came of a file.
#[derive(Clone, Debug)]
pub enum Opened {
    /// A room, and the guest who asks in it.
    Room(Box<Experiment>, usize),
    /// Arrays, three of which are to be picked.
    Arrays(Arrays),
}

/// How many bytes of a file of this size are wanted, from its beginning, to [`open`] it: all of most, of safetensors the
/// header alone. Sixteen bytes of the beginning say so.
///
/// # Errors
///
/// A [`FileRefusal`] where that is more than is ever read.
pub fn plan(beginning: &[u8], size: u64) -> Result<u64, FileRefusal> {
    let most = match Kind::of(beginning) {
        None => return Err(FileRefusal::Empty),
        Some(Kind::Safetensors) => {
            let header = arrays::header_length(beginning, size).map_err(FileRefusal::Array)?;
            return Ok(header + arrays::LENGTH);
        }
        Some(Kind::Npy | Kind::Npz) => LARGEST_FILE,
        Some(Kind::Json) => LONGEST_JSON as u64,
        Some(Kind::Table) => LARGEST_TABLE as u64,
    };
    match size > most {
        true => Err(FileRefusal::TooLarge { bytes: size, most }),
        false => Ok(size),
    }
}

/// Opens a file, of which at least as much is given as [`plan`] asks for, beside the room that it comes into: that
/// lends names where as many guests are meant, its scale, its temperature and its mask. Its guest who asks stays so.
///
/// # Errors
///
/// A [`FileRefusal`]; nothing of the file is run, and an archive is unpacked no further than its headers.
pub fn open(
    file: &[u8],
    size: u64,
    beside: (&Experiment, usize),
    decimal: Decimal,
) -> Result<Opened, FileRefusal> {
    plan(file, size)?;
    let arrays = match Kind::of(file) {
        None => return Err(FileRefusal::Empty),
        Some(Kind::Npy) => Arrays::of_npy(file),
        Some(Kind::Npz) => Arrays::of_npz(file),
        Some(Kind::Safetensors) => Arrays::of_safetensors(file, size),
        Some(kind) => {
            let text = std::str::from_utf8(file).map_err(|_| FileRefusal::Unknown)?;
            let text = text.trim_start_matches('\u{feff}');
            let (room, focus) = match kind {
                Kind::Json => {
                    let link = read_json(text, decimal).map_err(FileRefusal::Json)?;
                    (link.experiment, link.selection.focus)
                }
                _ => (read_table(text, beside.0, decimal)?, beside.1),
            };
            let focus = focus.min(room.token_count() - 1);
            return Ok(Opened::Room(Box::new(room), focus));
        }
    };
    arrays.map(Opened::Arrays).map_err(FileRefusal::Array)
}

/// A kind of file, told by how it begins: names lie.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Json,
    Table,
    Npy,
    Npz,
    Safetensors,
}

impl Kind {
    /// None of a file in which there is nothing.
    fn of(beginning: &[u8]) -> Option<Self> {
        if beginning.starts_with(b"\x93NUMPY") {
            return Some(Self::Npy);
        }
        if beginning.starts_with(b"PK\x03\x04") || beginning.starts_with(b"PK\x05\x06") {
            return Some(Self::Npz);
        }
        // A length, whose highest bytes are zero, before an object.
        if beginning.get(8) == Some(&b'{') && beginning[5..8] == [0; 3] {
            return Some(Self::Safetensors);
        }
        let text = beginning.strip_prefix(b"\xef\xbb\xbf").unwrap_or(beginning);
        match text.trim_ascii_start().first() {
            None if beginning.len() < 16 => None,
            Some(b'{') => Some(Self::Json),
            _ => Some(Self::Table),
        }
    }
}
