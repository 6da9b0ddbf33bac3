//! The header of a safetensors file, which stands at its beginning: a length, and JSON of that length.

use safetensors::{Dtype, tensor::Metadata};

use super::{ArrayInfo, ArrayRefusal, Element, Place, element::Kind};

/// How many bytes say how long the header is.
pub(in crate::import) const LENGTH: u64 = 8;

/// The most bytes of a header that are read: those of a model of ten thousand tensors.
pub const LARGEST_HEADER: u64 = 2 << 20;

/// How long a file's header is, as its first bytes have it.
pub(in crate::import) fn header_length(beginning: &[u8], size: u64) -> Result<u64, ArrayRefusal> {
    let length = beginning.first_chunk().ok_or(ArrayRefusal::CutOff)?;
    let length = u64::from_le_bytes(*length);
    if length > LARGEST_HEADER {
        return Err(ArrayRefusal::LongHeader(length));
    }
    match length + LENGTH > size {
        true => Err(ArrayRefusal::CutOff),
        false => Ok(length),
    }
}

/// Reads the header, of a file of which at least that is given.
pub(super) fn read(file: &[u8], size: u64) -> Result<Vec<ArrayInfo>, ArrayRefusal> {
    let length = header_length(file, size)?;
    let data = LENGTH + length;
    let header = file.get(LENGTH as usize..data as usize);
    let header = std::str::from_utf8(header.ok_or(ArrayRefusal::CutOff)?);
    let header = header.map_err(|_| ArrayRefusal::Damaged)?;
    let metadata: Metadata = serde_json::from_str(header).map_err(|_| ArrayRefusal::Damaged)?;
    if data + metadata.data_len() as u64 > size {
        return Err(ArrayRefusal::CutOff);
    }
    let mut infos: Vec<ArrayInfo> = Vec::new();
    for (name, tensor) in metadata.tensors() {
        infos.push(ArrayInfo {
            name,
            shape: tensor.shape.iter().map(|size| *size as u64).collect(),
            element: element(tensor.dtype),
            is_fortran: false,
            place: Place::Plain(data + tensor.data_offsets.0 as u64),
        });
    }
    infos.sort_by_cached_key(|info| by_number(&info.name));
    Ok(infos)
}

fn element(dtype: Dtype) -> Option<Element> {
    let (kind, size) = match dtype {
        Dtype::F16 => (Kind::Float, 2),
        Dtype::F32 => (Kind::Float, 4),
        Dtype::F64 => (Kind::Float, 8),
        Dtype::BF16 => (Kind::Brain, 2),
        Dtype::I8 => (Kind::Signed, 1),
        Dtype::I16 => (Kind::Signed, 2),
        Dtype::I32 => (Kind::Signed, 4),
        Dtype::I64 => (Kind::Signed, 8),
        Dtype::U8 | Dtype::BOOL => (Kind::Unsigned, 1),
        Dtype::U16 => (Kind::Unsigned, 2),
        Dtype::U32 => (Kind::Unsigned, 4),
        Dtype::U64 => (Kind::Unsigned, 8),
        _ => return None,
    };
    Element::new(kind, size, false)
}

/// A name as it is sorted: layer 2 comes before layer 10.
fn by_number(name: &str) -> Vec<(u64, String)> {
    let mut pieces = Vec::new();
    for piece in name.split('.') {
        let number = piece.parse().unwrap_or(u64::MAX);
        pieces.push((number, piece.to_owned()));
    }
    pieces
}
