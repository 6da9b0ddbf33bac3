//! Why a file was not taken, in a sentence.

use attention_files::{ArrayRefusal, Axis, FileRefusal, JsonRefusal, TableRefusal};
use attention_scene::{RoomError, Tensor};

use crate::words;

/// The sentence about a file of that name.
pub(crate) fn sentence(name: &str, refusal: &FileRefusal) -> String {
    match refusal {
        FileRefusal::Empty => words::file_empty(name),
        FileRefusal::TooLarge { bytes, most } => {
            words::file_too_large(&megabytes(*most), name, &megabytes(*bytes))
        }
        FileRefusal::Unknown => words::file_unknown(name),
        FileRefusal::Json(refusal) => json(name, refusal),
        FileRefusal::Table(refusal) => table(name, refusal),
        FileRefusal::Array(refusal) => array(name, refusal),
        FileRefusal::Room(RoomError::TooMany(_)) => words::file_too_many(name),
        FileRefusal::Room(_) => words::file_misfit(name),
    }
}

fn json(name: &str, refusal: &JsonRefusal) -> String {
    match refusal {
        JsonRefusal::TooLong(bytes) => {
            let most = megabytes(attention_files::LONGEST_JSON as u64);
            words::file_too_large(&most, name, &megabytes(*bytes as u64))
        }
        JsonRefusal::NotJson { line, column } => {
            words::file_not_json(&column.to_string(), &line.to_string(), name)
        }
        JsonRefusal::NotOurs => words::file_not_ours(name),
        JsonRefusal::Version(version) => words::file_version(name, &version.to_string()),
        JsonRefusal::NoLink | JsonRefusal::Link(_) => words::file_no_link(name),
    }
}

fn table(name: &str, refusal: &TableRefusal) -> String {
    match refusal {
        TableRefusal::NoNumbers => words::file_no_numbers(name),
        TableRefusal::Missing(tensor) => words::file_missing(name, vector(*tensor)),
        TableRefusal::Blocks(count) => words::file_blocks(&count.to_string(), name),
        TableRefusal::Number { line, text, .. } => {
            words::file_number(&line.to_string(), name, text)
        }
        TableRefusal::Ragged {
            line,
            expected,
            found,
        } => {
            let [expected, found] = [expected, found].map(ToString::to_string);
            words::file_ragged(&expected, &found, &line.to_string(), name)
        }
        TableRefusal::TooWide(_) | TableRefusal::TooLong => words::file_too_many(name),
        TableRefusal::Incomplete => words::file_incomplete(name),
    }
}

fn array(name: &str, refusal: &ArrayRefusal) -> String {
    match refusal {
        ArrayRefusal::CutOff => words::file_cut_off(name),
        ArrayRefusal::Damaged => words::file_damaged(name),
        ArrayRefusal::LongHeader(_) => words::file_long_header(name),
        ArrayRefusal::Packing => words::file_packing(name),
        ArrayRefusal::NoArrays => words::file_no_arrays(name),
        ArrayRefusal::TooLarge(array) => words::file_array_too_large(array, name),
        ArrayRefusal::NotNumbers(array) => words::file_not_numbers(array, name),
        ArrayRefusal::Shape(array) => words::file_shape(array, name),
        ArrayRefusal::Outside(array, axis, count) => {
            let count = count.to_string();
            match axis {
                Axis::Layer => words::file_outside_layer(array, &count, name),
                Axis::Head => words::file_outside_head(array, &count, name),
                Axis::Row => words::file_outside_row(array, &count, name),
            }
        }
        ArrayRefusal::Number(array, row, column) => {
            let [row, column] = [row, column].map(|index| (index + 1).to_string());
            words::file_array_number(array, &column, name, &row)
        }
    }
}

fn vector(tensor: Tensor) -> &'static str {
    match tensor {
        Tensor::Queries => words::query_letter(),
        Tensor::Keys => words::key_letter(),
        _ => words::value_letter(),
    }
}

/// Tenths, rounded up: no file looks smaller than it is.
fn megabytes(bytes: u64) -> String {
    let tenths = bytes.saturating_mul(10).div_ceil(1 << 20);
    match tenths % 10 {
        0 => (tenths / 10).to_string(),
        rest => format!("{}.{rest}", tenths / 10),
    }
}
