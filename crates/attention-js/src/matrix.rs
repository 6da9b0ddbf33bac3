use attention_core::{Axis, Error, MAX_COMPONENTS, MAX_NUMBERS, MAX_TOKENS, Matrix, Operand};
use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;

use crate::{
    reading::{Fault, Reading, doubled, floats, read_numbers},
    refusal::Refusal,
    request::{Request, is_array, name_of, unreadable},
};

/// How a caller writes a matrix, and gets the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// An array of rows.
    Rows,
    /// `{data: Float32Array, shape: [rows, columns]}`.
    Flat,
}

/// A property of a request, or what it threw.
pub(crate) type Property = Result<JsValue, JsValue>;

/// A matrix, and the form it was written in.
pub(crate) fn read(
    property: Property,
    name: &str,
    operand: Operand,
) -> Result<(Matrix, Form), Refusal> {
    let value = property.map_err(unreadable(name))?;
    if is_array(&value) {
        return Ok((read_rows(&value, name, operand)?, Form::Rows));
    }
    if value.is_object() {
        return Ok((read_flat(&value, name, operand)?, Form::Flat));
    }
    Err(Refusal::input(format!(
        "{name} is {}, but has to be an array of rows or {{data: Float32Array, shape: [rows, columns]}}",
        name_of(&value)
    )))
}

/// One row of numbers: an array or a typed array.
pub(crate) fn read_row(
    property: Property,
    name: &str,
    operand: Operand,
) -> Result<Vec<f64>, Refusal> {
    let rows = Array::of1(&property.map_err(unreadable(name))?);
    Ok(read_rows(&rows, name, operand)?.data().to_vec())
}

fn read_rows(value: &JsValue, name: &str, operand: Operand) -> Result<Matrix, Refusal> {
    let reading =
        read_numbers(value, MAX_TOKENS, MAX_COMPONENTS, MAX_NUMBERS).map_err(unreadable(name))?;
    match reading.fault() {
        None => {
            let (rows, columns) = (reading.rows(), reading.columns());
            Ok(Matrix::from_vec(reading.numbers(operand)?, rows, columns)?)
        }
        Some(fault) => Err(refusal(fault, &reading, operand)),
    }
}

fn refusal(fault: Fault, reading: &Reading, operand: Operand) -> Refusal {
    let (row, column) = (reading.row(), reading.column());
    match fault {
        Fault::Rows => too_large(operand, Some(Axis::Rows), reading.size(), MAX_TOKENS),
        Fault::Columns => too_large(operand, Some(Axis::Columns), reading.size(), MAX_COMPONENTS),
        Fault::Cells => too_large(operand, None, reading.size(), MAX_NUMBERS),
        Fault::Ragged => Error::RaggedRow {
            operand,
            row,
            expected: column,
            found: reading.size(),
        }
        .into(),
        Fault::Row => Refusal::new(
            "not_a_row",
            format!(
                "row {row} of {operand} is {}, which is not an array of numbers",
                reading.value()
            ),
            Some(row),
        ),
        Fault::Type => Refusal::new(
            "not_a_number",
            format!(
                "row {row}, column {column} of {operand} is {}, which is not a number",
                reading.value()
            ),
            Some(row),
        ),
    }
}

fn too_large(operand: Operand, axis: Option<Axis>, found: usize, limit: usize) -> Refusal {
    Error::TooLarge {
        operand,
        axis,
        found,
        limit,
    }
    .into()
}

fn read_flat(value: &JsValue, name: &str, operand: Operand) -> Result<Matrix, Refusal> {
    let matrix = Request::of(value, name)?;
    let value = matrix.data().map_err(unreadable(name))?;
    let Some(data) = floats(&value).map_err(unreadable(name))? else {
        return Err(Refusal::input(format!(
            "{name}.data is {}, but has to be a Float32Array",
            name_of(&value)
        )));
    };
    let [rows, columns] = read_shape(matrix, name)?;
    for (axis, found, limit) in [
        (Axis::Rows, rows, MAX_TOKENS),
        (Axis::Columns, columns, MAX_COMPONENTS),
    ] {
        if found > limit {
            return Err(too_large(operand, Some(axis), found, limit));
        }
    }
    // A detached buffer has a length of 0.
    let found = data.length() as usize;
    if found != rows * columns {
        return Err(Error::DataLength {
            operand,
            rows,
            cols: columns,
            found,
        }
        .into());
    }
    if found > MAX_NUMBERS {
        return Err(too_large(operand, None, found, MAX_NUMBERS));
    }
    Ok(Matrix::from_vec(doubled(&data, operand)?, rows, columns)?)
}

fn read_shape(matrix: &Request, name: &str) -> Result<[usize; 2], Refusal> {
    let shape = matrix.shape().map_err(unreadable(name))?;
    let size = |index| {
        let size = Reflect::get_u32(&shape, index).ok()?.as_f64()?;
        (size >= 0.0 && size <= f64::from(u32::MAX) && size % 1.0 == 0.0).then_some(size as usize)
    };
    if is_array(&shape)
        && let (Some(rows), Some(columns)) = (size(0), size(1))
    {
        return Ok([rows, columns]);
    }
    Err(Refusal::input(format!(
        "{name}.shape has to be [rows, columns], two whole numbers"
    )))
}
