use crate::{
    Axis, Error, MatrixView, Operand, ProjectionTrace, Quantity, Settings, Trace,
    memory::checked_len,
    projection::{check_projection, project},
    shape::{Shape, check_fit},
    trace::trace,
};

/// The three matrices that make one head: what its tokens look for, what they offer, and what they
/// tell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HeadWeights<'a> {
    /// W_Q, `d_model × d_k`.
    pub w_q: MatrixView<'a>,
    /// W_K, `d_model × d_k`.
    pub w_k: MatrixView<'a>,
    /// W_V, `d_model × d_v`.
    pub w_v: MatrixView<'a>,
}

/// One head from its inputs to its output, every intermediate kept.
///
/// Made by [`trace_head`].
#[derive(Clone, Debug, PartialEq)]
pub struct HeadTrace {
    queries: ProjectionTrace,
    keys: ProjectionTrace,
    values: ProjectionTrace,
    attention: Trace,
}

impl HeadTrace {
    /// `Q = X · W_Q`, `n × d_k`.
    pub fn queries(&self) -> &ProjectionTrace {
        &self.queries
    }

    /// `K = X · W_K`, `n × d_k`.
    pub fn keys(&self) -> &ProjectionTrace {
        &self.keys
    }

    /// `V = X · W_V`, `n × d_v`.
    pub fn values(&self) -> &ProjectionTrace {
        &self.values
    }

    /// What becomes of them.
    pub fn attention(&self) -> &Trace {
        &self.attention
    }
}

/// Self-attention from the inputs: `Q = X·W_Q`, `K = X·W_K`, `V = X·W_V`, and the
/// [trace](crate::trace()) of those (Vaswani et al., "Attention Is All You Need", 2017, §3.2).
///
/// # Shapes
///
/// `x` is `n × d_model`; the weights are as [`HeadWeights`] says.
///
/// # Errors
///
/// Those of [`trace_projection`](crate::trace_projection) and of [`trace`](crate::trace()), naming
/// W_Q, W_K or W_V. The projections and the trace together are within
/// [`MAX_NUMBERS`](crate::MAX_NUMBERS).
///
/// ```
/// use attention_core::{HeadWeights, MatrixView, Settings, trace_head};
///
/// let x = MatrixView::new(&[1.0, 0.0, 0.0, 1.0], 2, 2)?;
/// let identity = MatrixView::new(&[1.0, 0.0, 0.0, 1.0], 2, 2)?;
/// // Everyone looks for the other: W_Q swaps the two components.
/// let swap = MatrixView::new(&[0.0, 1.0, 1.0, 0.0], 2, 2)?;
/// let weights = HeadWeights { w_q: swap, w_k: identity, w_v: identity };
///
/// let head = trace_head(x, weights, &Settings::default())?;
/// assert_eq!(head.queries().row(0), [0.0, 1.0]);
/// assert_eq!(head.attention().scores(0), [0.0, 1.0]);
/// # Ok::<(), attention_core::Error>(())
/// ```
pub fn trace_head(
    x: MatrixView<'_>,
    weights: HeadWeights<'_>,
    settings: &Settings<'_>,
) -> Result<HeadTrace, Error> {
    checked_len(head_len(x, weights)?, Operand::Trace)?;
    let HeadWeights { w_q, w_k, w_v } = weights;
    let inputs = (x, Operand::Inputs);
    let queries = project(inputs, (w_q, Operand::QueryWeights), Quantity::Query)?;
    let keys = project(inputs, (w_k, Operand::KeyWeights), Quantity::Key)?;
    let values = project(inputs, (w_v, Operand::ValueWeights), Quantity::Value)?;
    let attention = trace(queries.view(), keys.view(), values.view(), settings)?;
    Ok(HeadTrace {
        queries,
        keys,
        values,
        attention,
    })
}

/// How many numbers a head's trace keeps, once the weights are known to fit.
pub(crate) fn head_len(x: MatrixView<'_>, weights: HeadWeights<'_>) -> Result<u64, Error> {
    let HeadWeights { w_q, w_k, w_v } = weights;
    let (w_q, w_k) = ((w_q, Operand::QueryWeights), (w_k, Operand::KeyWeights));
    let mut len = 0;
    for w in [w_q, w_k, (w_v, Operand::ValueWeights)] {
        len += check_projection((x, Operand::Inputs), w)?;
    }
    check_fit((w_k.0, w_k.1, Axis::Columns), (w_q.0, w_q.1, Axis::Columns))?;
    let shape = Shape {
        n_queries: x.rows(),
        n_keys: x.rows(),
        d_k: w_q.0.cols(),
        d_v: w_v.cols(),
    };
    Ok(len + shape.trace_len())
}
