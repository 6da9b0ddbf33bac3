use alloc::vec::Vec;
use core::fmt;

use crate::{
    Error, HeadTrace, HeadWeights, MatrixView, MergeTrace, Operand, Settings, head::head_len,
    memory::checked_len, trace_head, trace_merge,
};

/// Several heads over the same inputs, and what they come to together.
///
/// Made by [`trace_heads`].
#[derive(Clone, Debug, PartialEq)]
pub struct HeadsTrace {
    heads: Vec<HeadTrace>,
    merge: MergeTrace,
}

impl HeadsTrace {
    /// Each head, from its inputs to its own output.
    pub fn heads(&self) -> &[HeadTrace] {
        &self.heads
    }

    /// Their outputs side by side, times W_O.
    pub fn merge(&self) -> &MergeTrace {
        &self.merge
    }

    /// What one query takes away from all heads.
    pub fn output(&self, query_index: usize) -> &[f64] {
        self.merge.output(query_index)
    }
}

/// Why several heads were refused, and which of them, where it was one.
#[derive(Clone, Debug, PartialEq)]
pub struct HeadError {
    /// The head at fault, from 0; none where it is W_O, or there are no heads.
    pub head_index: Option<usize>,
    /// What is wrong.
    pub error: Error,
}

impl fmt::Display for HeadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.head_index {
            Some(head_index) => write!(f, "head {head_index}: {}", self.error),
            None => self.error.fmt(f),
        }
    }
}

impl core::error::Error for HeadError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        Some(&self.error)
    }
}

/// Multi-head self-attention: each head's [trace](trace_head) over the same inputs, then their
/// [merge](trace_merge) by W_O (Vaswani et al., "Attention Is All You Need", 2017, §3.2.2).
///
/// # Shapes
///
/// `x` is `n × d_model`; each head's weights are as [`HeadWeights`] says; `w_o` is `Σ d_v × d_out`,
/// and the output is `n × d_out`. In a transformer `d_out` is `d_model`.
///
/// # Errors
///
/// [`HeadError`] says which head is at fault and what is wrong, as for [`trace_head`] and
/// [`trace_merge`]. All heads together are within [`MAX_NUMBERS`](crate::MAX_NUMBERS).
///
/// ```
/// use attention_core::{HeadWeights, MatrixView, Settings, trace_heads};
///
/// let x = MatrixView::new(&[1.0, 2.0], 1, 2)?;
/// let (first, second) = (MatrixView::new(&[1.0, 0.0], 2, 1)?, MatrixView::new(&[0.0, 1.0], 2, 1)?);
/// // One head looks at the first component only, the other at the second.
/// let heads = [first, second].map(|w| HeadWeights { w_q: w, w_k: w, w_v: w });
///
/// let w_o = MatrixView::new(&[1.0, 0.0, 0.0, 1.0], 2, 2)?;
/// let trace = trace_heads(x, &heads, w_o, &Settings::default())?;
/// assert_eq!(trace.heads()[1].values().row(0), [2.0]);
/// assert_eq!(trace.output(0), [1.0, 2.0]);
///
/// let heads = [heads[0], HeadWeights { w_k: w_o, ..heads[1] }];
/// let error = trace_heads(x, &heads, w_o, &Settings::default()).unwrap_err();
/// assert_eq!(error.to_string(), "head 1: W_K has 2 columns, but W_Q has 1 column");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn trace_heads(
    x: MatrixView<'_>,
    heads: &[HeadWeights<'_>],
    w_o: MatrixView<'_>,
    settings: &Settings<'_>,
) -> Result<HeadsTrace, HeadError> {
    let in_head = |head_index| move |error| HeadError { head_index, error };
    let mut len = 0u64;
    for (head_index, weights) in heads.iter().enumerate() {
        let head_len = head_len(x, *weights).map_err(in_head(Some(head_index)))?;
        len = len.saturating_add(head_len);
    }
    checked_len(len, Operand::Trace).map_err(in_head(None))?;
    let heads: Vec<HeadTrace> = heads
        .iter()
        .enumerate()
        .map(|(head_index, weights)| {
            trace_head(x, *weights, settings).map_err(in_head(Some(head_index)))
        })
        .collect::<Result<_, _>>()?;
    let attentions: Vec<_> = heads.iter().map(HeadTrace::attention).collect();
    let merge = trace_merge(&attentions, w_o).map_err(in_head(None))?;
    Ok(HeadsTrace { heads, merge })
}
