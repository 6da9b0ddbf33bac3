//! The curves of one row, as attributes.

use attention_scene::{Trace, spread_labels, temperature_axis, weights_over_temperature};

use super::frame::{PLANE, across, down};

/// How many temperatures a curve is drawn through.
const POINTS: usize = 41;
/// How far labels stand apart at least.
const GAP: f64 = 17.5;

/// A curve for each key that may be heard.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Family {
    curves: Vec<Option<Curve>>,
    /// The weights at the axis's ends.
    pub(super) coldest: Vec<f64>,
    pub(super) hottest: Vec<f64>,
}

/// One key's curve.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Curve {
    /// The polyline's points.
    pub(super) points: String,
    /// Where it ends.
    pub(super) end: f64,
    /// Where its name stands.
    pub(super) label: f64,
}

impl Family {
    /// The curves of a query's weights.
    pub(super) fn of(trace: &Trace, query_index: usize) -> Self {
        let axis = temperature_axis(POINTS);
        let Ok(rows) = weights_over_temperature(trace, query_index, &axis) else {
            return Self::default();
        };
        let silent = trace.is_silent(query_index);
        let drawn = |key: &usize| !silent && trace.is_allowed(query_index, *key);
        let keys: Vec<usize> = (0..trace.n_keys()).filter(drawn).collect();
        let [Some(coldest), Some(hottest)] = [rows.first(), rows.last()] else {
            return Self::default();
        };
        let ends: Vec<f64> = keys.iter().map(|key| down(hottest[*key])).collect();
        let labels = spread_labels(&ends, GAP, f64::from(PLANE[3]));
        let mut curves = vec![None; trace.n_keys()];
        for (at, &key) in keys.iter().enumerate() {
            let point = |(row, temperature): (&Vec<f64>, &f64)| {
                format!("{:.0},{:.1} ", across(*temperature), down(row[key]))
            };
            curves[key] = Some(Curve {
                points: rows.iter().zip(&axis).map(point).collect(),
                end: ends[at],
                label: labels[at],
            });
        }
        Self {
            curves,
            coldest: coldest.clone(),
            hottest: hottest.clone(),
        }
    }

    /// One key's curve; none where it may not be heard.
    pub(super) fn curve(&self, key_index: usize) -> Option<&Curve> {
        self.curves.get(key_index)?.as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use attention_scene::{Hearing, Preset};

    #[test]
    fn a_curve_for_each_who_may_be_heard() {
        let room = Preset::Walkthrough
            .experiment()
            .with_hearing(Hearing::Causal);
        let trace = room.attention();
        let family = Family::of(trace.head(0), 1);
        let drawn = [0, 1, 2].map(|key| family.curve(key).is_some());
        assert_eq!(drawn, [true, true, false]);
        // Alike at the last, so that their names are moved apart.
        let [one, other] = [0, 1].map(|key| family.curve(key).unwrap());
        assert!((one.label - other.label).abs() >= GAP, "{one:?} {other:?}");
        assert_eq!(
            one.points
                .split(' ')
                .filter(|point| !point.is_empty())
                .count(),
            POINTS
        );
    }

    #[test]
    fn nobody_heard_nothing_drawn() {
        let room = Preset::Walkthrough.experiment();
        let trace = room
            .with_hearing(Hearing::Cells([false; 9].into()))
            .attention();
        let family = Family::of(trace.head(0), 2);
        assert!((0..3).all(|key| family.curve(key).is_none()));
    }
}
