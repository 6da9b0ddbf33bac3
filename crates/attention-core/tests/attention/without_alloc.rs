//! What there is without an allocator.

use attention_core::{
    Error, Mask, MatrixView, Operand, Scale, Settings, divergence, entropy, forward,
    nearest_temperature,
};

#[rustfmt::skip]
const Q: [f64; 6] = [1.0, 2.0,  0.0, 1.0,  2.0, 3.0];
#[rustfmt::skip]
const K: [f64; 6] = [1.0, 1.0,  1.0, 0.0,  2.0, 1.0];
#[rustfmt::skip]
const V: [f64; 6] = [0.2, 0.8,  0.5, 0.1,  0.9, 0.4];

fn guests(settings: &Settings<'_>) -> ([f64; 9], [f64; 6]) {
    let [q, k, v] = [&Q, &K, &V].map(|data| MatrixView::new(data, 3, 2).unwrap());
    let (mut weights, mut output) = ([f64::NAN; 9], [f64::NAN; 6]);
    forward(q, k, v, settings, &mut weights, &mut output).unwrap();
    (weights, output)
}

fn assert_printed(found: &[f64], wanted: &[f64]) {
    assert_eq!(found.len(), wanted.len());
    for (f, w) in found.iter().zip(wanted) {
        assert!((f - w).abs() < 5e-7, "{found:?} is not {wanted:?}");
    }
}

#[test]
fn bob_listens_to_alice_introduced_and_himself() {
    let (weights, output) = guests(&Settings::default());
    assert_printed(&weights[6..], &[0.118_500, 0.005_900, 0.875_601]);
    assert_printed(&output[4..], &[0.814_690, 0.445_630]);
    let (weights, _) = guests(&Settings {
        scale: Scale::SqrtDk,
        ..Settings::default()
    });
    assert_printed(&weights[6..], &[0.191_090, 0.022_907, 0.786_003]);
}

#[test]
fn masks_leave_keys_out() {
    let (weights, output) = guests(&Settings {
        mask: Mask::Causal,
        ..Settings::default()
    });
    assert_eq!(
        (&weights[..3], &output[..2]),
        (&[1.0, 0.0, 0.0][..], &[0.2, 0.8][..])
    );
    let nobody = Settings {
        mask: Mask::Cells(&[false; 9]),
        ..Settings::default()
    };
    assert_eq!(guests(&nobody), ([0.0; 9], [0.0; 6]));
}

#[test]
fn buffers_have_to_fit() {
    let one = MatrixView::new(&[1.0], 1, 1).unwrap();
    let forward = |weights: usize, output: usize| {
        forward(
            one,
            one,
            one,
            &Settings::default(),
            &mut [0.0; 4][..weights],
            &mut [0.0; 4][..output],
        )
    };
    assert_eq!(forward(1, 1), Ok(()));
    let refused = |operand, found| {
        Err(Error::Length {
            operand,
            expected: 1,
            found,
        })
    };
    assert_eq!(forward(2, 1), refused(Operand::Weights, 2));
    assert_eq!(forward(0, 1), refused(Operand::Weights, 0));
    assert_eq!(forward(1, 0), refused(Operand::Output, 0));
}

#[test]
fn distributions_are_compared() {
    let (weights, _) = guests(&Settings::default());
    assert_printed(&[entropy(&weights[6..])], &[0.399_343]);
    assert_printed(
        &[divergence(&[0.24, 0.03, 0.73], &weights[6..]).unwrap()],
        &[0.085_402],
    );
    let temperature = nearest_temperature(&[5.0, 2.0, 7.0], &[0.24, 0.03, 0.73]).unwrap();
    assert!((temperature - 1.67).abs() < 0.005);
}
