//! A matrix out of an array: which layer, which head, which rows.

use std::ops::Range;

use attention_core::Matrix;
use attention_scene::{Experiment, LARGEST, RoomError, Tensor};

use super::{ArrayInfo, ArrayRefusal, Element};
use crate::import::FileRefusal;

/// What is picked of an array. Of two dimensions, the array is rows of components; of three, a layer or a head stands
/// before them; of four, a layer and a head do. Heads may also stand side by side in the components.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pick {
    /// Which array, in the file's order.
    pub array: usize,
    /// Which layer, from 0, where there are several.
    pub layer: u64,
    /// Which head, from 0, where there are several.
    pub head: u64,
    /// How many heads stand side by side in the components; 1 where each has components of its own.
    pub side_by_side: u64,
    /// The first row, from 0.
    pub first: u64,
    /// How many rows, or fewer where there are no more.
    pub rows: u64,
}

impl Pick {
    /// The first head of the first layer, as many rows as a room holds.
    #[must_use]
    pub fn of(array: usize) -> Self {
        Self {
            array,
            layer: 0,
            head: 0,
            side_by_side: 1,
            first: 0,
            rows: Experiment::MOST_TOKENS as u64,
        }
    }
}

/// What an array is counted along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// Layers.
    Layer,
    /// Heads.
    Head,
    /// Rows.
    Row,
}

/// Where the numbers of a pick lie in their array.
pub(super) struct Window {
    name: String,
    element: Element,
    rows: u64,
    columns: u64,
    /// The place of the first number, and how far it is to the next row's and column's.
    start: u64,
    down: u64,
    across: u64,
}

impl Window {
    pub(super) fn of(info: &ArrayInfo, pick: &Pick, tensor: Tensor) -> Result<Self, FileRefusal> {
        let name = || info.name.clone();
        let element = info
            .element
            .ok_or_else(|| ArrayRefusal::NotNumbers(name()))?;
        let shape = info.shape.as_slice();
        let (leading, [rows, columns]) = match shape {
            [leading @ .., rows, columns] if leading.len() <= 2 => (leading, [*rows, *columns]),
            _ => return Err(ArrayRefusal::Shape(name()).into()),
        };
        let strides = strides(info).ok_or_else(|| ArrayRefusal::TooLarge(name()))?;
        let outside = |axis, count| ArrayRefusal::Outside(name(), axis, count);
        let side_by_side = pick.side_by_side.max(1);
        let mut start = 0;
        let last = leading.len().wrapping_sub(1);
        for (at, count) in leading.iter().enumerate() {
            let axis = match at == last && side_by_side == 1 {
                true => Axis::Head,
                false => Axis::Layer,
            };
            let index = match axis {
                Axis::Head => pick.head,
                // Of a layer and a batch of one, the first is the layer.
                _ if at == 0 || leading[0] == 1 => pick.layer,
                _ => 0,
            };
            let index = if *count == 1 { 0 } else { index };
            if index >= *count {
                return Err(outside(axis, *count).into());
            }
            start += index * strides[at];
        }
        if side_by_side > 1 && (pick.head >= side_by_side || columns % side_by_side != 0) {
            return Err(outside(Axis::Head, gcd(columns, side_by_side)).into());
        }
        if pick.first >= rows || pick.rows == 0 {
            return Err(outside(Axis::Row, rows).into());
        }
        let width = columns / side_by_side;
        let rows = pick.rows.min(rows - pick.first);
        let [down, across] = [strides[leading.len()], strides[leading.len() + 1]];
        if rows > Experiment::MOST_TOKENS as u64 || width > Experiment::MOST_COMPONENTS as u64 {
            return Err(FileRefusal::Room(RoomError::TooMany(tensor)));
        }
        let head = if side_by_side > 1 { pick.head } else { 0 };
        Ok(Self {
            name: name(),
            element,
            rows,
            columns: width,
            start: start + pick.first * down + head * width * across,
            down,
            across,
        })
    }

    /// The bytes of the array from the first number to the last.
    pub(super) fn bytes(&self) -> Range<u64> {
        let size = u64::from(self.element.size);
        let last =
            self.rows.saturating_sub(1) * self.down + self.columns.saturating_sub(1) * self.across;
        self.start * size..(self.start + last + 1) * size
    }

    /// Reads the numbers from those bytes.
    pub(super) fn read(&self, bytes: &[u8], tensor: Tensor) -> Result<Matrix, FileRefusal> {
        let span = self.bytes();
        if bytes.len() as u64 != span.end - span.start {
            return Err(ArrayRefusal::CutOff.into());
        }
        let size = usize::from(self.element.size);
        let mut rows = Vec::with_capacity(self.rows as usize);
        for row in 0..self.rows {
            let mut numbers = Vec::with_capacity(self.columns as usize);
            for column in 0..self.columns {
                let at = (row * self.down + column * self.across) as usize * size;
                let number = bytes
                    .get(at..at + size)
                    .and_then(|one| self.element.read(one));
                match number.filter(|number| number.abs() <= LARGEST) {
                    Some(number) => numbers.push(number),
                    None => {
                        let (row, column) = (row as usize, column as usize);
                        return Err(ArrayRefusal::Number(self.name.clone(), row, column).into());
                    }
                }
            }
            rows.push(numbers);
        }
        match self.columns {
            0 => Err(FileRefusal::Room(RoomError::Shape(tensor))),
            _ => {
                Matrix::from_rows(&rows).map_err(|error| FileRefusal::Room(RoomError::Core(error)))
            }
        }
    }
}

/// How far it is from one number to the next along each axis; none where that is farther than can be counted.
fn strides(info: &ArrayInfo) -> Option<Vec<u64>> {
    let mut strides = vec![0; info.shape.len()];
    let mut stride = 1_u64;
    let axes: Vec<usize> = match info.is_fortran {
        true => (0..info.shape.len()).collect(),
        false => (0..info.shape.len()).rev().collect(),
    };
    for axis in axes {
        strides[axis] = stride;
        stride = stride.checked_mul(info.shape[axis])?;
    }
    // In bytes, too, and with a header before it.
    (stride < 1 << 56).then_some(strides)
}

fn gcd(one: u64, other: u64) -> u64 {
    match other {
        0 => one,
        _ => gcd(other, one % other),
    }
}

/// Whether an array's name, in small letters, says that it is this vector's: `q`, `layer.0.queries`, `q_proj`.
pub(super) fn names(name: &str, tensor: Tensor) -> bool {
    let (letter, word) = match tensor {
        Tensor::Queries => ("q", "quer"),
        Tensor::Keys => ("k", "key"),
        _ => ("v", "value"),
    };
    let mut words = name.split(|c: char| !c.is_ascii_alphanumeric());
    words.any(|part| {
        part.trim_end_matches(|c: char| c.is_ascii_digit()) == letter || part.starts_with(word)
    })
}
