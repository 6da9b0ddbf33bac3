//! Names beside the tips of arrows, none over another.

use crate::{Pair, Plane, Tip};

/// How far a name stands from its arrow's tip.
const APART: f64 = 9.0;
/// How much room a letter of a name takes, at the most.
const LETTER: f64 = 9.6;
/// How far names reach above and below the line they stand on.
const ABOVE: f64 = 11.0;
const BELOW: f64 = 4.0;
/// How far one place to try is from the next, and how many there are above a tip, and below.
const STEP: f64 = 6.0;
const STEPS: i32 = 6;
/// In how many parts an arrow is kept clear of names, half the size of a part, and of the tip for
/// others' names: beside another's tip a name would seem to be that one's.
const PARTS: i32 = 8;
const PART: f64 = 4.0;
const TIP: f64 = 14.0;

/// Where the ends of the axes are named.
const ENDS: [Corners; 4] = [
    [[334.0, 184.0], [352.0, 200.0]],
    [[8.0, 184.0], [26.0, 200.0]],
    [[186.0, 12.0], [202.0, 28.0]],
    [[186.0, 336.0], [210.0, 352.0]],
];

/// On which side of a tip its name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Before it.
    Left,
    /// Behind it.
    Right,
}

/// Two opposite corners, the upper left one first.
type Corners = [Pair; 2];

/// Where names of so many letters stand beside their tips: where they begin, or, on the left, end.
/// All stay in the picture, clear of each other and of the arrows as far as there is room, and as
/// near to their tips, and as far out, as may be.
///
/// ```
/// use attention_scene::{Plane, Side, place_names};
/// let tip = Plane::reaching(5.0).tip([2.0, 3.0]);
/// assert_eq!(place_names(&[(tip, 5)]), [([249.0, 93.5], Side::Right)]);
/// ```
#[must_use]
pub fn place_names(names: &[(Tip, usize)]) -> Vec<(Pair, Side)> {
    let mut taken: Vec<Corners> = Vec::new();
    let mut place = |(index, &(tip, letters)): (usize, &(Tip, usize))| {
        let mut arrows = ENDS.to_vec();
        for (other, (tip, _)) in names.iter().enumerate() {
            arrows.extend(parts(*tip, if other == index { PART } else { TIP }));
        }
        let mut best = (f64::INFINITY, (tip.at, Side::Right), [tip.at; 2]);
        for (near, side) in sides(tip).into_iter().enumerate() {
            for step in -STEPS..=STEPS {
                let place = beside(tip, side, letters, f64::from(step) * STEP);
                let corners = corners(place, side, letters);
                let over = |others: &[Corners]| -> f64 {
                    others.iter().map(|other| overlap(corners, *other)).sum()
                };
                let cost = 8.0 * over(&taken)
                    + over(&arrows)
                    + STEP * f64::from(step.abs())
                    + 10.0 * near as f64
                    + 1e6 * outside(corners);
                if cost < best.0 {
                    best = (cost, (place, side), corners);
                }
            }
        }
        taken.push(best.2);
        best.1
    };
    names.iter().enumerate().map(&mut place).collect()
}

/// The side that is farther out first.
fn sides(tip: Tip) -> [Side; 2] {
    match tip.at[0] < Plane::ZERO {
        true => [Side::Left, Side::Right],
        false => [Side::Right, Side::Left],
    }
}

/// Beside a tip, so much lower; farther in where the picture ends there.
fn beside(tip: Tip, side: Side, letters: usize, lower: f64) -> Pair {
    let [across, down] = tip.at;
    let width = LETTER * letters as f64;
    let across = match side {
        Side::Left => (across - APART).max(width),
        Side::Right => (across + APART).min(Plane::SIDE - width),
    };
    [across, down + (ABOVE - BELOW) / 2.0 + lower]
}

fn corners([across, down]: Pair, side: Side, letters: usize) -> Corners {
    let width = LETTER * letters as f64;
    let left = match side {
        Side::Left => across - width,
        Side::Right => across,
    };
    [[left, down - ABOVE], [left + width, down + BELOW]]
}

/// What an arrow takes of the picture, roughly.
fn parts(tip: Tip, end: f64) -> impl Iterator<Item = Corners> {
    (1..=PARTS).map(move |part| {
        let half = if part == PARTS { end } else { PART };
        let part = f64::from(part) / f64::from(PARTS);
        let at = tip
            .at
            .map(|place| Plane::ZERO + (place - Plane::ZERO) * part);
        [at.map(|place| place - half), at.map(|place| place + half)]
    })
}

/// How much two boxes have in common.
fn overlap(one: Corners, other: Corners) -> f64 {
    let along = |axis: usize| {
        (one[1][axis].min(other[1][axis]) - one[0][axis].max(other[0][axis])).max(0.0)
    };
    along(0) * along(1)
}

/// How far a box reaches out of the picture.
fn outside([least, most]: Corners) -> f64 {
    let over = |place: f64| (-place).max(place - Plane::SIDE).max(0.0);
    least.into_iter().chain(most).map(over).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLANE: Plane = Plane::reaching(5.0);

    fn boxes(names: &[(Tip, usize)]) -> Vec<Corners> {
        let boxes = place_names(names).into_iter().zip(names);
        boxes
            .map(|((place, side), (_, letters))| corners(place, side, *letters))
            .collect()
    }

    #[test]
    fn names_stay_in_the_picture() {
        for vector in [
            [5.0, 5.0],
            [-5.0, -5.0],
            [0.0, 0.0],
            [4.0, -5.0],
            [-0.1, 5.0],
        ] {
            for corners in boxes(&[(PLANE.tip(vector), 18)]) {
                assert_eq!(outside(corners), 0.0, "{vector:?}: {corners:?}");
            }
        }
    }

    #[test]
    fn names_of_neighbours_stand_apart() {
        // The walkthrough's queries and keys.
        let vectors = [
            [1.0, 2.0],
            [1.0, 1.0],
            [0.0, 1.0],
            [1.0, 0.0],
            [2.0, 3.0],
            [2.0, 1.0],
        ];
        let letters = [7, 7, 12, 12, 5, 5];
        let walkthrough: Vec<_> = vectors
            .map(|vector| PLANE.tip(vector))
            .into_iter()
            .zip(letters)
            .collect();
        let alike = vec![(PLANE.tip([3.0, -2.0]), 10); 4];
        for names in [walkthrough, alike] {
            let boxes = boxes(&names);
            for (index, one) in boxes.iter().enumerate() {
                for other in &boxes[..index] {
                    assert_eq!(overlap(*one, *other), 0.0, "{one:?} and {other:?}");
                }
            }
        }
    }

    #[test]
    fn no_names_take_no_place() {
        assert!(place_names(&[]).is_empty());
    }
}
