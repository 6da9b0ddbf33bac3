//! The tip of an arrow in its plane's picture.

use crate::{Pair, Plane};

/// How far a name stands from its arrow's tip.
const APART: f64 = 9.0;
/// How much room a letter of a name takes, at the most.
const LETTER: f64 = 7.5;

/// Where a vector's tip is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tip {
    /// In the picture.
    pub at: Pair,
    /// Whether the vector reaches beyond the window: its tip then stands at the edge.
    pub is_beyond: bool,
}

/// On which side of a tip its name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Before it.
    Left,
    /// Behind it.
    Right,
}

impl Tip {
    /// The arrow's line from zero, as the data of an SVG path.
    ///
    /// ```
    /// use attention_scene::Plane;
    /// assert_eq!(Plane::reaching(5.0).tip([2.0, 3.0]).stem(), "M180 180L240 90");
    /// ```
    #[must_use]
    pub fn stem(self) -> String {
        let zero = [Plane::ZERO; 2];
        path(&[zero, self.at])
    }

    /// Which way the arrow points in the picture, in degrees, clockwise from the right.
    ///
    /// ```
    /// use attention_scene::Plane;
    /// assert_eq!(Plane::reaching(5.0).tip([0.0, 3.0]).turn(), -90.0);
    /// ```
    #[must_use]
    pub fn turn(self) -> f64 {
        let [across, down] = self.at.map(|place| place - Plane::ZERO);
        down.atan2(across).to_degrees()
    }

    /// Where a name of so many letters begins or ends: on the side that is wished, or on the other
    /// where the picture ends there; above a tip that points up, and below one that doesn't.
    #[must_use]
    pub fn name(self, letters: usize, side: Side) -> (Pair, Side) {
        let [across, down] = self.at;
        let room = APART + LETTER * letters as f64;
        let side = match side {
            Side::Left if across < room => Side::Right,
            Side::Right if across + room > Plane::SIDE => Side::Left,
            side => side,
        };
        let across = match side {
            Side::Left => across - APART,
            Side::Right => across + APART,
        };
        let down = match down < Plane::ZERO {
            true => down - APART,
            false => down + 2.0 * APART,
        };
        ([across, down], side)
    }
}

/// Points of a picture, joined by lines, as the data of an SVG path.
#[must_use]
pub fn path(points: &[Pair]) -> String {
    let point = |[across, down]: &Pair| format!("{} {}", hundredths(*across), hundredths(*down));
    let points: Vec<String> = points.iter().map(point).collect();
    match points.is_empty() {
        true => String::new(),
        false => format!("M{}", points.join("L")),
    }
}

/// A place in the picture, as fine as anybody sees.
fn hundredths(place: f64) -> f64 {
    (place * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_in_the_picture() {
        let plane = Plane::reaching(5.0);
        for vector in [[5.0, 5.0], [-5.0, -5.0], [0.0, 0.0], [4.0, -5.0]] {
            for wished in [Side::Left, Side::Right] {
                let ([across, down], side) = plane.tip(vector).name(14, wished);
                let room = LETTER * 14.0;
                match side {
                    Side::Left => assert!(across - room >= 0.0),
                    Side::Right => assert!(across + room <= Plane::SIDE),
                }
                assert!((0.0..=Plane::SIDE).contains(&down));
            }
        }
    }

    #[test]
    fn what_has_no_points_has_no_path() {
        assert_eq!(path(&[]), "");
        assert_eq!(path(&[[1.0, 2.0 / 3.0]]), "M1 0.67");
    }
}
