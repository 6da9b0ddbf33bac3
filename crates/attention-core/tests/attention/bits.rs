//! Where `libm` computes them, answers agree to the last bit on every machine.

use attention_core::{Mask, Matrix, Scale, Settings, gradient, sinusoidal, trace};

/// FNV-1a over the bits of numbers, so that one differing bit shows.
fn fingerprint<'a>(numbers: impl IntoIterator<Item = &'a f64>) -> u64 {
    let bytes = numbers
        .into_iter()
        .flat_map(|number| number.to_bits().to_le_bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[test]
fn are_those_of_every_other_machine() {
    let x = sinusoidal(12, 6).unwrap();
    let settings = Settings {
        scale: Scale::SqrtDk,
        temperature: 0.3,
        mask: Mask::Causal,
    };
    let trace = trace(x.view(), x.view(), x.view(), &settings).unwrap();
    let gradient = gradient(x.view(), x.view(), &settings, 11, &[1.0; 12]).unwrap();
    let rows = 0..trace.n_queries();
    let of_trace = rows.flat_map(|query| trace.weights(query).iter().chain(trace.output(query)));
    let of_gradient = gradient
        .queries()
        .data()
        .iter()
        .chain(gradient.keys().data());
    let divergence = [gradient.divergence()];
    assert_eq!(
        fingerprint(of_trace.chain(of_gradient).chain(&divergence)),
        9_012_467_149_618_854_555
    );
}

/// The JavaScript package's tests ask a wasm of this.
#[test]
fn are_those_of_wasm() {
    let numbers = |factor: usize| -> Vec<f64> {
        (0..12 * 6)
            .map(|index| ((index * factor) % 23) as f64 / 8.0 - 1.25)
            .collect()
    };
    let [q, k, v] = [7, 11, 5].map(|factor| Matrix::from_vec(numbers(factor), 12, 6).unwrap());
    let settings = Settings {
        scale: Scale::SqrtDk,
        temperature: 0.3,
        mask: Mask::Causal,
    };
    let trace = trace(q.view(), k.view(), v.view(), &settings).unwrap();
    let gradient = gradient(q.view(), k.view(), &settings, 11, &[1.0; 12]).unwrap();
    let rows = 0..trace.n_queries();
    let of_trace = rows.flat_map(|query| trace.weights(query).iter().chain(trace.output(query)));
    let of_gradient = [gradient.divergence(), gradient.temperature()];
    assert_eq!(
        fingerprint(of_trace.chain(&of_gradient)),
        17_066_574_756_320_403_288
    );
}
