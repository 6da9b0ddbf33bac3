//! What a row of weights would be at other temperatures, and the axis they are drawn over.

use attention_core::{Error, Mask, MatrixView, Scale, Settings, forward};

use crate::Trace;

/// The temperatures at the axis's ends.
const COLDEST: f64 = 0.1;
const HOTTEST: f64 = 10.0;

/// So many temperatures from 0.1 to 10, evenly apart on a logarithmic axis.
///
/// ```
/// let axis = attention_scene::temperature_axis(3);
/// assert_eq!(axis, [0.1, 1.0, 10.0]);
/// ```
#[must_use]
pub fn temperature_axis(count: usize) -> Vec<f64> {
    let last = count.saturating_sub(1).max(1) as f64;
    let decades = (HOTTEST / COLDEST).log10();
    let at = |index| COLDEST * 10f64.powf(decades * index as f64 / last);
    (0..count).map(at).collect()
}

/// Where a temperature stands on that axis: 0 at 0.1, 1 at 10; beyond them, at the nearer end.
///
/// ```
/// use attention_scene::place_of_temperature;
/// assert_eq!(place_of_temperature(1.0), 0.5);
/// assert_eq!(place_of_temperature(1000.0), 1.0);
/// ```
#[must_use]
pub fn place_of_temperature(temperature: f64) -> f64 {
    let place = (temperature / COLDEST).log10() / (HOTTEST / COLDEST).log10();
    place.clamp(0.0, 1.0)
}

/// One query's weights at other temperatures than the room's, everything else being equal: a row
/// for each temperature, with a weight for each key.
///
/// # Errors
///
/// Those of [`forward`], for a temperature that is none, or that lifts a score out of range.
///
/// ```
/// use attention_scene::{Preset, weights_over_temperature};
/// let trace = Preset::Walkthrough.experiment().attention();
/// // Bob's scores are 5, 2 and 7. At temperature 2: e⁻¹, e^−2.5 and 1, over 1.449964.
/// let rows = weights_over_temperature(trace.head(0), 2, &[2.0])?;
/// let printed: Vec<_> = rows[0].iter().map(|weight| format!("{weight:.4}")).collect();
/// assert_eq!(printed, ["0.2537", "0.0566", "0.6897"]);
/// # Ok::<(), attention_core::Error>(())
/// ```
pub fn weights_over_temperature(
    trace: &Trace,
    query_index: usize,
    temperatures: &[f64],
) -> Result<Vec<Vec<f64>>, Error> {
    // A query of one component, 1, makes each score of a key that is that score.
    let scores = trace.scores(query_index);
    let count = scores.len();
    let allowed = |key_index| trace.is_allowed(query_index, key_index);
    let allowed: Vec<bool> = (0..count).map(allowed).collect();
    let no_values = vec![0.0; count];
    let query = MatrixView::new(&[1.0], 1, 1)?;
    let keys = MatrixView::new(scores, count, 1)?;
    let values = MatrixView::new(&no_values, count, 1)?;
    let row = |temperature: &f64| {
        let settings = Settings {
            scale: Scale::Factor(trace.scale_factor()),
            temperature: *temperature,
            mask: Mask::Cells(&allowed),
        };
        let mut weights = vec![0.0; count];
        forward(query, keys, values, &settings, &mut weights, &mut [0.0])?;
        Ok(weights)
    };
    temperatures.iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Experiment, Hearing, Preset};

    /// softmax(score · factor / T), as the formula is written.
    fn by_hand(scores: &[f64], factor: f64, temperature: f64) -> Vec<f64> {
        let exponentials = scores
            .iter()
            .map(|score| (score * factor / temperature).exp());
        let exponentials: Vec<f64> = exponentials.collect();
        let sum: f64 = exponentials.iter().sum();
        exponentials.iter().map(|one| one / sum).collect()
    }

    fn rows(room: &Experiment, query_index: usize, temperatures: &[f64]) -> Vec<Vec<f64>> {
        weights_over_temperature(room.attention().head(0), query_index, temperatures).unwrap()
    }

    #[test]
    fn weights_agree_with_the_formula() {
        let room = Preset::Walkthrough.experiment();
        for (room, factor) in [
            (room.clone(), 1.0),
            (room.with_scale(Scale::SqrtDk), 0.5_f64.sqrt()),
        ] {
            let temperatures = temperature_axis(9);
            // The room's own temperature has no part in it.
            let rows = rows(&room.with_temperature(3.0), 2, &temperatures);
            for (row, temperature) in rows.iter().zip(temperatures) {
                let expected = by_hand(&[5.0, 2.0, 7.0], factor, temperature);
                for (weight, expected) in row.iter().zip(expected) {
                    assert!(
                        (weight - expected).abs() < 1e-12,
                        "{weight} at {temperature}"
                    );
                }
            }
        }
    }

    #[test]
    fn at_the_room_s_temperature_they_are_the_room_s_weights() {
        let room = Preset::Pronoun.experiment().with_hearing(Hearing::Causal);
        for temperature in [0.3, 1.0, 4.5] {
            let room = room.with_temperature(temperature);
            let trace = room.attention();
            for query_index in 0..room.token_count() {
                assert_eq!(
                    rows(&room, query_index, &[temperature]),
                    [trace.head(0).weights(query_index)]
                );
            }
        }
    }

    #[test]
    fn who_may_not_be_heard_is_heard_at_no_temperature() {
        let room = Preset::Walkthrough.experiment();
        let some = room.with_hearing(Hearing::Causal);
        assert_eq!(rows(&some, 0, &[0.1, 10.0]), [[1.0, 0.0, 0.0]; 2]);
        let nobody = room.with_hearing(Hearing::Cells([false; 9].into()));
        assert_eq!(rows(&nobody, 0, &[1.0]), [[0.0; 3]]);
    }

    #[test]
    fn a_temperature_that_is_none_is_refused() {
        let trace = Preset::Walkthrough.experiment().attention();
        assert!(weights_over_temperature(trace.head(0), 0, &[0.0]).is_err());
    }

    #[test]
    fn the_axis_and_the_places_on_it_agree() {
        let axis = temperature_axis(41);
        for (index, temperature) in axis.into_iter().enumerate() {
            let place = place_of_temperature(temperature);
            assert!((place - index as f64 / 40.0).abs() < 1e-12);
        }
        assert_eq!(place_of_temperature(0.000_001), 0.0);
    }
}
