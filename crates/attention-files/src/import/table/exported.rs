//! What [`write_csv`](crate::write_csv) wrote.

use attention_core::{Matrix, Scale};
use attention_scene::{Decimal, Experiment, Hearing, RoomError, Tensor, parse_number};
use csv::{ReaderBuilder, StringRecord};

use super::{FileRefusal, TableRefusal};
use crate::import::room::room;
use crate::table::HEADING;

/// Whether a text begins as an export does.
pub(super) fn is(text: &str) -> bool {
    let first = text.lines().next().unwrap_or_default();
    first.trim_end().split(',').eq(HEADING)
}

/// Reads the vectors, and how they are attended to; what follows from that is not looked at.
pub(super) fn read(
    text: &str,
    beside: &Experiment,
    decimal: Decimal,
) -> Result<Experiment, FileRefusal> {
    let found = Found::read(text, decimal).map_err(FileRefusal::Table)?;
    found.room(beside)
}

/// What counts of an export.
#[derive(Default)]
struct Found {
    /// By `Tensor::VECTORS`, then W_O.
    grids: [Grid; 4],
    allowed: Grid,
    heads: usize,
    scale: Option<f64>,
    temperature: Option<f64>,
}

impl Found {
    fn read(text: &str, decimal: Decimal) -> Result<Self, TableRefusal> {
        let mut found = Self::default();
        let mut reader = ReaderBuilder::new().from_reader(text.as_bytes());
        let mut record = StringRecord::new();
        while reader
            .read_record(&mut record)
            .map_err(|_| TableRefusal::Incomplete)?
        {
            found.take(&record, decimal)?;
        }
        Ok(found)
    }

    fn take(&mut self, record: &StringRecord, decimal: Decimal) -> Result<(), TableRefusal> {
        let cell = |at: usize| record.get(at).unwrap_or_default();
        let index = |at: usize| cell(at).parse::<usize>().ok();
        let what = cell(0);
        let vectors = [
            Tensor::Queries,
            Tensor::Keys,
            Tensor::Values,
            Tensor::OutputWeights,
        ];
        let grid = vectors.iter().position(|tensor| tensor.letter() == what);
        if grid.is_none() && !["allowed", "scale", "temperature"].contains(&what) {
            return Ok(());
        }
        let number = parse_number(cell(5), decimal).map_err(|why| TableRefusal::Number {
            line: record.position().map_or(0, csv::Position::line),
            text: cell(5).chars().take(40).collect(),
            why,
        })?;
        match (grid, what) {
            (Some(grid), _) => self.grids[grid].set(index(2), index(4), number),
            (_, "allowed") => {
                let head = index(1).ok_or(TableRefusal::Incomplete)?;
                self.heads = self.heads.max(head.saturating_add(1));
                self.allowed.set(index(2), index(3), number)
            }
            (_, "scale") => {
                self.scale = Some(number);
                Ok(())
            }
            _ => {
                self.temperature = Some(number);
                Ok(())
            }
        }
    }

    fn room(self, beside: &Experiment) -> Result<Experiment, FileRefusal> {
        let table = FileRefusal::Table;
        let [queries, keys, values, w_o] = self.grids;
        let mut matrices = Vec::with_capacity(3);
        for (grid, tensor) in [queries, keys, values].into_iter().zip(Tensor::VECTORS) {
            if grid.rows.is_empty() {
                return Err(table(TableRefusal::Missing(tensor)));
            }
            matrices.push(grid.matrix()?);
        }
        let Ok(matrices) = <[Matrix; 3]>::try_from(matrices) else {
            return Err(table(TableRefusal::Incomplete));
        };
        let d_k = matrices[0].cols() / self.heads.max(1);
        let mut room = room(beside, &[], matrices).map_err(FileRefusal::Room)?;
        if self.heads > 1 {
            room = room
                .split_into_heads(self.heads)
                .map_err(FileRefusal::Room)?;
            if !w_o.rows.is_empty() {
                let w_o = w_o.matrix()?;
                room = room
                    .with_matrix(Tensor::OutputWeights, w_o)
                    .map_err(FileRefusal::Room)?;
            }
        }
        let count = room.token_count();
        let cells: Vec<bool> = self
            .allowed
            .rows
            .concat()
            .iter()
            .map(|cell| *cell != 0.0)
            .collect();
        if !cells.is_empty() {
            let own = [Hearing::Everyone, Hearing::Causal];
            let same = own
                .into_iter()
                .find(|one| one.cells(count)[..] == cells[..]);
            room = room.with_hearing(same.unwrap_or_else(|| Hearing::Cells(cells.into())));
        }
        if let Some(factor) = self.scale {
            room = room.with_scale(match factor == 1.0 && d_k != 1 {
                true => Scale::None,
                false if d_k == 1 => room.scale(),
                false => Scale::SqrtDk,
            });
        }
        Ok(match self.temperature {
            Some(temperature) => room.with_temperature(temperature),
            None => room,
        })
    }
}

/// Numbers that come in their order.
#[derive(Default)]
struct Grid {
    rows: Vec<Vec<f64>>,
}

impl Grid {
    /// Takes the next number, or, of another head's mask, one that is there.
    fn set(
        &mut self,
        row: Option<usize>,
        column: Option<usize>,
        number: f64,
    ) -> Result<(), TableRefusal> {
        let (Some(row), Some(column)) = (row, column) else {
            return Err(TableRefusal::Incomplete);
        };
        if row.max(column) >= Experiment::MOST_TOKENS {
            return Err(TableRefusal::TooLong);
        }
        if row == self.rows.len() {
            self.rows.push(Vec::new());
        }
        let cells = self.rows.get_mut(row).ok_or(TableRefusal::Incomplete)?;
        match cells.len() {
            length if length == column => cells.push(number),
            length if length < column => return Err(TableRefusal::Incomplete),
            _ => {}
        }
        Ok(())
    }

    fn matrix(&self) -> Result<Matrix, FileRefusal> {
        Matrix::from_rows(&self.rows).map_err(|error| FileRefusal::Room(RoomError::Core(error)))
    }
}
