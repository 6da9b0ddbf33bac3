use attention_core::{Error, Operand};
use js_sys::{Float32Array, Float64Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

use crate::{memory::zeros, refusal::Refusal};

#[wasm_bindgen(module = "/src/rows.js")]
extern "C" {
    /// What came of reading rows: an object of the package's own.
    pub(crate) type Reading;

    /// Rows of numbers, none of them anything else.
    #[wasm_bindgen(catch, js_name = readNumbers)]
    pub(crate) fn read_numbers(
        rows: &JsValue,
        max_rows: usize,
        max_columns: usize,
        max_cells: usize,
    ) -> Result<Reading, JsValue>;

    /// Rows of booleans, as 0 and 1.
    #[wasm_bindgen(catch, js_name = readBooleans)]
    pub(crate) fn read_booleans(
        rows: &JsValue,
        max_rows: usize,
        max_columns: usize,
        max_cells: usize,
    ) -> Result<Reading, JsValue>;

    /// The numbers of a `Float32Array`, read past whatever its owner has put over it; nothing where it is none.
    #[wasm_bindgen(catch)]
    pub(crate) fn floats(value: &JsValue) -> Result<Option<Float32Array>, JsValue>;

    #[wasm_bindgen(catch)]
    fn doubles(floats: &Float32Array) -> Result<Float64Array, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn kind(this: &Reading) -> u32;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn row(this: &Reading) -> usize;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn column(this: &Reading) -> usize;
    #[wasm_bindgen(method, getter)]
    fn found(this: &Reading) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn data(this: &Reading) -> JsValue;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn rows(this: &Reading) -> usize;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn columns(this: &Reading) -> usize;
}

/// What is wrong with rows, first of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// There are too many.
    Rows,
    /// They are too long.
    Columns,
    /// They hold too much together.
    Cells,
    /// One is no row.
    Row,
    /// One is not as long as the first.
    Ragged,
    /// One holds something else.
    Type,
}

impl Reading {
    pub(crate) fn fault(&self) -> Option<Fault> {
        Some(match self.kind() {
            0 => return None,
            1 => Fault::Rows,
            2 => Fault::Columns,
            3 => Fault::Cells,
            4 => Fault::Row,
            5 => Fault::Ragged,
            _ => Fault::Type,
        })
    }

    /// The size that is wrong.
    pub(crate) fn size(&self) -> usize {
        self.found().as_f64().unwrap_or_default() as usize
    }

    /// What stands there instead.
    pub(crate) fn value(&self) -> String {
        self.found().as_string().unwrap_or_default()
    }

    pub(crate) fn numbers(&self, operand: Operand) -> Result<Vec<f64>, Refusal> {
        owned(&self.data().unchecked_into(), operand)
    }

    pub(crate) fn booleans(&self) -> Result<Vec<bool>, Refusal> {
        let data = self.data().unchecked_into::<Uint8Array>();
        let mut cells = zeros(Operand::Weights, data.length() as usize)?;
        data.copy_to(&mut cells);
        Ok(cells.into_iter().map(|cell: u8| cell != 0).collect())
    }
}

/// The numbers, in double precision.
pub(crate) fn doubled(floats: &Float32Array, operand: Operand) -> Result<Vec<f64>, Refusal> {
    let data = doubles(floats).map_err(|_| {
        Refusal::from(Error::OutOfMemory {
            operand,
            numbers: floats.length() as usize,
        })
    })?;
    owned(&data, operand)
}

fn owned(data: &Float64Array, operand: Operand) -> Result<Vec<f64>, Refusal> {
    let mut numbers = zeros(operand, data.length() as usize)?;
    data.copy_to(&mut numbers);
    Ok(numbers)
}
