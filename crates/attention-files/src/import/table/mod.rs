//! Queries, keys and values as tables: what was exported, columns under headings, or block after block.

mod blocks;
mod columns;
mod exported;
mod headings;
mod lines;

use attention_core::Matrix;
use attention_scene::{Decimal, Experiment, NumberRefusal, RoomError, Tensor};

use self::lines::Line;
use super::{FileRefusal, room::room};

/// The most bytes of a table that are read.
pub const LARGEST_TABLE: usize = 16 << 20;

/// Why a table was not taken.
#[derive(Clone, Debug, PartialEq)]
pub enum TableRefusal {
    /// There is no number in it.
    NoNumbers,
    /// One of queries, keys and values is not in it.
    Missing(Tensor),
    /// It has more blocks than queries, keys and values.
    Blocks(usize),
    /// What stands in a line, counted from 1, is no number of a room.
    Number {
        /// The line.
        line: u64,
        /// What stands there, or its beginning.
        text: String,
        /// Why it is none.
        why: NumberRefusal,
    },
    /// A line has more or fewer numbers than those before it.
    Ragged {
        /// The line.
        line: u64,
        /// How many numbers those before it have.
        expected: usize,
        /// How many it has.
        found: usize,
    },
    /// A line holds more than any room's.
    TooWide(u64),
    /// There are more lines than any room's.
    TooLong,
    /// It has what an export has, but not all of it.
    Incomplete,
}

/// What is read of a table before it becomes a room: names and numbers by `Tensor::VECTORS`.
#[derive(Default)]
struct Vectors {
    names: Vec<Option<String>>,
    rows: [Vec<Vec<f64>>; 3],
}

impl Vectors {
    /// Takes a row, which must be as long as its tensor's first.
    fn push(&mut self, at: usize, line: u64, row: Vec<f64>) -> Result<(), TableRefusal> {
        let rows = &mut self.rows[at];
        let expected = rows.first().map_or(row.len(), Vec::len);
        if row.len() != expected {
            return Err(TableRefusal::Ragged {
                line,
                expected,
                found: row.len(),
            });
        }
        if rows.len() == Experiment::MOST_TOKENS {
            return Err(TableRefusal::TooLong);
        }
        rows.push(row);
        Ok(())
    }

    fn room(self, beside: &Experiment) -> Result<Experiment, FileRefusal> {
        if self.rows.iter().all(Vec::is_empty) {
            return Err(FileRefusal::Table(TableRefusal::NoNumbers));
        }
        let there = self.rows.iter().zip(Tensor::VECTORS);
        if let Some((_, tensor)) = there.clone().find(|(rows, _)| rows.is_empty()) {
            return Err(FileRefusal::Table(TableRefusal::Missing(tensor)));
        }
        let core = |error| FileRefusal::Room(RoomError::Core(error));
        let mut matrices = Vec::with_capacity(3);
        for rows in &self.rows {
            matrices.push(Matrix::from_rows(rows).map_err(core)?);
        }
        match <[Matrix; 3]>::try_from(matrices) {
            Ok(matrices) => room(beside, &self.names, matrices).map_err(FileRefusal::Room),
            Err(_) => Err(FileRefusal::Table(TableRefusal::NoNumbers)),
        }
    }
}

/// Reads queries, keys and values from a text: the CSV that was exported, or a table as people keep them; which, says
/// `docs/files.md`.
///
/// # Errors
///
/// A [`FileRefusal`] that names the line.
///
/// ```
/// use attention_files::read_table;
/// use attention_scene::{Preset, decimal};
/// let room = Preset::Walkthrough.experiment();
/// let table = "token;q1;q2;k1;k2;v\nAda;1;2;1,5;1;7\nGrace;0;1;1;0;8";
/// let read = read_table(table, &room, decimal).map_err(|why| format!("{why:?}"))?;
/// assert_eq!(read.tokens(), ["Ada", "Grace"]);
/// assert_eq!(read.attention().head(0).score(0, 0), 3.5);
/// # Ok::<(), String>(())
/// ```
pub fn read_table(
    text: &str,
    beside: &Experiment,
    decimal: Decimal,
) -> Result<Experiment, FileRefusal> {
    if text.len() > LARGEST_TABLE {
        return Err(FileRefusal::TooLarge {
            bytes: text.len() as u64,
            most: LARGEST_TABLE as u64,
        });
    }
    if exported::is(text) {
        return exported::read(text, beside, decimal);
    }
    let lines = lines::read(text).map_err(FileRefusal::Table)?;
    let vectors = match columns::places(&lines) {
        Some(places) => columns::read(&lines, &places, decimal),
        None => blocks::read(&lines, decimal),
    };
    vectors.map_err(FileRefusal::Table)?.room(beside)
}

/// A cell's number; the refusal names its line, and what stands there.
fn number(line: &Line, cell: &str, decimal: Decimal) -> Result<f64, TableRefusal> {
    attention_scene::parse_number(cell, decimal).map_err(|why| TableRefusal::Number {
        line: line.number,
        text: cell.chars().take(40).collect(),
        why,
    })
}
