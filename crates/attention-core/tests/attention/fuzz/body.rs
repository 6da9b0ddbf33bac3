//! Any bytes become matrices, settings and a target; whatever the crate makes of them is checked.

#[cfg(feature = "fast")]
mod fast;

use arbitrary::{Arbitrary, Result, Unstructured};
use attention_core::{
    Error, Gradient, HeadWeights, Mask, Matrix, Positions, Scale, Settings, Trace, divergence,
    entropy, forward, gradient, input_gradient, nearest_temperature, trace, trace_heads,
    trace_inputs,
};

/// Too few bytes for a request are no request.
pub(crate) fn run(bytes: &[u8]) {
    let _ = requests(&mut Unstructured::new(bytes));
}

fn requests(bytes: &mut Unstructured<'_>) -> Result<()> {
    // Mostly shapes that fit, and a request that makes sense; now and then not.
    let n = bytes.int_in_range(0..=5)?;
    let (d_k, d_v) = (bytes.int_in_range(0..=4)?, bytes.int_in_range(0..=4)?);
    let n_keys = size(bytes, 4, n)?;
    let q = matrix(bytes, n, d_k)?;
    let k = matrix_of_about(bytes, n_keys, d_k)?;
    let v = matrix_of_about(bytes, n_keys, d_v)?;
    let n_cells = size(bytes, 16, n * n_keys)?;
    let cells = many(bytes, n_cells, bool::arbitrary)?;
    let factor = number(bytes)?;
    let settings = Settings {
        scale: *bytes.choose(&[Scale::None, Scale::SqrtDk, Scale::Factor(factor)])?,
        temperature: if bool::arbitrary(bytes)? {
            1.0
        } else {
            share(bytes)?
        },
        mask: *bytes.choose(&[Mask::None, Mask::Causal, Mask::Cells(&cells)])?,
    };
    let target = many(bytes, n_keys, share)?;
    let query_index = size(bytes, 16, n / 2)?;

    attend(&q, &k, &v, &settings, &target);
    #[cfg(feature = "fast")]
    fast::check(&q, &k, &v, &settings);
    if let Some(gradient) = answer(gradient(
        q.view(),
        k.view(),
        &settings,
        query_index,
        &target,
    )) {
        check_gradient(&gradient);
    }
    if let Some(inputs) = answer(trace_inputs(q.view(), Positions::Edited(k.view()))) {
        assert_finite(inputs.x().data());
    }

    let w_q = matrix_of_about(bytes, d_k, d_v)?;
    let w_k = matrix_of_about(bytes, d_k, d_v)?;
    let w_v = matrix_of_about(bytes, d_k, d_v)?;
    let w_o = matrix_of_about(bytes, 2 * d_v, d_k)?;
    let (x, w_q, w_k, w_v) = (q.view(), w_q.view(), w_k.view(), w_v.view());
    if let Some(gradient) = answer(input_gradient(x, w_q, w_k, &settings, query_index, &target)) {
        check_gradient(gradient.attention());
        assert_finite(gradient.x().data());
        assert_finite(gradient.w_q().data());
        assert_finite(gradient.w_k().data());
    }
    let head = HeadWeights { w_q, w_k, w_v };
    match trace_heads(x, &[head, head], w_o.view(), &settings) {
        Ok(heads) => assert_finite(heads.merge().mixture().view().data()),
        Err(error) => refused(&error.error),
    }
    #[cfg(feature = "fast")]
    if bytes.ratio(1, 32)? {
        fast::check_many(bytes)?;
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

fn check_gradient(gradient: &Gradient) {
    assert!(gradient.divergence() >= 0.0);
    assert_finite(&[gradient.divergence(), gradient.temperature()]);
    assert_finite(gradient.scaled());
    assert_finite(gradient.queries().data());
    assert_finite(gradient.keys().data());
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

/// `usual`, but one time in `out_of` any small size.
fn size(bytes: &mut Unstructured<'_>, out_of: u16, usual: usize) -> Result<usize> {
    if bytes.ratio(1, out_of)? {
        bytes.int_in_range(0..=5)
    } else {
        Ok(usual)
    }
}

fn matrix_of_about(bytes: &mut Unstructured<'_>, rows: usize, cols: usize) -> Result<Matrix> {
    let (rows, cols) = (size(bytes, 64, rows)?, size(bytes, 64, cols)?);
    matrix(bytes, rows, cols)
}

fn matrix(bytes: &mut Unstructured<'_>, rows: usize, cols: usize) -> Result<Matrix> {
    let data = many(bytes, rows * cols, number)?;
    Ok(Matrix::from_vec(data, rows, cols).unwrap())
}

fn many<'a, T>(
    bytes: &mut Unstructured<'a>,
    count: usize,
    one: impl Fn(&mut Unstructured<'a>) -> Result<T>,
) -> Result<Vec<T>> {
    (0..count).map(|_| one(bytes)).collect()
}

/// Mostly 0 or more.
fn share(bytes: &mut Unstructured<'_>) -> Result<f64> {
    let number = number(bytes)?;
    Ok(if bytes.ratio(1, 32)? {
        number
    } else {
        number.abs()
    })
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
    Ok(match bytes.int_in_range(0..=255)? {
        0 => *bytes.choose(&HARD)?,
        1 => f64::from_bits(u64::arbitrary(bytes)?),
        _ => f64::from(i8::arbitrary(bytes)?) / 10.0,
    })
}
