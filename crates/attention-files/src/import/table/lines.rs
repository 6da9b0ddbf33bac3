//! A text as lines of cells, whatever separates them.

use attention_scene::Experiment;
use csv::{ReaderBuilder, StringRecord, Trim};

use super::TableRefusal;

/// The most cells of a line: a name, and all that a guest has.
const MOST_CELLS: usize = 2 + 3 * Experiment::MOST_COMPONENTS;
/// The most lines: all guests three times, and what stands above them.
const MOST_LINES: usize = 3 * Experiment::MOST_TOKENS + 64;

/// The most lines of a text that are looked at, those in which nothing stands among them.
const MOST_LOOKED_AT: usize = 20_000;

/// A line in which something stands.
#[derive(Debug, PartialEq)]
pub(super) struct Line {
    /// Counted from 1.
    pub(super) number: u64,
    /// Whether it stands apart from the one before it.
    pub(super) is_apart: bool,
    /// What stands in it, without what is empty at its end.
    pub(super) cells: Vec<String>,
}

/// Reads the lines of a text.
pub(super) fn read(text: &str) -> Result<Vec<Line>, TableRefusal> {
    let unwrapped;
    let text = match has_brackets(text) {
        true => {
            unwrapped = without_brackets(text);
            unwrapped.as_str()
        }
        false => text,
    };
    if text.lines().count() > MOST_LOOKED_AT {
        return Err(TableRefusal::TooLong);
    }
    let separator = separator(text);
    let mut lines: Vec<Line> = Vec::new();
    let mut take = |number: u64, is_apart: bool, cells: Vec<String>| {
        if lines.len() == MOST_LINES {
            return Err(TableRefusal::TooLong);
        }
        let mut cells = cells;
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        if cells.len() > MOST_CELLS {
            return Err(TableRefusal::TooWide(number));
        }
        if !cells.is_empty() {
            lines.push(Line {
                number,
                is_apart,
                cells,
            });
        }
        Ok(())
    };
    let mut is_apart = false;
    match separator {
        Separator::Spaces | Separator::Bars => {
            for (index, line) in text.lines().enumerate() {
                let line = line.trim();
                let is_rule = !line.is_empty() && line.chars().all(|c| "|:- ".contains(c));
                if is_rule {
                    continue;
                }
                let cells = match separator {
                    Separator::Bars => cut(line.trim_matches('|').split('|'), index)?,
                    _ => cut(line.split_whitespace(), index)?,
                };
                let is_blank = cells.iter().all(String::is_empty);
                take(index as u64 + 1, is_apart, cells)?;
                is_apart = is_blank;
            }
        }
        Separator::Character(separator) => {
            let text = with_blank_lines(text, char::from(separator));
            let mut reader = ReaderBuilder::new()
                .delimiter(separator)
                .has_headers(false)
                .flexible(true)
                .trim(Trim::All)
                .from_reader(text.as_bytes());
            let mut record = StringRecord::new();
            while reader.read_record(&mut record).unwrap_or(false) {
                let number = record.position().map_or(0, csv::Position::line);
                if record.len() > 2 * MOST_CELLS {
                    return Err(TableRefusal::TooWide(number));
                }
                let cells: Vec<String> = record.iter().map(str::to_owned).collect();
                let is_blank = cells.iter().all(String::is_empty);
                take(number, is_apart, cells)?;
                is_apart = is_blank;
            }
        }
    }
    Ok(lines)
}

/// The text, in whose blank lines a separator stands: the reader of separated values passes over lines in which nothing
/// does.
fn with_blank_lines(text: &str, separator: char) -> String {
    let mut marked = String::with_capacity(text.len());
    for line in text.lines() {
        marked.push_str(line);
        if line.trim().is_empty() {
            marked.push(separator);
        }
        marked.push('\n');
    }
    marked
}

/// Cells, as many as may count.
fn cut<'a>(
    cells: impl Iterator<Item = &'a str>,
    index: usize,
) -> Result<Vec<String>, TableRefusal> {
    let cells: Vec<String> = cells
        .take(MOST_CELLS + 1)
        .map(|cell| cell.trim().to_owned())
        .collect();
    match cells.len() > MOST_CELLS {
        true => Err(TableRefusal::TooWide(index as u64 + 1)),
        false => Ok(cells),
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Separator {
    Character(u8),
    /// As in Markdown.
    Bars,
    Spaces,
}

/// A comma separates where nothing else does: elsewhere it may be a decimal's.
fn separator(text: &str) -> Separator {
    let mut is_quoted = false;
    let mut found = [false; 4];
    for c in text.chars() {
        match c {
            '"' => is_quoted = !is_quoted,
            '\t' | ';' | '|' | ',' if !is_quoted => {
                found[match c {
                    '\t' => 0,
                    ';' => 1,
                    '|' => 2,
                    _ => 3,
                }] = true;
            }
            _ => {}
        }
    }
    match found {
        [true, ..] => Separator::Character(b'\t'),
        [_, true, ..] => Separator::Character(b';'),
        [_, _, true, _] => Separator::Bars,
        [.., true] => Separator::Character(b','),
        _ => Separator::Spaces,
    }
}

/// Whether rows stand in brackets; those right after a word, as in `q[0]`, are of a heading, and quotes hold names.
fn has_brackets(text: &str) -> bool {
    let mut before = ' ';
    let mut is_found = false;
    for c in text.chars() {
        match c {
            '"' => return false,
            '[' if before.is_ascii_alphanumeric() => return false,
            '[' => is_found = true,
            _ => {}
        }
        before = c;
    }
    is_found
}

/// Rows as Python and NumPy print them, `[[1, 2], [3, 4]]`, as lines, and what stands before them as a heading.
fn without_brackets(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut depth = 0_usize;
    for c in text.chars() {
        match c {
            '[' | '(' => {
                if depth == 0 {
                    plain.push('\n');
                }
                depth += 1;
            }
            ']' | ')' => {
                depth = depth.saturating_sub(1);
                plain.push('\n');
                if depth == 0 {
                    plain.push('\n');
                }
            }
            // Between two rows, where a line ends already; and NumPy's names for what it prints.
            ',' if plain.ends_with('\n') => {}
            '\n' | '\r' | ' ' if depth > 0 && plain.ends_with('\n') => {}
            '\n' if depth > 0 => plain.push(' '),
            c => plain.push(c),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        let lines = read(text).unwrap();
        lines.into_iter().map(|line| line.cells).collect()
    }

    #[test]
    fn whatever_separates_is_understood() {
        for text in [
            "1,2\n3,4",
            "1;2\n3;4",
            "1\t2\n3\t4",
            "1  2\n 3 4",
            "| 1 | 2 |\n|---|---|\n| 3 | 4 |",
        ] {
            assert_eq!(cells(text), [["1", "2"], ["3", "4"]], "{text}");
        }
        assert_eq!(cells("\"a;b\",1"), [["a;b", "1"]]);
        assert_eq!(cells("1,5;2"), [["1,5", "2"]]);
    }

    #[test]
    fn rows_in_brackets_are_lines() {
        for text in [
            "[[1, 2], [3, 4]]",
            "[[1, 2],\n [3, 4]]",
            "[[1 2]\n [3 4]]",
            "[[1.\n  2]\n [3 4]]",
        ] {
            let found = cells(text);
            let first = found[0][0].trim_end_matches('.').to_owned();
            assert_eq!(
                (first.as_str(), found.len(), found[1].len()),
                ("1", 2, 2),
                "{text}"
            );
        }
        let lines = read("q = [[1, 2]]\nk = [[3, 4]]").unwrap();
        assert_eq!(lines[0].cells, ["q ="]);
        assert_eq!(lines[2].cells, ["k ="]);
    }

    #[test]
    fn blocks_stand_apart() {
        for text in [
            "1,2\n\n3,4",
            "1 2\n \n3 4",
            "1;2\n;\n3;4",
            "[[1,2]]\n[[3,4]]",
        ] {
            let lines = read(text).unwrap();
            assert_eq!(lines.len(), 2, "{text}");
            assert!(lines[1].is_apart, "{text}");
        }
        assert!(!read("1,2\n3,4").unwrap()[1].is_apart);
    }
}
