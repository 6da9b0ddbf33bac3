use js_sys::Float64Array;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

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

    #[wasm_bindgen(method, getter)]
    fn kind(this: &Reading) -> u32;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn row(this: &Reading) -> usize;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn column(this: &Reading) -> usize;
    #[wasm_bindgen(method, getter)]
    fn found(this: &Reading) -> JsValue;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn data(this: &Reading) -> JsValue;
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

    pub(crate) fn numbers(&self) -> Vec<f64> {
        Float64Array::from(self.data()).to_vec()
    }
}
