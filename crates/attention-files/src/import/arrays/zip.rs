//! As much of the ZIP format as an `.npz` needs: entries that are stored or deflated. Nothing is unpacked further than
//! it is read.

use std::ops::Range;

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

use super::ArrayRefusal;

/// The most entries that are listed.
const MOST_ENTRIES: usize = 1024;
/// Signatures, and how long what follows them is at least.
const END: (&[u8], usize) = (b"PK\x05\x06", 22);
const ENTRY: (&[u8], usize) = (b"PK\x01\x02", 46);
const LOCAL: (&[u8], usize) = (b"PK\x03\x04", 30);

/// A file in the archive.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) name: String,
    /// Where its bytes are.
    pub(super) bytes: Range<u64>,
    /// Whether they are deflated.
    pub(super) is_packed: bool,
}

/// The archive's entries, as the directory at its end lists them.
pub(super) fn entries(file: &[u8]) -> Result<Vec<Entry>, ArrayRefusal> {
    // A comment of 65,535 bytes at most may follow.
    let tail = file.len().saturating_sub(END.1 + 0xffff);
    let end = file[tail..]
        .windows(END.0.len())
        .rposition(|window| window == END.0)
        .ok_or(ArrayRefusal::CutOff)?;
    let end = record(file, tail + end, END)?;
    let count = number(end, 10, 2);
    if count > MOST_ENTRIES {
        return Err(ArrayRefusal::LongHeader(count as u64 * ENTRY.1 as u64));
    }
    let mut at = number(end, 16, 4);
    let mut entries = Vec::new();
    for _ in 0..count {
        let entry = record(file, at, ENTRY)?;
        let [name, extra, comment] = [28, 30, 32].map(|at| number(entry, at, 2));
        let text = file.get(at + ENTRY.1..at + ENTRY.1 + name);
        let text = text.ok_or(ArrayRefusal::CutOff)?;
        let is_packed = match number(entry, 10, 2) {
            0 => false,
            8 => true,
            _ => return Err(ArrayRefusal::Packing),
        };
        let local_at = number(entry, 42, 4);
        let local = record(file, local_at, LOCAL)?;
        let start = local_at + LOCAL.1 + number(local, 26, 2) + number(local, 28, 2);
        let stop = start.saturating_add(number(entry, 20, 4));
        if stop > file.len() {
            return Err(ArrayRefusal::CutOff);
        }
        entries.push(Entry {
            name: String::from_utf8_lossy(text).into_owned(),
            bytes: start as u64..stop as u64,
            is_packed,
        });
        at += ENTRY.1 + name + extra + comment;
    }
    Ok(entries)
}

/// The first bytes of an entry, unpacked: so many, or all of fewer.
pub(super) fn beginning(file: &[u8], entry: &Entry, most: usize) -> Result<Vec<u8>, ArrayRefusal> {
    let bytes = file.get(entry.bytes.start as usize..entry.bytes.end as usize);
    let bytes = bytes.ok_or(ArrayRefusal::CutOff)?;
    match entry.is_packed {
        true => unpack(bytes, most),
        false => Ok(bytes[..bytes.len().min(most)].to_vec()),
    }
}

/// Unpacks bytes, so many at most.
pub(super) fn unpack(packed: &[u8], most: usize) -> Result<Vec<u8>, ArrayRefusal> {
    match decompress_to_vec_with_limit(packed, most) {
        Ok(bytes) => Ok(bytes),
        Err(error) if error.status == TINFLStatus::HasMoreOutput => Ok(error.output),
        Err(error) if error.status == TINFLStatus::FailedCannotMakeProgress => {
            Err(ArrayRefusal::CutOff)
        }
        Err(_) => Err(ArrayRefusal::Damaged),
    }
}

/// A record with its signature at a place.
fn record<'a>(
    file: &'a [u8],
    at: usize,
    (signature, length): (&[u8], usize),
) -> Result<&'a [u8], ArrayRefusal> {
    let bytes = file.get(at..at.saturating_add(length));
    let bytes = bytes.ok_or(ArrayRefusal::CutOff)?;
    match bytes.starts_with(signature) {
        true => Ok(bytes),
        false => Err(ArrayRefusal::Damaged),
    }
}

/// A number of a record that is long enough, its lowest byte first.
fn number(record: &[u8], at: usize, size: usize) -> usize {
    let bytes = record.get(at..at + size).unwrap_or_default();
    bytes
        .iter()
        .rev()
        .fold(0, |sum, byte| sum << 8 | usize::from(*byte))
}
