//! Any bytes become matrices, settings and a target; whatever the crate makes of them is checked.

use arbitrary::{Arbitrary, Result, Unstructured};
use attention_core::{
    Error, HeadWeights, Mask, Matrix, Positions, Scale, Settings, Trace, divergence, entropy,
    forward, gradient, input_gradient, nearest_temperature, trace, trace_heads, trace_inputs,
};

/// Too few bytes for a request are no request.
pub(crate) fn run(bytes: &[u8]) {
    let _ = requests(&mut Unstructured::new(bytes));
}

fn requests(bytes: &mut Unstructured<'_>) -> Result<()> {
    let n = bytes.int_in_range(0..=5)?;
    let (d_k, d_v) = (bytes.int_in_range(0..=4)?, bytes.int_in_range(0..=4)?);
    // Now and then a shape that does not fit.
    let n_keys = if bytes.ratio(1, 4)? {
        bytes.int_in_range(0..=5)?
    } else {
        n
    };
    let other_d_k = if bytes.ratio(1, 16)? {
        bytes.int_in_range(0..=4)?
    } else {
        d_k
    };
    let n_values = if bytes.ratio(1, 16)? {
        bytes.int_in_range(0..=5)?
    } else {
        n_keys
    };
    let n_cells = if bytes.ratio(1, 16)? {
        bytes.int_in_range(0..=30)?
    } else {
        n * n_keys
    };

    let (q, k) = (matrix(bytes, n, d_k)?, matrix(bytes, n_keys, other_d_k)?);
    let v = matrix(bytes, n_values, d_v)?;
    let cells = (0..n_cells)
        .map(|_| bool::arbitrary(bytes))
        .collect::<Result<Vec<_>>>()?;
    let factor = number(bytes)?;
    let settings = Settings {
        scale: *bytes.choose(&[Scale::None, Scale::SqrtDk, Scale::Factor(factor)])?,
        temperature: if bool::arbitrary(bytes)? {
            1.0
        } else {
            number(bytes)?
        },
        mask: *bytes.choose(&[Mask::None, Mask::Causal, Mask::Cells(&cells)])?,
    };
    let target = (0..n_keys)
        .map(|_| number(bytes))
        .collect::<Result<Vec<_>>>()?;
    let query_index = bytes.int_in_range(0..=5)?;

    attend(&q, &k, &v, &settings, &target);
    if let Some(gradient) = answer(gradient(
        q.view(),
        k.view(),
        &settings,
        query_index,
        &target,
    )) {
        assert!(gradient.divergence() >= 0.0 && gradient.divergence().is_finite());
        assert_finite(gradient.scaled());
        assert_finite(gradient.queries().data());
        assert_finite(gradient.keys().data());
        assert_finite(&[gradient.temperature()]);
    }
    if let Some(gradient) = answer(input_gradient(
        v.view(),
        q.view(),
        k.view(),
        &settings,
        query_index,
        &target,
    )) {
        assert_finite(gradient.x().data());
        assert_finite(gradient.w_q().data());
        assert_finite(gradient.w_k().data());
    }
    if let Some(inputs) = answer(trace_inputs(q.view(), Positions::Edited(k.view()))) {
        assert_finite(inputs.x().data());
    }
    let head = HeadWeights {
        w_q: q.view(),
        w_k: k.view(),
        w_v: v.view(),
    };
    match trace_heads(v.view(), &[head, head], q.view(), &settings) {
        Ok(heads) => assert_finite(heads.merge().mixture().view().data()),
        Err(error) => refused(&error.error),
    }
    Ok(())
}

fn attend(q: &Matrix, k: &Matrix, v: &Matrix, settings: &Settings<'_>, target: &[f64]) {
    let (q, k, v) = (q.view(), k.view(), v.view());
    let mut weights = vec![f64::NAN; q.rows() * k.rows()];
    let mut output = vec![f64::NAN; q.rows() * v.cols()];
    let forward = forward(q, k, v, settings, &mut weights, &mut output);
    let trace = match (trace(q, k, v, settings), forward) {
        (Ok(trace), Ok(())) => trace,
        // By their messages, since a NaN in an error is not equal to itself.
        (Err(error), Err(other)) => {
            assert_eq!(error.to_string(), other.to_string());
            return refused(&error);
        }
        (trace, forward) => panic!("trace says {trace:?}, forward says {forward:?}"),
    };
    for query_index in 0..trace.n_queries() {
        assert_eq!(
            trace.weights(query_index),
            &weights[query_index * k.rows()..][..k.rows()]
        );
        assert_eq!(
            trace.output(query_index),
            &output[query_index * v.cols()..][..v.cols()]
        );
        check_row(&trace, query_index);
        answer(divergence(target, trace.weights(query_index)));
        if let Some(temperature) = answer(nearest_temperature(
            trace.scaled_scores(query_index),
            target,
        )) {
            assert!(temperature > 0.0 && temperature.is_finite());
        }
    }
}

fn check_row(trace: &Trace, query_index: usize) {
    assert_finite(trace.scores(query_index));
    assert_finite(trace.scaled_scores(query_index));
    assert_finite(trace.output(query_index));
    let weights = trace.weights(query_index);
    let sum: f64 = weights.iter().sum();
    let heard = (0..trace.n_keys())
        .filter(|key_index| trace.is_allowed(query_index, *key_index))
        .count();
    assert_eq!(trace.is_silent(query_index), heard == 0);
    assert_eq!(trace.row_max(query_index).is_none(), heard == 0);
    assert!((sum - if heard == 0 { 0.0 } else { 1.0 }).abs() < 1e-14);
    for (key_index, weight) in weights.iter().enumerate() {
        assert!((0.0..=1.0).contains(weight));
        assert!(*weight == 0.0 || trace.is_allowed(query_index, key_index));
        assert_finite(trace.product(query_index, key_index));
        assert_finite(trace.weighted_value(query_index, key_index));
    }
    assert!((0.0..2.0).contains(&entropy(weights)));
}

fn answer<T>(result: core::result::Result<T, Error>) -> Option<T> {
    result.inspect_err(refused).ok()
}

/// Every refusal can be told and named.
fn refused(error: &Error) {
    assert!(!error.to_string().is_empty() && !error.code().is_empty());
}

fn assert_finite(numbers: &[f64]) {
    assert!(
        numbers.iter().all(|number| number.is_finite()),
        "{numbers:?}"
    );
}

fn matrix(bytes: &mut Unstructured<'_>, rows: usize, cols: usize) -> Result<Matrix> {
    let data = (0..rows * cols)
        .map(|_| number(bytes))
        .collect::<Result<Vec<_>>>()?;
    Ok(Matrix::from_vec(data, rows, cols).unwrap())
}

/// Mostly numbers a person would type; sometimes the hardest, or any bits at all.
fn number(bytes: &mut Unstructured<'_>) -> Result<f64> {
    const HARD: [f64; 12] = [
        f64::NAN,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::MAX,
        f64::MIN,
        5e-324,
        -5e-324,
        -0.0,
        1e30,
        -1e30,
        1e-310,
        1e154,
    ];
    Ok(match bytes.int_in_range(0..=63)? {
        0 => *bytes.choose(&HARD)?,
        1 => f64::from_bits(u64::arbitrary(bytes)?),
        _ => f64::from(i8::arbitrary(bytes)?) / 10.0,
    })
}
