//! The header of an `.npy`: a magic word, a version, a length, and a dictionary as Python writes it.
//!
//! NumPy's format names three keys, so that a reader of Python's literals isn't needed. npyz has one: read by it, the
//! header alone takes 57 KB of a visitor's download, and a shape of 2⁶⁴ numbers is an overflow. The tests hold what is
//! read here to what npyz writes and reads.

mod literal;

use self::literal::{Literal, Value};
use super::{ArrayInfo, ArrayRefusal, Element, Place, element::Kind};

/// The longest header that is read, with what stands before it. NumPy's own take 128 bytes.
pub(super) const LONGEST_HEADER: usize = 4096;

const MAGIC: &[u8] = b"\x93NUMPY";

/// What a file says of its array.
pub(super) struct Header {
    /// Where the numbers begin.
    pub(super) length: u64,
    shape: Vec<u64>,
    element: Option<Element>,
    is_fortran: bool,
}

impl Header {
    pub(super) fn describe(&self, name: String, place: Place) -> ArrayInfo {
        ArrayInfo {
            name,
            shape: self.shape.clone(),
            element: self.element,
            is_fortran: self.is_fortran,
            place,
        }
    }
}

/// Reads a header, of which at least [`LONGEST_HEADER`] bytes are given, or the whole file.
pub(super) fn read(file: &[u8]) -> Result<Header, ArrayRefusal> {
    let version = *file.get(6).ok_or(ArrayRefusal::CutOff)?;
    if !file.starts_with(MAGIC) {
        return Err(ArrayRefusal::Damaged);
    }
    let (before, length) = match version {
        1 => (10, file.get(8..10)),
        2 | 3 => (12, file.get(8..12)),
        _ => return Err(ArrayRefusal::Damaged),
    };
    let length = length.ok_or(ArrayRefusal::CutOff)?;
    let length = length
        .iter()
        .rev()
        .fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
    let whole = before + length;
    if whole > LONGEST_HEADER as u64 {
        return Err(ArrayRefusal::LongHeader(whole));
    }
    let text = file.get(before as usize..whole as usize);
    let text = std::str::from_utf8(text.ok_or(ArrayRefusal::CutOff)?);
    let text = text.map_err(|_| ArrayRefusal::Damaged)?;
    dictionary(text, whole).ok_or(ArrayRefusal::Damaged)
}

/// The three keys that the format names.
fn dictionary(text: &str, length: u64) -> Option<Header> {
    let (mut kind, mut order, mut shape) = (None, None, None);
    for (key, value) in Literal::of(text).dictionary()? {
        match (key, value) {
            ("descr", value) => kind = Some(value),
            ("fortran_order", Value::Truth(is_fortran)) => order = Some(is_fortran),
            ("shape", Value::Counts(counts)) => shape = Some(counts),
            _ => return None,
        }
    }
    let element = match kind? {
        Value::Text(kind) => element(kind),
        // Structured, or something else that isn't a number.
        _ => None,
    };
    Some(Header {
        length,
        shape: shape?,
        element,
        is_fortran: order?,
    })
}

/// What `<f8` and its like mean.
fn element(kind: &str) -> Option<Element> {
    let mut letters = kind.chars();
    let is_big = match letters.next()? {
        '>' => true,
        '<' | '|' => false,
        _ => return None,
    };
    let kind = match letters.next()? {
        'f' => Kind::Float,
        'i' => Kind::Signed,
        'u' | 'b' => Kind::Unsigned,
        _ => return None,
    };
    Element::new(kind, letters.as_str().parse().ok()?, is_big)
}
