//! The header of an `.npy`, read by npyz once it is known to be short and flat.

use npyz::{DType, Endianness, NpyHeader, Order, TypeChar};

use super::{ArrayInfo, ArrayRefusal, Element, Place, element::Kind};

/// The longest header that is read, with what stands before it. NumPy's own take 128 bytes.
pub(super) const LONGEST_HEADER: usize = 4096;
/// How deep brackets may stand in brackets; structured arrays go that deep, and those aren't read.
const DEEPEST: usize = 8;

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
    let version = file.get(6).ok_or(ArrayRefusal::CutOff)?;
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
    let header = file.get(..whole as usize).ok_or(ArrayRefusal::CutOff)?;
    if !(is_flat(header) && is_countable(header)) {
        return Err(ArrayRefusal::Damaged);
    }
    let header = NpyHeader::from_reader(header).map_err(|_| ArrayRefusal::Damaged)?;
    Ok(Header {
        length: whole,
        shape: header.shape().to_vec(),
        element: element(&header.dtype()),
        is_fortran: header.order() == Order::Fortran,
    })
}

fn element(dtype: &DType) -> Option<Element> {
    let DType::Plain(plain) = dtype else {
        return None;
    };
    let kind = match plain.type_char() {
        TypeChar::Float => Kind::Float,
        TypeChar::Int => Kind::Signed,
        TypeChar::Uint | TypeChar::Bool => Kind::Unsigned,
        _ => return None,
    };
    let is_big = plain.endianness() == Endianness::Big;
    Element::new(kind, plain.size_field(), is_big)
}

/// Whether all its numbers, a shape's among them, can be multiplied: npyz does without looking.
fn is_countable(header: &[u8]) -> bool {
    let numbers = header.split(|byte| !byte.is_ascii_digit());
    let mut product = Some(1_u64);
    for digits in numbers.filter(|digits| !digits.is_empty()) {
        let number = std::str::from_utf8(digits)
            .ok()
            .and_then(|digits| digits.parse::<u64>().ok());
        product = product
            .zip(number)
            .and_then(|(product, number)| product.checked_mul(number.max(1)));
    }
    product.is_some()
}

/// Whether brackets stand in brackets no deeper than anybody's do.
fn is_flat(header: &[u8]) -> bool {
    let mut depth = 0_usize;
    header.iter().all(|byte| {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth <= DEEPEST
    })
}
