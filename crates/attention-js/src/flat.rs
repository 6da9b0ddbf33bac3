use attention_core::{FastForward, FastShape, Operand};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::{
    memory::{numbers_of, zeros},
    refusal::Refusal,
    request::Request,
    settings::OwnSettings,
};

/// The fast forward over buffers that JavaScript reads and writes in place: the package's class
/// `Attention` looks at them through the addresses given here. They stay where they are, since
/// nothing makes them grow.
#[wasm_bindgen]
pub struct FlatAttention {
    fast: FastForward,
    settings: OwnSettings,
    q: Vec<f32>,
    k: Vec<f32>,
    v: Vec<f32>,
    weights: Option<Vec<f32>>,
    output: Vec<f32>,
    refusal: Option<Refusal>,
}

#[wasm_bindgen]
impl FlatAttention {
    /// Buffers for so many tokens. The settings are those of `value`.
    #[wasm_bindgen(constructor)]
    pub fn new(
        n_queries: usize,
        n_keys: usize,
        d_k: usize,
        d_v: usize,
        with_weights: bool,
        value: &JsValue,
    ) -> Result<FlatAttention, JsValue> {
        let fast = FastForward::new(FastShape {
            n_queries,
            n_keys,
            d_k,
            d_v,
        })
        .map_err(Refusal::from)?;
        let request = Request::of(value, "{tokens, d}")?;
        let buffer = |operand, rows, columns| {
            numbers_of(operand, rows, columns).and_then(|len| zeros(operand, len))
        };
        let weights = if with_weights {
            Some(buffer(Operand::Weights, n_queries, n_keys)?)
        } else {
            None
        };
        Ok(Self {
            fast,
            settings: OwnSettings::read(request, n_queries, n_keys)?.at(d_k),
            q: buffer(Operand::Queries, n_queries, d_k)?,
            k: buffer(Operand::Keys, n_keys, d_k)?,
            v: buffer(Operand::Values, n_keys, d_v)?,
            weights,
            output: buffer(Operand::Output, n_queries, d_v)?,
            refusal: None,
        })
    }

    /// Computes the output, and the weights where they are asked for. `false` means that it was
    /// refused: to answer with a number costs a call less than to throw.
    pub fn run(&mut self) -> bool {
        let settings = self.settings.view();
        let (q, k, v, output) = (&self.q, &self.k, &self.v, &mut self.output);
        let outcome = match &mut self.weights {
            Some(weights) => self
                .fast
                .run_with_weights(q, k, v, &settings, weights, output),
            None => self.fast.run(q, k, v, &settings, output),
        };
        match outcome {
            Ok(()) => true,
            Err(error) => {
                self.refusal = Some(error.into());
                false
            }
        }
    }

    /// Why the last run was refused.
    pub fn refusal(&mut self) -> JsValue {
        self.refusal.take().map_or(JsValue::UNDEFINED, Into::into)
    }

    /// Where Q stands in the module's memory.
    pub fn q(&self) -> *const f32 {
        self.q.as_ptr()
    }

    /// Where K stands.
    pub fn k(&self) -> *const f32 {
        self.k.as_ptr()
    }

    /// Where V stands.
    pub fn v(&self) -> *const f32 {
        self.v.as_ptr()
    }

    /// Where the output stands.
    pub fn output(&self) -> *const f32 {
        self.output.as_ptr()
    }

    /// Where the weights stand, if any were asked for.
    pub fn weights(&self) -> *const f32 {
        self.weights.as_deref().unwrap_or_default().as_ptr()
    }
}
