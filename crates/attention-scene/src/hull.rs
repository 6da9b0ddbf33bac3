//! What values span: all that mixing them can come to.

use crate::Pair;

/// The corners of the smallest convex shape around points, counter-clockwise: all that mixing them
/// by weights can come to.
///
/// ```
/// use attention_scene::hull;
/// let corners = hull(&[[0.0, 0.0], [2.0, 0.0], [1.0, 0.5], [1.0, 2.0]]);
/// assert_eq!(corners, [[0.0, 0.0], [2.0, 0.0], [1.0, 2.0]]);
/// ```
#[must_use]
pub fn hull(points: &[Pair]) -> Vec<Pair> {
    let mut sorted = points.to_vec();
    sorted.sort_by(|one, other| {
        one[0]
            .total_cmp(&other[0])
            .then(one[1].total_cmp(&other[1]))
    });
    sorted.dedup();
    if sorted.len() < 3 {
        return sorted;
    }
    let mut corners = chain(sorted.iter().copied());
    corners.extend(chain(sorted.iter().rev().copied()));
    corners
}

/// One side of the hull, without its last point.
fn chain(points: impl Iterator<Item = Pair>) -> Vec<Pair> {
    let mut corners: Vec<Pair> = Vec::new();
    for point in points {
        while let [.., before, last] = corners[..]
            && turn(before, last, point) <= 0.0
        {
            corners.pop();
        }
        corners.push(point);
    }
    corners.pop();
    corners
}

/// Above zero where three points turn to the left.
fn turn(one: Pair, two: Pair, three: Pair) -> f64 {
    (two[0] - one[0]) * (three[1] - one[1]) - (two[1] - one[1]) * (three[0] - one[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hulls_of_few_points_and_of_points_in_a_row() {
        assert_eq!(hull(&[]), Vec::<Pair>::new());
        assert_eq!(hull(&[[1.0, 2.0], [1.0, 2.0]]), [[1.0, 2.0]]);
        let row = [[0.0, 0.0], [1.0, 1.0], [2.0, 2.0]];
        assert_eq!(hull(&row), [[0.0, 0.0], [2.0, 2.0]]);
        let square = [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0], [0.5, 0.5]];
        assert_eq!(hull(&square), square[..4]);
    }
}
