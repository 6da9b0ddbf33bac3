use attention_core::MatrixView;
use js_sys::{Array, Float32Array, Object, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::{matrix::Form, refusal::Refusal};

#[wasm_bindgen(module = "/src/rows.js")]
extern "C" {
    #[wasm_bindgen(js_name = addRows)]
    fn add_rows(rows: &Array, numbers: &[f64], columns: usize);
}

/// Numbers rounded at a time, without memory for all.
const AT_ONCE: usize = 1024;

/// A matrix on its way to JavaScript, taking rows as they are computed: what is large is then never
/// there twice.
pub(crate) struct AnswerMatrix {
    columns: usize,
    numbers: Numbers,
}

enum Numbers {
    Rows(Array),
    Flat { data: Float32Array, filled: u32 },
}

impl AnswerMatrix {
    pub(crate) fn new(form: Form, rows: usize, columns: usize) -> Self {
        let numbers = match form {
            Form::Rows => Numbers::Rows(Array::new()),
            Form::Flat => Numbers::Flat {
                data: Float32Array::new_with_length((rows * columns) as u32),
                filled: 0,
            },
        };
        Self { columns, numbers }
    }

    /// A matrix that is there already.
    pub(crate) fn of(form: Form, matrix: MatrixView<'_>) -> JsValue {
        let mut answer = Self::new(form, matrix.rows(), matrix.cols());
        answer.add(matrix.data());
        answer.finish()
    }

    /// Some rows more.
    pub(crate) fn add(&mut self, numbers: &[f64]) {
        match &mut self.numbers {
            Numbers::Rows(rows) => add_rows(rows, numbers, self.columns),
            Numbers::Flat { data, filled } => {
                let mut single = [0.0; AT_ONCE];
                for numbers in numbers.chunks(AT_ONCE) {
                    let single = &mut single[..numbers.len()];
                    for (rounded, number) in single.iter_mut().zip(numbers) {
                        *rounded = *number as f32;
                    }
                    let end = *filled + numbers.len() as u32;
                    data.subarray(*filled, end).copy_from(single);
                    *filled = end;
                }
            }
        }
    }

    pub(crate) fn finish(self) -> JsValue {
        match self.numbers {
            Numbers::Rows(rows) => rows.into(),
            Numbers::Flat { data, filled } => {
                let rows = filled / self.columns as u32;
                let shape = Array::of2(&rows.into(), &(self.columns as u32).into());
                let matrix = Object::new();
                // A new object of our own takes a property.
                _ = Reflect::set(&matrix, &"data".into(), &data);
                _ = Reflect::set(&matrix, &"shape".into(), &shape);
                matrix.into()
            }
        }
    }
}

/// An answer of several parts, as a JavaScript object.
pub(crate) fn object(answer: &impl Serialize) -> Result<JsValue, JsValue> {
    // Flattened parts are maps to serde; here too they are an object's properties.
    answer
        .serialize(&Serializer::new().serialize_maps_as_objects(true))
        .map_err(|error| Refusal::new("internal", error.to_string(), None).into())
}
