//! What is too large.

use attention_core::{
    Error, HeadWeights, MAX_COMPONENTS, MAX_NUMBERS, MAX_TOKENS, Matrix, Operand, Settings,
    sinusoidal, trace, trace_head, trace_heads, trace_projection,
};

use super::{assert_told, traced};

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

    let (most, one) = (
        Matrix::zeros(MAX_TOKENS, 1).unwrap(),
        Matrix::zeros(1, 1).unwrap(),
    );
    assert!(trace(most.view(), one.view(), one.view(), &Settings::default()).is_ok());
    let most = Matrix::zeros(1, MAX_COMPONENTS).unwrap();
    assert!(trace(most.view(), most.view(), most.view(), &Settings::default()).is_ok());

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
    // Not an array: as a constant, it would stand in the program's file, 128 MB of zeros.
    let too_many = vec![[0.0; 64]; MAX_NUMBERS / 64 + 1];
    assert_eq!(
        Matrix::from_rows(&too_many).err().map(|e| e.code()),
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

    // Each of these projections would fit by itself.
    let (x, w) = (
        Matrix::zeros(64, 512).unwrap(),
        Matrix::zeros(512, 400).unwrap(),
    );
    let head = HeadWeights {
        w_q: w.view(),
        w_k: w.view(),
        w_v: w.view(),
    };
    assert!(trace_projection(x.view(), w.view()).is_ok());
    let refused = trace_head(x.view(), head, &Settings::default()).unwrap_err();
    assert_eq!(refused.code(), "too_large");
}
