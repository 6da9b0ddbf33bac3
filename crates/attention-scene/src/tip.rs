//! The tip of an arrow in its plane's picture.

use crate::{Pair, Plane};

/// Where a vector's tip is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tip {
    /// In the picture.
    pub at: Pair,
    /// Whether the vector reaches beyond the window: its tip then stands at the edge.
    pub is_beyond: bool,
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
    fn what_has_no_points_has_no_path() {
        assert_eq!(path(&[]), "");
        assert_eq!(path(&[[1.0, 2.0 / 3.0]]), "M1 0.67");
    }
}
