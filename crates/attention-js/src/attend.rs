use core::ops::Range;

use attention_core::{Error, Mask, Matrix, MatrixView, Operand, Settings, trace};
use serde::Serialize;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::{
    answer::{AnswerMatrix, object},
    matrix::{Form, read},
    memory::{numbers_of, zeros},
    refusal::Refusal,
    request::Request,
    settings::OwnSettings,
};

/// Traces of this many numbers at a time: 16 MiB.
const TRACE_NUMBERS: usize = 1 << 21;

#[derive(Serialize)]
pub(crate) struct Attended {
    #[serde(with = "serde_wasm_bindgen::preserve")]
    scores: JsValue,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    scaled: JsValue,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    weights: JsValue,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    output: JsValue,
}

/// `attend({q, k, v, scale, temperature, mask})`.
///
/// # Errors
///
/// A refusal, as an `Error` of JavaScript; so do all functions here.
#[wasm_bindgen]
pub fn attend(value: &JsValue) -> Result<JsValue, JsValue> {
    let request = Request::of(value, "{q, k, v}")?;
    let (q, form) = read(request.q(), "q", Operand::Queries)?;
    let (k, _) = read(request.k(), "k", Operand::Keys)?;
    let (v, _) = read(request.v(), "v", Operand::Values)?;
    // Of all that is answered, these are the largest; the trace is computed piece by piece.
    numbers_of(Operand::Weights, q.rows(), k.rows())?;
    numbers_of(Operand::Output, q.rows(), v.cols())?;
    let settings = OwnSettings::read(request, q.rows(), k.rows())?;
    object(&attended(&q, &k, &v, &settings.view(), form)?)
}

/// The trace, some queries at a time, so that its terms are never all there at once.
pub(crate) fn attended(
    q: &Matrix,
    k: &Matrix,
    v: &Matrix,
    settings: &Settings<'_>,
    form: Form,
) -> Result<Attended, Refusal> {
    let (n_queries, n_keys, d_k) = (q.rows(), k.rows(), q.cols());
    let answer = |columns| AnswerMatrix::new(form, n_queries, columns);
    let (mut scores, mut scaled, mut weights) = (answer(n_keys), answer(n_keys), answer(n_keys));
    let mut output = answer(v.cols());

    let numbers_per_query = n_keys * (d_k + v.cols() + 4) + v.cols() + 2;
    let at_once = (TRACE_NUMBERS / numbers_per_query).clamp(1, n_queries.max(1));
    let mut first = 0;
    // Once at least: it is the core that refuses what is empty.
    loop {
        let end = n_queries.min(first + at_once);
        let causal;
        let mask = match settings.mask {
            Mask::Causal if first > 0 => {
                causal = causal_cells(first..end, n_keys)?;
                Mask::Cells(&causal)
            }
            Mask::Cells(cells) => Mask::Cells(&cells[first * n_keys..end * n_keys]),
            mask => mask,
        };
        let settings = Settings { mask, ..*settings };
        let queries = MatrixView::new(&q.data()[first * d_k..end * d_k], end - first, d_k)?;
        let trace = trace(queries, k.view(), v.view(), &settings)
            .map_err(|error| of_query(error, first))?;
        for query_index in 0..trace.n_queries() {
            scores.add(trace.scores(query_index));
            scaled.add(trace.scaled_scores(query_index));
            weights.add(trace.weights(query_index));
            output.add(trace.output(query_index));
        }
        first = end;
        if first >= n_queries {
            break;
        }
    }
    Ok(Attended {
        scores: scores.finish(),
        scaled: scaled.finish(),
        weights: weights.finish(),
        output: output.finish(),
    })
}

/// The causal mask of queries that are not the first.
fn causal_cells(queries: Range<usize>, n_keys: usize) -> Result<Vec<bool>, Refusal> {
    let mut cells = zeros(Operand::Weights, queries.len() * n_keys)?;
    for (row, query_index) in cells.chunks_mut(n_keys).zip(queries) {
        row[..n_keys.min(query_index + 1)].fill(true);
    }
    Ok(cells)
}

/// Counts an error's query among all of them.
fn of_query(mut error: Error, first: usize) -> Error {
    if let Error::Overflow { row, .. }
    | Error::NotFinite {
        operand: Operand::Queries,
        row,
        ..
    } = &mut error
    {
        *row += first;
    }
    error
}
