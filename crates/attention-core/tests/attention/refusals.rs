//! Every refusal: what is asked, and how it is told.

mod numbers;
mod shapes;
mod sizes;
mod targets;

use attention_core::{Error, Matrix, Settings, trace};

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
