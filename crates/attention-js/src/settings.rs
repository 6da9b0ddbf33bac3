use attention_core::{Mask, Scale, Settings};
use wasm_bindgen::JsValue;

use crate::{
    reading::{Fault, read_booleans},
    refusal::Refusal,
    request::{Request, is_array, name_of, short_text, unreadable},
};

/// A call's settings, owned.
pub(crate) struct OwnSettings {
    scale: Scale,
    temperature: f64,
    mask: OwnMask,
}

enum OwnMask {
    Everyone,
    Causal,
    Cells(Vec<bool>),
}

impl OwnSettings {
    /// The settings of a request, for so many queries and keys.
    pub(crate) fn read(
        request: &Request,
        n_queries: usize,
        n_keys: usize,
    ) -> Result<Self, Refusal> {
        Ok(Self {
            scale: read_scale(&request.scale().map_err(unreadable("scale"))?)?,
            temperature: read_temperature(
                &request.temperature().map_err(unreadable("temperature"))?,
            )?,
            mask: OwnMask::read(
                &request.mask().map_err(unreadable("mask"))?,
                n_queries,
                n_keys,
            )?,
        })
    }

    /// The same, the scale worked out for so many components: for settings that are used again and
    /// again.
    pub(crate) fn at(mut self, d_k: usize) -> Self {
        self.scale = Scale::Factor(self.scale.factor(d_k));
        self
    }

    pub(crate) fn view(&self) -> Settings<'_> {
        Settings {
            scale: self.scale,
            temperature: self.temperature,
            mask: match &self.mask {
                OwnMask::Everyone => Mask::None,
                OwnMask::Causal => Mask::Causal,
                OwnMask::Cells(cells) => Mask::Cells(cells),
            },
        }
    }
}

fn read_scale(value: &JsValue) -> Result<Scale, Refusal> {
    if let Some(factor) = value.as_f64() {
        return Ok(Scale::Factor(factor));
    }
    match short_text(value).as_deref() {
        None if value.is_undefined() => Ok(Scale::None),
        Some("none") => Ok(Scale::None),
        Some("sqrt_dk") => Ok(Scale::SqrtDk),
        _ => Err(Refusal::new(
            "scale",
            format!(
                r#"the scale is {}, but has to be "none", "sqrt_dk" or a number"#,
                quoted(value)
            ),
            None,
        )),
    }
}

fn read_temperature(value: &JsValue) -> Result<f64, Refusal> {
    if value.is_undefined() {
        return Ok(1.0);
    }
    value.as_f64().ok_or_else(|| {
        Refusal::new(
            "temperature",
            format!(
                "the temperature is {}, which is not a finite number above 0",
                quoted(value)
            ),
            None,
        )
    })
}

impl OwnMask {
    fn read(value: &JsValue, n_queries: usize, n_keys: usize) -> Result<Self, Refusal> {
        match short_text(value).as_deref() {
            None if value.is_undefined() => Ok(Self::Everyone),
            Some("none") => Ok(Self::Everyone),
            Some("causal") => Ok(Self::Causal),
            None if is_array(value) => Self::read_cells(value, n_queries, n_keys),
            _ => Err(Refusal::new(
                "mask",
                format!(
                    r#"the mask is {}, but has to be "none", "causal" or rows of booleans"#,
                    quoted(value)
                ),
                None,
            )),
        }
    }

    fn read_cells(value: &JsValue, n_queries: usize, n_keys: usize) -> Result<Self, Refusal> {
        // More than fits is not read.
        let reading = read_booleans(value, n_queries, n_keys, n_queries * n_keys)
            .map_err(unreadable("mask"))?;
        let row = reading.row();
        let refuse = |code, message, row| Err(Refusal::new(code, message, row));
        let sizes = format!("there are {n_queries} queries and {n_keys} keys");
        match reading.fault() {
            None if (reading.rows(), reading.columns()) == (n_queries, n_keys) => {}
            None => {
                let (rows, columns) = (reading.rows(), reading.columns());
                let message = format!("the mask has {rows} rows of {columns} cells, but {sizes}");
                return refuse("mask_size", message, None);
            }
            Some(Fault::Rows | Fault::Columns | Fault::Cells) => {
                let message = format!("the mask is larger than that: {sizes}");
                return refuse("mask_size", message, None);
            }
            Some(Fault::Ragged) => {
                let found = reading.size();
                let message = format!("row {row} of the mask has {found} cells, but {sizes}");
                return refuse("mask_size", message, Some(row));
            }
            Some(Fault::Row | Fault::Type) => {
                let found = reading.value();
                let column = reading.column();
                let message = format!(
                    "row {row}, column {column} of the mask: {found} stands where a boolean has to"
                );
                return refuse("mask", message, Some(row));
            }
        }
        Ok(Self::Cells(reading.booleans()?))
    }
}

fn quoted(value: &JsValue) -> String {
    match short_text(value) {
        Some(text) => format!("{text:?}"),
        None => name_of(value),
    }
}
