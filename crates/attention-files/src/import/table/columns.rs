//! A line a guest, its numbers under headings: `token,q1,q2,k1,k2,v1,v2`.

use attention_scene::Decimal;

use super::{TableRefusal, Vectors, headings::component, lines::Line, number};

/// Where the headings stand, and what each column holds of `Tensor::VECTORS`.
pub(super) struct Places {
    line: usize,
    columns: Vec<Option<usize>>,
    name: Option<usize>,
}

/// The headings of a table, where it has a line of them.
pub(super) fn places(lines: &[Line]) -> Option<Places> {
    let line = lines.iter().position(|line| {
        let found: Vec<usize> = line
            .cells
            .iter()
            .filter_map(|cell| component(cell))
            .collect();
        (0..3).all(|vector| found.contains(&vector))
    })?;
    let columns: Vec<Option<usize>> = lines[line]
        .cells
        .iter()
        .map(|cell| component(cell))
        .collect();
    // A guest's name stands before its numbers, whatever it is headed.
    let name = (columns.first() == Some(&None)).then_some(0);
    Some(Places {
        line,
        columns,
        name,
    })
}

/// Reads the lines under the headings.
pub(super) fn read(
    lines: &[Line],
    places: &Places,
    decimal: Decimal,
) -> Result<Vectors, TableRefusal> {
    let mut vectors = Vectors::default();
    for line in lines.iter().skip(places.line + 1) {
        let mut rows = [const { Vec::new() }; 3];
        for (cell, place) in line.cells.iter().zip(&places.columns) {
            if let Some(at) = place {
                rows[*at].push(number(line, cell, decimal)?);
            }
        }
        let name = places.name.and_then(|at| line.cells.get(at).cloned());
        vectors.names.push(name);
        for (at, row) in rows.into_iter().enumerate() {
            let expected = places
                .columns
                .iter()
                .filter(|one| **one == Some(at))
                .count();
            if row.len() != expected {
                let found = row.len();
                let line = line.number;
                return Err(TableRefusal::Ragged {
                    line,
                    expected,
                    found,
                });
            }
            vectors.push(at, line.number, row)?;
        }
    }
    Ok(vectors)
}
