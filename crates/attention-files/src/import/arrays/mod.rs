//! Arrays in a file, three of which are queries, keys and values.

mod element;
mod npy;
mod pick;
mod refusal;
mod safetensors;
mod zip;

use std::ops::Range;

use attention_core::Matrix;
use attention_scene::{Experiment, Tensor};

pub(super) use self::safetensors::{LENGTH, header_length};
use self::{element::Element, pick::Window};
pub use self::{
    pick::{Axis, Pick},
    refusal::ArrayRefusal,
    safetensors::LARGEST_HEADER,
};
use super::{FileRefusal, LARGEST_FILE, room::room};

/// What a file says of one of its arrays.
#[derive(Clone, Debug, PartialEq)]
pub struct ArrayInfo {
    name: String,
    shape: Vec<u64>,
    element: Option<Element>,
    /// Whether the first index moves fastest.
    is_fortran: bool,
    place: Place,
}

/// Where an array's bytes are.
#[derive(Clone, Debug, PartialEq)]
enum Place {
    /// In the file as they are, from there on.
    Plain(u64),
    /// Packed in these bytes of the file; unpacked, they begin after so many.
    Packed { packed: Range<u64>, header: u64 },
}

impl ArrayInfo {
    /// Its name in the file.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its shape.
    #[must_use]
    pub fn shape(&self) -> &[u64] {
        &self.shape
    }

    /// Whether queries, keys or values may be picked from it: numbers in two to four dimensions.
    #[must_use]
    pub fn is_usable(&self) -> bool {
        self.element.is_some() && (2..=4).contains(&self.shape.len())
    }

    /// What it is made of: `f32`, say.
    #[must_use]
    pub fn kind(&self) -> String {
        self.element.map_or_else(|| "?".to_owned(), Element::name)
    }
}

/// The arrays of a file. Of their numbers nothing is read before they are picked.
#[derive(Clone, Debug)]
pub struct Arrays(Vec<ArrayInfo>);

impl Arrays {
    pub(super) fn of_npy(file: &[u8]) -> Result<Self, ArrayRefusal> {
        let header = npy::read(file)?;
        let info = header.describe(String::from("array"), Place::Plain(header.length));
        Ok(Self(vec![info]))
    }

    pub(super) fn of_npz(file: &[u8]) -> Result<Self, ArrayRefusal> {
        let mut infos = Vec::new();
        for entry in zip::entries(file)? {
            let Some(name) = entry.name.strip_suffix(".npy") else {
                continue;
            };
            let beginning = zip::beginning(file, &entry, npy::LONGEST_HEADER)?;
            let header = npy::read(&beginning)?;
            let place = match entry.is_packed {
                true => Place::Packed {
                    packed: entry.bytes.clone(),
                    header: header.length,
                },
                false => Place::Plain(entry.bytes.start + header.length),
            };
            infos.push(header.describe(name.to_owned(), place));
        }
        Self::of(infos)
    }

    pub(super) fn of_safetensors(file: &[u8], size: u64) -> Result<Self, ArrayRefusal> {
        Self::of(safetensors::read(file, size)?)
    }

    fn of(infos: Vec<ArrayInfo>) -> Result<Self, ArrayRefusal> {
        match infos.is_empty() {
            true => Err(ArrayRefusal::NoArrays),
            false => Ok(Self(infos)),
        }
    }

    /// What there is to pick from, in the file's order.
    #[must_use]
    pub fn list(&self) -> &[ArrayInfo] {
        &self.0
    }

    /// Which are queries, keys and values, as their names have it; else the first three that may be.
    #[must_use]
    pub fn guess(&self) -> [usize; 3] {
        let usable = |index: &usize| self.0[*index].is_usable();
        let all: Vec<usize> = (0..self.0.len()).filter(usable).collect();
        let mut next = all.iter().copied();
        let last = all.last().copied();
        Tensor::VECTORS.map(|tensor| {
            let fallback = next.next().or(last);
            let named = all.iter().copied().find(|index| {
                let name = self.0[*index].name.to_ascii_lowercase();
                pick::names(&name, tensor)
            });
            named.or(fallback).unwrap_or_default()
        })
    }

    /// What is picked of three arrays alike. One array alone that holds three, one after the other, is queries, keys and
    /// values in that order: of three dimensions as heads, of four as layers.
    #[must_use]
    pub fn picks(&self, arrays: [usize; 3], common: Pick) -> [Pick; 3] {
        let shape = self.0.get(arrays[0]).map(|info| info.shape.as_slice());
        let is_one = arrays == [arrays[0]; 3];
        let mut place = 0;
        arrays.map(|array| {
            let mut pick = Pick { array, ..common };
            match shape {
                Some([3, _, _]) if is_one => pick.head = place,
                Some([3, _, _, _]) if is_one => pick.layer = place,
                _ => {}
            }
            place += 1;
            pick
        })
    }

    /// Which bytes of the file are wanted for what is picked as queries, keys and values.
    ///
    /// # Errors
    ///
    /// A [`FileRefusal`] where a pick reaches outside of its array, or for more than a room holds.
    pub fn wanted(&self, picks: &[Pick; 3]) -> Result<[Range<u64>; 3], FileRefusal> {
        let mut ranges = [const { 0..0 }; 3];
        for (at, range) in ranges.iter_mut().enumerate() {
            let (info, window) = self.window(&picks[at], Tensor::VECTORS[at])?;
            *range = match &info.place {
                Place::Plain(start) => {
                    let bytes = window.bytes();
                    start.saturating_add(bytes.start)..start.saturating_add(bytes.end)
                }
                Place::Packed { packed, .. } => packed.clone(),
            };
        }
        Ok(ranges)
    }

    /// The room of what is picked, from the bytes that are [wanted](Self::wanted), beside another.
    ///
    /// # Errors
    ///
    /// A [`FileRefusal`] where bytes are missing or damaged, a number is none that a room takes, or the three don't fit
    /// one another.
    pub fn room(
        &self,
        picks: &[Pick; 3],
        bytes: [&[u8]; 3],
        beside: &Experiment,
    ) -> Result<Experiment, FileRefusal> {
        let read = |at: usize| -> Result<Matrix, FileRefusal> {
            let tensor = Tensor::VECTORS[at];
            let (info, window) = self.window(&picks[at], tensor)?;
            match &info.place {
                Place::Plain(_) => window.read(bytes[at], tensor),
                Place::Packed { header, .. } => {
                    let span = window.bytes();
                    let end = header + span.end;
                    if end > LARGEST_FILE {
                        return Err(ArrayRefusal::TooLarge(info.name.clone()).into());
                    }
                    let unpacked = zip::unpack(bytes[at], end as usize)?;
                    let part = unpacked.get((header + span.start) as usize..end as usize);
                    window.read(part.unwrap_or_default(), tensor)
                }
            }
        };
        let matrices = [read(0)?, read(1)?, read(2)?];
        room(beside, &[], matrices).map_err(FileRefusal::Room)
    }

    /// The same, from the whole file.
    ///
    /// # Errors
    ///
    /// As [`room`](Self::room).
    pub fn room_of(
        &self,
        picks: &[Pick; 3],
        file: &[u8],
        beside: &Experiment,
    ) -> Result<Experiment, FileRefusal> {
        let cut = |range: Range<u64>| {
            let at = |byte| usize::try_from(byte).unwrap_or(usize::MAX);
            file.get(at(range.start)..at(range.end)).unwrap_or_default()
        };
        let bytes = self.wanted(picks)?.map(cut);
        self.room(picks, bytes, beside)
    }

    fn window(&self, pick: &Pick, tensor: Tensor) -> Result<(&ArrayInfo, Window), FileRefusal> {
        let info = self.0.get(pick.array).ok_or(ArrayRefusal::NoArrays)?;
        Ok((info, Window::of(info, pick, tensor)?))
    }
}
