use super::{Axis, FileRefusal};

/// Why arrays were not taken.
#[derive(Clone, Debug, PartialEq)]
pub enum ArrayRefusal {
    /// The file ends before what it says is in it.
    CutOff,
    /// What the file says of its contents can't be read.
    Damaged,
    /// What it says of its contents is longer than anybody's: so many bytes.
    LongHeader(u64),
    /// It is packed in a way that isn't known.
    Packing,
    /// There is no array in it.
    NoArrays,
    /// An array, unpacked, is larger than is ever read.
    TooLarge(String),
    /// An array is of no numbers.
    NotNumbers(String),
    /// An array is of one dimension, or of more than four.
    Shape(String),
    /// An array has fewer layers, heads or rows than were picked: so many.
    Outside(String, Axis, u64),
    /// A number is NaN, infinite, or larger than a room's: in that array's row and column, counted from 0.
    Number(String, usize, usize),
}

impl From<ArrayRefusal> for FileRefusal {
    fn from(refusal: ArrayRefusal) -> Self {
        Self::Array(refusal)
    }
}
