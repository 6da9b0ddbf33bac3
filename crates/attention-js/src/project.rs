use attention_core::{Error, HeadWeights, Matrix, Operand, trace_projection};
use serde::Serialize;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::{
    answer::{AnswerMatrix, object},
    matrix::read,
    refusal::Refusal,
    request::Request,
};

#[derive(Serialize)]
pub(crate) struct Projected {
    #[serde(with = "serde_wasm_bindgen::preserve")]
    q: JsValue,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    k: JsValue,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    v: JsValue,
}

/// `project({x, wQ, wK, wV})`.
#[wasm_bindgen]
pub fn project(value: &JsValue) -> Result<JsValue, JsValue> {
    let request = Request::of(value, "{x, wQ, wK, wV}")?;
    let (x, form) = read(request.x(), "x", Operand::Inputs)?;
    let weights = OwnWeights::read(request)?;
    let project = |w: &Matrix, operand| -> Result<JsValue, Refusal> {
        let projection =
            trace_projection(x.view(), w.view()).map_err(|error| named(error, operand))?;
        Ok(AnswerMatrix::of(form, projection.view()))
    };
    object(&Projected {
        q: project(&weights.w_q, Operand::QueryWeights)?,
        k: project(&weights.w_k, Operand::KeyWeights)?,
        v: project(&weights.w_v, Operand::ValueWeights)?,
    })
}

/// A head's three matrices, owned.
pub(crate) struct OwnWeights {
    pub(crate) w_q: Matrix,
    pub(crate) w_k: Matrix,
    w_v: Matrix,
}

impl OwnWeights {
    pub(crate) fn read(request: &Request) -> Result<Self, Refusal> {
        let read = |property, name, operand| -> Result<Matrix, Refusal> {
            let (matrix, _) = read(property, name, operand)?;
            Ok(matrix)
        };
        Ok(Self {
            w_q: read(request.w_q(), "wQ", Operand::QueryWeights)?,
            w_k: read(request.w_k(), "wK", Operand::KeyWeights)?,
            w_v: read(request.w_v(), "wV", Operand::ValueWeights)?,
        })
    }

    pub(crate) fn view(&self) -> HeadWeights<'_> {
        HeadWeights {
            w_q: self.w_q.view(),
            w_k: self.w_k.view(),
            w_v: self.w_v.view(),
        }
    }
}

/// The error of a projection, about the matrix that the caller knows.
fn named(mut error: Error, weights: Operand) -> Error {
    if let Error::Mismatch { operand, .. }
    | Error::NotFinite { operand, .. }
    | Error::NoTokens { operand }
    | Error::NoComponents { operand }
    | Error::TooLarge { operand, .. } = &mut error
        && *operand == Operand::ProjectionWeights
    {
        *operand = weights;
    }
    error
}
