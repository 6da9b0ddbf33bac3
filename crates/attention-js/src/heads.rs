use attention_core::{HeadTrace, HeadWeights, Operand, Trace, trace_heads};
use js_sys::{Array, Reflect};
use serde::Serialize;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::{
    answer::{AnswerMatrix, object},
    matrix::{Form, read},
    project::OwnWeights,
    refusal::Refusal,
    request::{Request, is_array, name_of, unreadable},
    settings::OwnSettings,
};

/// More heads than any model has.
const MAX_HEADS: u32 = 1024;

#[derive(Serialize)]
struct HeadsAnswer {
    #[serde(with = "serde_wasm_bindgen::preserve")]
    heads: JsValue,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    concatenation: JsValue,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    output: JsValue,
}

#[derive(Serialize)]
struct HeadAnswer {
    #[serde(with = "serde_wasm_bindgen::preserve")]
    q: JsValue,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    k: JsValue,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    v: JsValue,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    scores: JsValue,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    scaled: JsValue,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    weights: JsValue,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    output: JsValue,
}

/// `attendHeads({x, heads: [{wQ, wK, wV}], wO, scale, temperature, mask})`.
#[wasm_bindgen(js_name = attendHeads)]
pub fn attend_heads(value: &JsValue) -> Result<JsValue, JsValue> {
    let request = Request::of(value, "{x, heads, wO}")?;
    let (x, form) = read(request.x(), "x", Operand::Inputs)?;
    let heads = read_heads(request)?;
    let (w_o, _) = read(request.w_o(), "wO", Operand::OutputWeights)?;
    let settings = OwnSettings::read(request, x.rows(), x.rows())?;
    let heads: Vec<HeadWeights<'_>> = heads.iter().map(OwnWeights::view).collect();
    let trace =
        trace_heads(x.view(), &heads, w_o.view(), &settings.view()).map_err(Refusal::from)?;
    let answers = Array::new();
    for head in trace.heads() {
        answers.push(&answer(head, form)?);
    }
    object(&HeadsAnswer {
        heads: answers.into(),
        concatenation: AnswerMatrix::of(form, trace.merge().concatenation()),
        output: AnswerMatrix::of(form, trace.merge().mixture().view()),
    })
}

fn read_heads(request: &Request) -> Result<Vec<OwnWeights>, Refusal> {
    let heads = request.heads().map_err(unreadable("heads"))?;
    if !is_array(&heads) {
        return Err(Refusal::input(format!(
            "heads is {}, but has to be an array of {{wQ, wK, wV}}",
            name_of(&heads)
        )));
    }
    let count = Reflect::get(&heads, &"length".into()).map_err(unreadable("heads"))?;
    let count = count.as_f64().unwrap_or_default() as u32;
    if count > MAX_HEADS {
        return Err(Refusal::new(
            "too_large",
            format!("there are {count} heads, but at most {MAX_HEADS} are taken"),
            None,
        ));
    }
    (0..count)
        .map(|head_index| {
            let head = Reflect::get_u32(&heads, head_index).map_err(unreadable("heads"))?;
            Request::of(&head, "{wQ, wK, wV}")
                .and_then(OwnWeights::read)
                .map_err(|refusal| refusal.in_head(head_index as usize))
        })
        .collect()
}

fn answer(head: &HeadTrace, form: Form) -> Result<JsValue, JsValue> {
    let attention = head.attention();
    let (n_keys, d_v) = (attention.n_keys(), attention.d_v());
    object(&HeadAnswer {
        q: AnswerMatrix::of(form, head.queries().view()),
        k: AnswerMatrix::of(form, head.keys().view()),
        v: AnswerMatrix::of(form, head.values().view()),
        scores: by_query(attention, form, n_keys, Trace::scores),
        scaled: by_query(attention, form, n_keys, Trace::scaled_scores),
        weights: by_query(attention, form, n_keys, Trace::weights),
        output: by_query(attention, form, d_v, Trace::output),
    })
}

fn by_query(
    trace: &Trace,
    form: Form,
    columns: usize,
    row: impl for<'a> Fn(&'a Trace, usize) -> &'a [f64],
) -> JsValue {
    let mut answer = AnswerMatrix::new(form, trace.n_queries(), columns);
    for query_index in 0..trace.n_queries() {
        answer.add(row(trace, query_index));
    }
    answer.finish()
}
