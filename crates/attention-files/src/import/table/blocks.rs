//! Queries, keys and values one after the other, each under its heading, or apart from the next.

use attention_scene::Decimal;

use super::{TableRefusal, Vectors, headings::vector, lines::Line, number};

/// Reads block after block. Where none has a heading, they are queries, keys and values in that order.
pub(super) fn read(lines: &[Line], decimal: Decimal) -> Result<Vectors, TableRefusal> {
    // What a heading names, and in which cell: marks may stand before it.
    let heading = |line: &Line| {
        let is_word = |cell: &String| cell.contains(|c: char| c.is_ascii_alphanumeric());
        let at = line.cells.iter().position(is_word)?;
        Some((vector(&line.cells[at])?, at))
    };
    let has_headings = lines.iter().any(|line| heading(line).is_some());
    let mut vectors = Vectors::default();
    let (mut at, mut is_first) = ((!has_headings).then_some(0), true);
    for line in lines {
        let mut cells = line.cells.as_slice();
        if let Some((found, place)) = heading(line) {
            cells = &cells[place + 1..];
            is_first |= at != Some(found);
            at = Some(found);
        } else if line.is_apart && !has_headings && !is_first {
            at = at.map(|before| before + 1);
            is_first = true;
        }
        let has_number = cells.iter().any(|cell| number(line, cell, decimal).is_ok());
        // What stands above a block's numbers, its columns' names perhaps, is nothing to read.
        let Some(at) = at.filter(|_| !(cells.is_empty() || is_first && !has_number)) else {
            continue;
        };
        if at > 2 {
            return Err(TableRefusal::Blocks(at + 1));
        }
        let name = cells
            .first()
            .filter(|cell| number(line, cell, decimal).is_err());
        let numbers = &cells[usize::from(name.is_some() && has_number)..];
        let row: Result<Vec<f64>, _> = numbers
            .iter()
            .map(|cell| number(line, cell, decimal))
            .collect();
        vectors.push(at, line.number, row?)?;
        let index = vectors.rows[at].len() - 1;
        if vectors.names.len() <= index {
            vectors.names.resize(index + 1, None);
        }
        if let (None, Some(name)) = (&vectors.names[index], name) {
            vectors.names[index] = Some(name.clone());
        }
        is_first = false;
    }
    Ok(vectors)
}
