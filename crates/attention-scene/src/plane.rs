//! Vectors of two components as arrows in a plane.

use crate::Tip;

/// How far sliders and arrows' tips reach from zero.
pub const REACH: f64 = 5.0;
/// How many of a tip's steps make 1.
const STEPS: f64 = 10.0;

/// Two numbers: a vector, or a point of a plane, or of the square it is drawn in.
pub type Pair = [f64; 2];

/// A square window on a plane, zero in its middle, and the square picture it is drawn in.
///
/// In the plane y grows upwards, in the picture downwards. The picture has a margin in which the
/// tips of arrows, and their names, find room.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plane {
    reach: f64,
}

impl Plane {
    /// The picture's side.
    pub const SIDE: f64 = 360.0;
    /// How far the window stands from the picture's edges.
    pub const MARGIN: f64 = 30.0;
    /// Where zero stands in the picture, along either axis.
    pub const ZERO: f64 = Self::SIDE / 2.0;

    /// A window from −reach to reach along both axes.
    #[must_use]
    pub const fn reaching(reach: f64) -> Self {
        Self { reach }
    }

    /// How far the window reaches.
    #[must_use]
    pub const fn reach(self) -> f64 {
        self.reach
    }

    /// A point of the plane in the picture. Far out it stays finite: nothing there is seen.
    ///
    /// ```
    /// use attention_scene::Plane;
    /// let plane = Plane::reaching(5.0);
    /// assert_eq!(plane.to_picture([0.0, 0.0]), [180.0, 180.0]);
    /// assert_eq!(plane.to_picture([5.0, -5.0]), [330.0, 330.0]);
    /// ```
    #[must_use]
    pub fn to_picture(self, [x, y]: Pair) -> Pair {
        let far = 100.0 * self.reach;
        let along = |number: f64| number.clamp(-far, far) * self.unit();
        [Self::ZERO + along(x), Self::ZERO - along(y)]
    }

    /// The point of the plane that a point of the picture stands for.
    #[must_use]
    pub fn from_picture(self, [across, down]: Pair) -> Pair {
        let unit = self.unit();
        [(across - Self::ZERO) / unit, (Self::ZERO - down) / unit]
    }

    /// Where a vector's tip is drawn: where it points to, or, of one that reaches beyond the window,
    /// where it leaves it.
    ///
    /// ```
    /// use attention_scene::Plane;
    /// let tip = Plane::reaching(5.0).tip([100.0, 20.0]);
    /// assert!(tip.is_beyond);
    /// assert_eq!(tip.at, [330.0, 150.0]);
    /// ```
    #[must_use]
    pub fn tip(self, vector: Pair) -> Tip {
        let farthest = vector[0].abs().max(vector[1].abs());
        let is_beyond = farthest > self.reach;
        let shown = match is_beyond {
            true => vector.map(|number| number / farthest * self.reach),
            false => vector,
        };
        Tip {
            at: self.to_picture(shown),
            is_beyond,
        }
    }

    /// The part in view of the line on which every key has the same score with a query: all k with
    /// query · k = score. It stands at a right angle to the query. None where a query of zero makes
    /// all scores alike, or where the line runs outside the window.
    ///
    /// ```
    /// use attention_scene::Plane;
    /// // Bob's query [0, 2] scores 4 with every key [x, 2].
    /// let ends = Plane::reaching(5.0).equal_scores([0.0, 2.0], 4.0).unwrap();
    /// assert_eq!(ends, [[5.0, 2.0], [-5.0, 2.0]]);
    /// ```
    #[must_use]
    pub fn equal_scores(self, query: Pair, score: f64) -> Option<[Pair; 2]> {
        // Brought to a size at which no square overflows.
        let size = query[0].abs().max(query[1].abs());
        if size == 0.0 {
            return None;
        }
        let normal = query.map(|number| number / size);
        let [x, y] = normal;
        let square = x * x + y * y;
        let foot = normal.map(|number| number * (score / size / square));
        let along = [-y, x];
        let (mut first, mut last) = (f64::NEG_INFINITY, f64::INFINITY);
        for (start, slope) in foot.into_iter().zip(along) {
            if slope == 0.0 {
                if start.abs() > self.reach {
                    return None;
                }
                continue;
            }
            let ends = [-self.reach, self.reach].map(|edge| (edge - start) / slope);
            first = first.max(ends[0].min(ends[1]));
            last = last.min(ends[0].max(ends[1]));
        }
        let point = |at: f64| [foot[0] + at * along[0], foot[1] + at * along[1]];
        (first < last).then(|| [first, last].map(point))
    }

    fn unit(self) -> f64 {
        (Self::ZERO - Self::MARGIN) / self.reach
    }
}

/// The vector to which a tip moves: to the nearest step within ±[`REACH`].
///
/// ```
/// assert_eq!(attention_scene::snapped([1.234, -70.0]), [1.2, -5.0]);
/// ```
#[must_use]
pub fn snapped(vector: Pair) -> Pair {
    vector.map(snap)
}

/// A number moved by so much, to the nearest step within ±[`REACH`]. One from beyond that comes
/// back in, and doesn't go farther out.
///
/// ```
/// use attention_scene::nudged;
/// assert_eq!(nudged(0.2, 0.1), 0.3);
/// assert_eq!(nudged(100.0, -0.1), 4.9);
/// assert_eq!(nudged(100.0, 0.1), 100.0);
/// ```
#[must_use]
pub fn nudged(number: f64, by: f64) -> f64 {
    let next = snap(number.clamp(-REACH, REACH) + by);
    match (next - number) * by > 0.0 {
        true => next,
        false => number,
    }
}

fn snap(number: f64) -> f64 {
    // Adding zero turns −0 into 0.
    (number.clamp(-REACH, REACH) * STEPS).round() / STEPS + 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLANES: [Plane; 2] = [Plane::reaching(5.0), Plane::reaching(1.0)];

    #[test]
    fn the_picture_and_the_plane_map_onto_each_other() {
        for plane in PLANES {
            for point in [[0.0, 0.0], [1.0, 2.0], [-4.9, 3.3], [5.0, -5.0], [7.0, 0.1]] {
                let back = plane.from_picture(plane.to_picture(point));
                for (one, other) in back.into_iter().zip(point) {
                    assert!((one - other).abs() < 1e-12, "{back:?} is not {point:?}");
                }
            }
        }
    }

    #[test]
    fn every_step_of_a_tip_comes_back_as_the_number_that_is_typed() {
        let plane = Plane::reaching(5.0);
        for step in -50..=50_i32 {
            let number = f64::from(step) / 10.0;
            let tip = plane.tip([number, -number]);
            assert_eq!(snapped(plane.from_picture(tip.at)), [number, -number]);
            assert!(!tip.is_beyond);
        }
    }

    #[test]
    fn the_farthest_vectors_are_drawn_at_the_edge() {
        let tip = Plane::reaching(5.0).tip([-1e60, 1e60]);
        assert_eq!(tip.at, [30.0, 30.0]);
        assert!(Plane::reaching(5.0).to_picture([1e60, -1e60])[0].is_finite());
    }

    #[test]
    fn a_line_of_equal_scores_has_one_score_and_a_right_angle() {
        for plane in PLANES {
            for query in [
                [2.0, 3.0],
                [-1.0, 0.5],
                [0.0, -4.0],
                [3.0, 0.0],
                [1e-9, 1e-9],
            ] {
                for key in [[0.5, 0.5], [-0.9, 0.3], [0.0, 0.0]] {
                    let score = query[0] * key[0] + query[1] * key[1];
                    let [one, other] = plane.equal_scores(query, score).expect("it is in view");
                    for end in [one, other] {
                        let of_end = query[0] * end[0] + query[1] * end[1];
                        assert!((of_end - score).abs() <= 1e-12 * query[0].abs().max(1.0) * 10.0);
                        let farthest = end[0].abs().max(end[1].abs());
                        assert!((farthest - plane.reach()).abs() < 1e-9, "{end:?}");
                    }
                    let along = [other[0] - one[0], other[1] - one[1]];
                    let slant = query[0] * along[0] + query[1] * along[1];
                    assert!(slant.abs() < 1e-9, "{query:?} and {along:?}");
                }
            }
        }
    }

    #[test]
    fn a_query_of_zero_has_no_such_line_and_one_out_of_view_is_none() {
        let plane = Plane::reaching(5.0);
        assert_eq!(plane.equal_scores([0.0, 0.0], 0.0), None);
        assert_eq!(plane.equal_scores([1.0, 0.0], 6.0), None);
        assert_eq!(plane.equal_scores([1.0, 1.0], 10.1), None);
        assert!(plane.equal_scores([1e60, 1e60], 2e60).is_some());
    }

    #[test]
    fn arrow_keys_stay_on_the_grid_and_within_reach() {
        assert_eq!(nudged(4.95, 0.1), 5.0);
        assert_eq!(nudged(5.0, 1.0), 5.0);
        assert_eq!(nudged(-4.5, -1.0), -5.0);
        assert_eq!(nudged(-0.1, 0.1), 0.0);
        assert!(nudged(-0.1, 0.1).is_sign_positive());
    }
}
