//! Targets that are none, and temperatures there are not.

use attention_core::{Mask, Settings, divergence, gradient, input_gradient, nearest_temperature};

use super::{assert_told, matrix};

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
