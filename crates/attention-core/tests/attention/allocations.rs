//! How often memory is taken.

use allocation_counter::measure;
use attention_core::{Mask, MatrixView, Settings, forward};

const NUMBERS: [f64; 24] = [0.25; 24];

fn tokens(d: usize) -> MatrixView<'static> {
    MatrixView::new(&NUMBERS[..6 * d], 6, d).unwrap()
}

#[test]
fn forward_takes_none() {
    let (mut weights, mut output) = ([0.0; 36], [0.0; 18]);
    let settings = Settings {
        mask: Mask::Cells(&[true; 36]),
        ..Settings::default()
    };
    let (qk, v) = (tokens(4), tokens(3));
    let taken = measure(|| forward(qk, qk, v, &settings, &mut weights, &mut output).unwrap());
    assert_eq!(taken.count_total, 0);
}

#[cfg(feature = "alloc")]
#[test]
fn a_trace_takes_one_and_one_for_a_mask_by_cells() {
    let taken = |mask| {
        let settings = Settings {
            mask,
            ..Settings::default()
        };
        let (qk, v) = (tokens(4), tokens(3));
        measure(|| _ = attention_core::trace(qk, qk, v, &settings).unwrap()).count_total
    };
    assert_eq!(taken(Mask::None), 1);
    assert_eq!(taken(Mask::Causal), 1);
    assert_eq!(taken(Mask::Cells(&[true; 36])), 2);
}
