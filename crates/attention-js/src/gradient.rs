use attention_core::{Gradient, Matrix, Operand, gradient as by_queries_and_keys, input_gradient};
use serde::Serialize;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::{
    answer::{AnswerMatrix, object},
    matrix::{Form, read, read_row},
    refusal::Refusal,
    request::{Request, name_of, unreadable},
    settings::OwnSettings,
};

#[derive(Serialize)]
struct GradientAnswer {
    divergence: f64,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    scaled: JsValue,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    q: JsValue,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    k: JsValue,
    temperature: f64,
    #[serde(flatten)]
    inputs: Option<InputAnswer>,
}

#[derive(Serialize)]
struct InputAnswer {
    #[serde(with = "serde_wasm_bindgen::preserve")]
    x: JsValue,
    #[serde(rename = "wQ", with = "serde_wasm_bindgen::preserve")]
    w_q: JsValue,
    #[serde(rename = "wK", with = "serde_wasm_bindgen::preserve")]
    w_k: JsValue,
}

/// `gradient({q, k, query, target, …})`, or with `{x, wQ, wK}` in place of `{q, k}`.
#[wasm_bindgen]
pub fn gradient(value: &JsValue) -> Result<JsValue, JsValue> {
    let request = Request::of(value, "{q, k, query, target}")?;
    let target = read_row(request.target(), "target", Operand::Target)?;
    let query_index = read_query(request)?;
    if !request.x().map_err(unreadable("x"))?.is_undefined() {
        let (x, form) = read(request.x(), "x", Operand::Inputs)?;
        let (w_q, _) = read(request.w_q(), "wQ", Operand::QueryWeights)?;
        let (w_k, _) = read(request.w_k(), "wK", Operand::KeyWeights)?;
        let settings = OwnSettings::read(request, x.rows(), x.rows())?;
        let settings = settings.view();
        let views = [&x, &w_q, &w_k].map(Matrix::view);
        let gradient = input_gradient(
            views[0],
            views[1],
            views[2],
            &settings,
            query_index,
            &target,
        )
        .map_err(Refusal::from)?;
        let inputs = InputAnswer {
            x: AnswerMatrix::of(form, gradient.x()),
            w_q: AnswerMatrix::of(form, gradient.w_q()),
            w_k: AnswerMatrix::of(form, gradient.w_k()),
        };
        return answer(gradient.attention(), form, Some(inputs));
    }
    let (q, form) = read(request.q(), "q", Operand::Queries)?;
    let (k, _) = read(request.k(), "k", Operand::Keys)?;
    let settings = OwnSettings::read(request, q.rows(), k.rows())?;
    let settings = settings.view();
    let gradient = by_queries_and_keys(q.view(), k.view(), &settings, query_index, &target)
        .map_err(Refusal::from)?;
    answer(&gradient, form, None)
}

fn answer(
    gradient: &Gradient,
    form: Form,
    inputs: Option<InputAnswer>,
) -> Result<JsValue, JsValue> {
    object(&GradientAnswer {
        divergence: gradient.divergence(),
        scaled: numbers(gradient.scaled(), form),
        q: AnswerMatrix::of(form, gradient.queries()),
        k: AnswerMatrix::of(form, gradient.keys()),
        temperature: gradient.temperature(),
        inputs,
    })
}

fn numbers(row: &[f64], form: Form) -> JsValue {
    match form {
        Form::Rows => row
            .iter()
            .copied()
            .map(JsValue::from_f64)
            .collect::<js_sys::Array>()
            .into(),
        Form::Flat => {
            let single: Vec<f32> = row.iter().map(|number| *number as f32).collect();
            js_sys::Float32Array::from(single.as_slice()).into()
        }
    }
}

fn read_query(request: &Request) -> Result<usize, Refusal> {
    let value = request.query().map_err(unreadable("query"))?;
    match value.as_f64() {
        Some(index) if index >= 0.0 && index % 1.0 == 0.0 && index <= f64::from(u32::MAX) => {
            Ok(index as usize)
        }
        _ => Err(Refusal::new(
            "query_index",
            format!(
                "query is {}, but has to be an index from 0",
                name_of(&value)
            ),
            None,
        )),
    }
}
