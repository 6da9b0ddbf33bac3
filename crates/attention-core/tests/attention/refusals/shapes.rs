//! What does not fit.

use attention_core::{
    Error, HeadWeights, Mask, Matrix, MatrixView, Operand, Positions, Settings, trace, trace_heads,
    trace_inputs, trace_merge, trace_projection,
};

use super::{assert_told, matrix, traced};

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
    assert!(MatrixView::new(&[], usize::MAX / 2 + 1, 2).is_err());
    let error = Matrix::from_rows(&[vec![1.0, 2.0], vec![1.0]])
        .unwrap_err()
        .about(Operand::Keys);
    assert_told(
        &error,
        "ragged_row",
        Some(1),
        "row 1 of K has length 1, but row 0 has length 2",
    );

    let longer = Matrix::from_rows(&[vec![1.0], vec![1.0, 2.0]]).unwrap_err();
    assert_eq!((longer.code(), longer.row()), ("ragged_row", Some(1)));
    // What has a name keeps it.
    let named = error.clone().about(Operand::Values);
    assert_eq!(named, error);

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
