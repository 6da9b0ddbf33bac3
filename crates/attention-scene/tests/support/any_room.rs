//! Rooms of any numbers, for whatever has to bring them back.

use attention_scene::{Experiment, Hearing, Preset, Slot, Tensor};
use proptest::{collection::vec, prelude::*};

/// A room of three guests, at any temperature, some of whom may not hear some.
pub(crate) fn any_room() -> impl Strategy<Value = Experiment> {
    let numbers = vec(-1e60..1e60_f64, 18);
    let cells = vec(any::<bool>(), 9);
    (numbers, cells, 1e-6..1e6_f64).prop_map(|(numbers, cells, temperature)| {
        let mut room = Preset::Walkthrough
            .experiment()
            .with_temperature(temperature);
        for (at, number) in numbers.iter().enumerate() {
            // Of every magnitude, not only of the largest.
            let number = number / 10_f64.powi((at as i32 * 7) % 90);
            let slot = Slot {
                tensor: Tensor::VECTORS[at / 6],
                row: at % 6 / 2,
                column: at % 2,
            };
            room = room.with_number(slot, number);
        }
        room.with_hearing(Hearing::Cells(cells.into()))
    })
}
