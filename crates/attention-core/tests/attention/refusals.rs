//! Every refusal: what is asked, and how it is told.

use attention_core::{
    Error, HeadWeights, MAX_COMPONENTS, MAX_NUMBERS, MAX_TOKENS, Mask, Matrix, MatrixView, Operand,
    Positions, Quantity, Scale, Settings, divergence, gradient, input_gradient,
    nearest_temperature, sinusoidal, trace, trace_heads, trace_inputs, trace_merge,
    trace_projection,
};

fn matrix<const D: usize>(rows: &[[f64; D]]) -> Matrix {
    Matrix::from_rows(rows).unwrap()
}

fn traced(q: &Matrix, k: &Matrix, v: &Matrix, settings: &Settings<'_>) -> Error {
    trace(q.view(), k.view(), v.view(), settings).unwrap_err()
}

#[track_caller]
fn assert_told(error: &Error, code: &str, row: Option<usize>, message: &str) {
    assert_eq!(
        (error.code(), error.row(), error.to_string().as_str()),
        (code, row, message)
    );
}

#[test]
fn shapes() {
    let settings = Settings::default();
    let (two, three) = (matrix(&[[1.0, 2.0]]), matrix(&[[1.0, 2.0, 3.0]]));
    let (none, empty) = (Matrix::zeros(0, 2).unwrap(), Matrix::zeros(1, 0).unwrap());

    let error = MatrixView::new(&[1.0, 2.0, 3.0], 2, 2).unwrap_err();
    assert_told(
        &error,
        "data_length",
        None,
        "the matrix is to be 2 × 2, but its data has length 3",
    );
    assert!(MatrixView::new(&[], usize::MAX, 2).is_err());
    let error = Matrix::from_rows(&[vec![1.0, 2.0], vec![1.0]])
        .unwrap_err()
        .about(Operand::Keys);
    assert_told(
        &error,
        "ragged_row",
        Some(1),
        "row 1 of K has length 1, but row 0 has length 2",
    );

    assert_told(
        &traced(&none, &two, &two, &settings),
        "no_tokens",
        None,
        "Q is empty",
    );
    assert_told(
        &traced(&two, &none, &two, &settings),
        "no_tokens",
        None,
        "K is empty",
    );
    assert_told(
        &traced(&two, &two, &none, &settings),
        "no_tokens",
        None,
        "V is empty",
    );
    let error = traced(&empty, &two, &two, &settings);
    assert_told(&error, "no_components", None, "the rows of Q are empty");
    let error = traced(&two, &three, &two, &settings);
    assert_told(
        &error,
        "shape_mismatch",
        None,
        "K has 3 columns, but Q has 2 columns",
    );
    let error = traced(&two, &two, &matrix(&[[1.0], [2.0]]), &settings);
    assert_told(
        &error,
        "shape_mismatch",
        None,
        "V has 2 rows, but K has 1 row",
    );
    let error = traced(
        &two,
        &two,
        &two,
        &Settings {
            mask: Mask::Cells(&[true; 4]),
            ..settings
        },
    );
    assert_told(
        &error,
        "mask_size",
        None,
        "the mask has length 4, but the queries and keys make 1",
    );
}

#[test]
fn numbers_that_are_none() {
    let fine = matrix(&[[1.0, 2.0], [3.0, 4.0]]);
    for (value, name) in [
        (f64::NAN, "NaN"),
        (f64::INFINITY, "inf"),
        (f64::NEG_INFINITY, "-inf"),
    ] {
        let at_fault = matrix(&[[1.0, 2.0], [value, 4.0]]);
        for (part, error) in [
            ("Q", traced(&at_fault, &fine, &fine, &Settings::default())),
            ("K", traced(&fine, &at_fault, &fine, &Settings::default())),
            ("V", traced(&fine, &fine, &at_fault, &Settings::default())),
        ] {
            let message =
                format!("row 1, column 0 of {part} is {name}, which is not a finite number");
            assert_told(&error, "not_finite", Some(1), &message);
        }
    }
}

#[test]
fn settings() {
    let one = matrix(&[[1.0]]);
    for (value, name) in [
        (0.0, "0"),
        (-1.5, "-1.5"),
        (f64::NAN, "NaN"),
        (f64::INFINITY, "inf"),
    ] {
        let error = traced(
            &one,
            &one,
            &one,
            &Settings {
                temperature: value,
                ..Settings::default()
            },
        );
        let message = format!("the temperature is {name}, which is not a finite number above 0");
        assert_told(&error, "temperature", None, &message);
    }
    let error = traced(
        &one,
        &one,
        &one,
        &Settings {
            scale: Scale::Factor(f64::NAN),
            ..Settings::default()
        },
    );
    assert_told(
        &error,
        "scale_factor",
        None,
        "the scale is NaN, which is not a finite number",
    );
}

#[test]
fn results_out_of_range() {
    let (one, huge) = (matrix(&[[1.0]]), matrix(&[[1e200]]));
    let error = traced(
        &huge,
        &matrix(&[[1.0], [-1e200]]),
        &matrix(&[[1.0], [1.0]]),
        &Settings::default(),
    );
    assert_told(
        &error,
        "overflow",
        Some(0),
        "the score at row 0, column 1 is too large for a number",
    );
    // ∞ − ∞ would be NaN.
    let (plus, plus_minus) = (matrix(&[[1e200, 1e200]]), matrix(&[[1e200, -1e200]]));
    let wanted = Error::Overflow {
        quantity: Quantity::Score,
        row: 0,
        column: 0,
    };
    assert_eq!(
        traced(&plus, &plus_minus, &one, &Settings::default()),
        wanted
    );
    let error = traced(
        &one,
        &one,
        &one,
        &Settings {
            temperature: 1e-310,
            ..Settings::default()
        },
    );
    assert_told(
        &error,
        "overflow",
        Some(0),
        "the scaled score at row 0, column 0 is too large for a number",
    );
    // Large numbers that stay in range are no trouble.
    let (tens, largest) = (matrix(&[[1e30]]), matrix(&[[f64::MAX]]));
    assert_eq!(
        trace(
            tens.view(),
            one.view(),
            largest.view(),
            &Settings::default()
        )
        .unwrap()
        .output(0),
        [f64::MAX]
    );

    let error = trace_inputs(largest.view(), Positions::Edited(largest.view())).unwrap_err();
    assert_told(
        &error,
        "overflow",
        Some(0),
        "the input at row 0, column 0 is too large for a number",
    );
    let error = trace_projection(huge.view(), huge.view()).unwrap_err();
    assert_told(
        &error,
        "overflow",
        Some(0),
        "the projection at row 0, column 0 is too large for a number",
    );
    let (q, k) = (matrix(&[[1e-100]]), matrix(&[[1e300], [-1e300]]));
    let cold = Settings {
        temperature: 1e-100,
        ..Settings::default()
    };
    let error = gradient(q.view(), k.view(), &cold, 0, &[0.0, 1.0]).unwrap_err();
    assert_told(
        &error,
        "overflow",
        Some(0),
        "the gradient at row 0, column 0 is too large for a number",
    );
}

#[test]
fn sizes() {
    let long = Matrix::zeros(MAX_TOKENS + 1, 1).unwrap();
    let error = traced(&long, &long, &long, &Settings::default());
    assert_told(
        &error,
        "too_large",
        None,
        "Q has 32769 rows, but at most 32768 are taken",
    );
    let wide = Matrix::zeros(1, MAX_COMPONENTS + 1).unwrap();
    let error = traced(&wide, &wide, &long, &Settings::default());
    assert_told(
        &error,
        "too_large",
        None,
        "Q has 32769 columns, but at most 32768 are taken",
    );

    // 356 tokens of 64 components make a trace; 357 do not, and no memory is taken to find out.
    let settings = Settings::default();
    let tokens = |n| Matrix::zeros(n, 64).unwrap();
    let most = tokens(357);
    let error = traced(&most, &most, &most, &settings);
    assert_told(
        &error,
        "too_large",
        None,
        "the trace would hold 16846830 numbers, but at most 16777216 are taken",
    );
    let most = Matrix::zeros(MAX_TOKENS, 1).unwrap();
    assert_eq!(traced(&most, &most, &most, &settings).code(), "too_large");

    let refused = |found| {
        Err(Error::TooLarge {
            operand: Operand::Matrix,
            axis: None,
            found,
            limit: MAX_NUMBERS,
        })
    };
    assert_eq!(
        Matrix::zeros(1_000_000, 1_000_000),
        refused(1_000_000_000_000)
    );
    assert_eq!(Matrix::zeros(usize::MAX, 2), refused(usize::MAX));
    assert_eq!(
        Matrix::from_rows(&[[0.0; 64]; MAX_NUMBERS / 64 + 1])
            .err()
            .map(|e| e.code()),
        Some("too_large")
    );
    assert_eq!(sinusoidal(usize::MAX, usize::MAX), refused(usize::MAX));
    assert_eq!(
        sinusoidal(usize::MAX, usize::MAX).unwrap_err().to_string(),
        "the matrix would hold more numbers than can be counted, but at most 16777216 are taken"
    );
    let (tall, wide) = (
        Matrix::zeros(MAX_TOKENS, 1).unwrap(),
        Matrix::zeros(1, MAX_COMPONENTS).unwrap(),
    );
    assert_eq!(
        trace_projection(tall.view(), wide.view())
            .unwrap_err()
            .code(),
        "too_large"
    );
}

#[test]
fn heads_together() {
    // One head of 64 tokens of 64 components keeps 1,331,328 numbers: a dozen fit, one more does not.
    let (x, w) = (
        Matrix::zeros(64, 64).unwrap(),
        Matrix::zeros(64, 64).unwrap(),
    );
    let head = HeadWeights {
        w_q: w.view(),
        w_k: w.view(),
        w_v: w.view(),
    };
    let w_o = Matrix::zeros(64 * 13, 1).unwrap();
    let refused = trace_heads(x.view(), &[head; 13], w_o.view(), &Settings::default()).unwrap_err();
    assert_eq!(refused.head_index, None);
    let message = "the trace would hold 17307264 numbers, but at most 16777216 are taken";
    assert_told(&refused.error, "too_large", None, message);
    let w_o = Matrix::zeros(64, 1).unwrap();
    assert!(trace_heads(x.view(), &[head], w_o.view(), &Settings::default()).is_ok());
}

#[test]
fn inputs_and_heads() {
    let (x, wrong) = (matrix(&[[1.0, 2.0], [3.0, 4.0]]), matrix(&[[1.0, 2.0]]));
    let error = trace_inputs(x.view(), Positions::Edited(wrong.view())).unwrap_err();
    assert_told(
        &error,
        "shape_mismatch",
        None,
        "the matrix of positions has 1 row, but the matrix of embeddings has 2 rows",
    );
    let error = trace_projection(x.view(), wrong.view()).unwrap_err();
    assert_told(
        &error,
        "shape_mismatch",
        None,
        "W has 1 row, but X has 2 columns",
    );

    let weights = HeadWeights {
        w_q: x.view(),
        w_k: x.view(),
        w_v: x.view(),
    };
    let heads = |heads: &[HeadWeights<'_>], w_o: &Matrix| {
        trace_heads(x.view(), heads, w_o.view(), &Settings::default()).unwrap_err()
    };
    let error = heads(
        &[
            weights,
            HeadWeights {
                w_v: wrong.view(),
                ..weights
            },
        ],
        &x,
    );
    assert_eq!(
        (error.head_index, error.error.code()),
        (Some(1), "shape_mismatch")
    );
    assert_eq!(
        error.to_string(),
        "head 1: W_V has 1 row, but X has 2 columns"
    );
    let error = heads(&[weights, weights], &x);
    assert_eq!(
        error.to_string(),
        "W_O has 2 rows, but the concatenation has 4 columns"
    );
    assert_eq!(heads(&[], &x).to_string(), "the list of heads is empty");

    let attention = |n: usize| {
        let tokens = Matrix::zeros(n, 1).unwrap();
        trace(
            tokens.view(),
            tokens.view(),
            tokens.view(),
            &Settings::default(),
        )
        .unwrap()
    };
    let error = trace_merge(&[&attention(2), &attention(3)], x.view()).unwrap_err();
    assert_eq!(
        error,
        Error::Length {
            operand: Operand::Heads,
            expected: 2,
            found: 3
        }
    );
}

#[test]
fn targets() {
    let (q, k) = (matrix(&[[1.0], [2.0]]), matrix(&[[1.0], [2.0], [3.0]]));
    let refused = |query_index, target: &[f64], mask: Mask<'_>| {
        let settings = Settings {
            mask,
            ..Settings::default()
        };
        gradient(q.view(), k.view(), &settings, query_index, target).unwrap_err()
    };
    let error = refused(2, &[1.0; 3], Mask::None);
    assert_told(
        &error,
        "query_index",
        Some(2),
        "there is no query 2: there are 2, counted from 0",
    );
    let error = refused(0, &[1.0; 2], Mask::None);
    assert_told(
        &error,
        "length",
        None,
        "the target has length 2, but 3 is needed",
    );
    let error = refused(0, &[0.5, -0.5, 1.0], Mask::None);
    assert_told(
        &error,
        "number",
        None,
        "number 1 of the target is -0.5, which is not a finite number of 0 or more",
    );
    let error = refused(0, &[0.0; 3], Mask::None);
    assert_told(
        &error,
        "empty_target",
        None,
        "the target is 0 everywhere, which is no distribution",
    );
    let error = refused(0, &[0.5, 0.5, 0.0], Mask::Causal);
    let message = "the target gives key 1 a share, but query 0 may not listen to it";
    assert_told(&error, "masked_share", Some(0), message);
    let error = refused(
        1,
        &[1.0; 3],
        Mask::Cells(&[true, true, true, false, false, false]),
    );
    let message = "query 1 may listen to nobody, so it has no distribution";
    assert_told(&error, "silent_row", Some(1), message);
    let error = input_gradient(
        q.view(),
        q.view(),
        q.view(),
        &Settings::default(),
        0,
        &[1.0, 1.0],
    )
    .unwrap_err();
    assert_told(
        &error,
        "shape_mismatch",
        None,
        "W_Q has 2 rows, but X has 1 column",
    );

    assert_eq!(
        divergence(&[1.0], &[f64::NAN]).unwrap_err().code(),
        "number"
    );
    assert_eq!(divergence(&[], &[]).unwrap_err().code(), "empty_target");
    // Shares too large to be summed are proportions all the same.
    assert_eq!(divergence(&[f64::MAX, f64::MAX], &[0.5, 0.5]), Ok(0.0));

    let error = nearest_temperature(&[1.0, f64::INFINITY], &[0.5, 0.5]).unwrap_err();
    assert_told(
        &error,
        "number",
        None,
        "number 1 of the row of scores is inf, which is not a finite number",
    );
    let error = nearest_temperature(&[], &[]).unwrap_err();
    assert_told(&error, "no_tokens", None, "the row of scores is empty");
    assert_eq!(
        nearest_temperature(&[f64::MIN, f64::MAX], &[0.1, 0.9])
            .unwrap_err()
            .code(),
        "overflow"
    );
    let error = nearest_temperature(&[1.0, 2.0], &[0.9, 0.1]).unwrap_err();
    let message = "no temperature is nearest: the target does not favour high scores, so the hotter, the nearer";
    assert_told(&error, "no_nearest_temperature", None, message);
}

#[test]
fn asking_a_trace_out_of_range_panics_as_a_slice_does() {
    let tokens = Matrix::zeros(2, 3).unwrap();
    let trace = trace(
        tokens.view(),
        tokens.view(),
        tokens.view(),
        &Settings::default(),
    )
    .unwrap();
    let panics =
        |ask: &dyn Fn()| std::panic::catch_unwind(std::panic::AssertUnwindSafe(ask)).is_err();
    assert!(panics(&|| _ = trace.score(0, 2)));
    assert!(panics(&|| _ = trace.scores(2)));
    assert!(panics(&|| _ = trace.product(0, 2)));
    assert!(panics(&|| _ = trace.weighted_value(1, 2)));
    assert!(panics(&|| _ = trace.is_allowed(0, 2)));
    assert!(panics(&|| _ = trace.is_silent(2)));
    assert!(panics(&|| _ = trace.row_max(2)));
    assert!(!panics(&|| _ = trace.product(1, 1)));
}
