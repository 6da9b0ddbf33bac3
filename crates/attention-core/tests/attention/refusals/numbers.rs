//! What cannot be computed with, and what cannot be held.

use attention_core::{
    Error, Matrix, Positions, Quantity, Scale, Settings, gradient, input_gradient, trace,
    trace_inputs, trace_projection,
};

use super::{assert_told, matrix, traced};

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
fn outputs_out_of_range() {
    // Eleven times a rounded eleventh of the largest number is a rounding too much.
    let (zeros, largest) = (Matrix::zeros(11, 1).unwrap(), matrix(&[[f64::MAX]; 11]));
    let error = traced(&zeros, &zeros, &largest, &Settings::default());
    let message = "the output at row 0, column 0 is too large for a number";
    assert_told(&error, "overflow", Some(0), message);
}

#[test]
fn gradients_out_of_range() {
    let refused = |x: f64, w_q: f64, w_k: f64| {
        let (x, w_q, w_k) = (matrix(&[[x], [-x]]), matrix(&[[w_q]]), matrix(&[[w_k]]));
        input_gradient(
            x.view(),
            w_q.view(),
            w_k.view(),
            &Settings::default(),
            0,
            &[0.0, 1.0],
        )
        .err()
    };
    let overflow = Some(Error::Overflow {
        quantity: Quantity::Gradient,
        row: 0,
        column: 0,
    });
    assert_eq!(refused(1.0, 1e100, 1e100), None);
    // By X: the gradient of a key, 1e150, times W_K. By W_Q and by W_K: that of the query, 2e100, and
    // that of a key, 1e100, times X.
    assert_eq!(refused(1e-150, 1e300, 1e300), overflow);
    assert_eq!(refused(1e250, 1e-300, 1e-150), overflow);
    assert_eq!(refused(1e250, 1e-150, 1e-300), overflow);
}
