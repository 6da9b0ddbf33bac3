//! Where a line of attention runs between two guests.

/// A line from the guest who asks to the guest who is heard, in a unit square: the guests sit
/// along one side at even distances, the line rises from it towards the opposite side.
///
/// A view stretches the square over whatever space the guests take, in a row or, with its axes
/// swapped, in a column; so nothing needs to be measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beam {
    /// Where it leaves, along the side of the guests, from 0 to 1.
    pub from: f64,
    /// Where it lands, along the same side.
    pub to: f64,
    /// How far its control points stand from that side; the curve rises to three quarters of it.
    pub rise: f64,
    /// How far the control points stand apart from the ends, along the side.
    bulge: f64,
}

/// How far from the middle of a seat, in seats, a line leaves or lands, so that lines from both
/// sides and a guest's own stay apart.
const APART: f64 = 0.035;

/// How far apart two lanes are, in seats, and how far all of them together reach at the most.
const LANE: f64 = 0.12;
const LANES: f64 = 0.6;
/// How much lower the last of very many lanes is than the first.
const LOWER: f64 = 0.3;

/// The line by which one of `count` guests listens to another, or to itself.
///
/// ```
/// use attention_scene::beam;
/// // The farther apart two guests sit, the higher the line between them.
/// assert!(beam(0, 2, 3).rise > beam(0, 1, 3).rise);
/// // A guest's own line is a loop over its seat.
/// let own = beam(1, 1, 3);
/// assert!(own.from > 0.5 && own.to < 0.5);
/// ```
#[must_use]
pub fn beam(query_index: usize, key_index: usize, count: usize) -> Beam {
    let seats = count.max(1) as f64;
    let middle = |index: usize| (index as f64 + 0.5) / seats;
    let apart = APART / seats;
    if query_index == key_index {
        return Beam {
            from: middle(query_index) + apart,
            to: middle(key_index) - apart,
            rise: 0.62,
            bulge: 0.2 / seats,
        };
    }
    let towards = if key_index > query_index { 1.0 } else { -1.0 };
    let span = key_index.abs_diff(query_index) as f64 / (seats - 1.0);
    Beam {
        from: middle(query_index) + towards * apart / 2.0,
        to: middle(key_index) - towards * apart,
        rise: 0.55 + 0.7 * span,
        bulge: 0.0,
    }
}

impl Beam {
    /// The same line in one of so many lanes side by side, so that several heads' lines between
    /// the same two guests don't hide one another: a little along the side, and less high.
    ///
    /// ```
    /// use attention_scene::beam;
    /// let [first, second] = [0, 1].map(|lane| beam(0, 1, 3).in_lane(lane, 2, 3));
    /// assert!(first.from < second.from && first.to < second.to && first.rise > second.rise);
    /// // One lane is the line itself.
    /// assert_eq!(beam(0, 1, 3).in_lane(0, 1, 3), beam(0, 1, 3));
    /// ```
    #[must_use]
    pub fn in_lane(self, lane: usize, lanes: usize, count: usize) -> Self {
        let lanes = lanes.max(1) as f64;
        let place = (lane as f64).min(lanes - 1.0);
        let aside = (place - (lanes - 1.0) / 2.0) * (LANES / lanes).min(LANE) / count.max(1) as f64;
        Self {
            from: self.from + aside,
            to: self.to + aside,
            rise: self.rise * (1.0 - LOWER * place / lanes),
            ..self
        }
    }

    /// The line as the data of an SVG path in the unit square, in which the guests sit at y = 1.
    ///
    /// ```
    /// assert_eq!(
    ///     attention_scene::beam(0, 1, 2).to_path(),
    ///     "M.2587 1C.2587 -.25 .7325 -.25 .7325 1"
    /// );
    /// ```
    #[must_use]
    pub fn to_path(self) -> String {
        let points = self.points().map(|(x, y)| (short(x), short(y)));
        let [(from, start), (leave, rise), (land, _), (to, end)] = points;
        format!("M{from} {start}C{leave} {rise} {land} {rise} {to} {end}")
    }

    /// The points of the line, a cubic curve, in the unit square: its ends, and its control points between them.
    #[must_use]
    pub fn points(self) -> [(f64, f64); 4] {
        let side = if self.to > self.from { -1.0 } else { 1.0 };
        let rise = 1.0 - self.rise;
        [
            (self.from, 1.0),
            (self.from + side * self.bulge, rise),
            (self.to - side * self.bulge, rise),
            (self.to, 1.0),
        ]
    }
}

/// Four decimal places, without the zeros a path doesn't need.
fn short(number: f64) -> String {
    let text = format!("{number:.4}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    match text.strip_prefix("-0.") {
        Some(fraction) => format!("-.{fraction}"),
        None => text
            .strip_prefix('0')
            .filter(|rest| !rest.is_empty())
            .unwrap_or(text)
            .to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_begins_and_ends_over_its_own_seats_and_stays_in_view() {
        for count in 1..=12 {
            for query_index in 0..count {
                for key_index in 0..count {
                    let line = beam(query_index, key_index, count);
                    let seat = |place: f64| (place * count as f64).floor() as usize;
                    assert_eq!(seat(line.from), query_index);
                    assert_eq!(seat(line.to), key_index);
                    // A cubic's top is at 3/4 of its control points' rise.
                    assert!(line.rise * 0.75 < 1.0);
                }
            }
        }
    }

    #[test]
    fn lanes_stay_over_their_seats_and_coincide_nowhere() {
        for (count, lanes) in [(1, 2), (3, 2), (5, 8), (12, 8)] {
            for (query_index, key_index) in [(0, 0), (0, count - 1), (count - 1, 0)] {
                let line = beam(query_index, key_index, count);
                let lane = |lane| line.in_lane(lane, lanes, count);
                for index in 0..lanes {
                    let seat = |place: f64| (place * count as f64).floor() as usize;
                    assert_eq!(seat(lane(index).from), query_index);
                    assert_eq!(seat(lane(index).to), key_index);
                    assert!(lane(index).rise > 0.3 && lane(index).rise <= line.rise);
                    assert!(
                        index == 0 || lane(index).from - lane(index - 1).from > 0.05 / count as f64
                    );
                }
            }
        }
    }

    #[test]
    fn lines_that_land_on_one_guest_from_either_side_land_apart() {
        let from_left = beam(0, 1, 3);
        let from_right = beam(2, 1, 3);
        let own = beam(1, 1, 3);
        assert!(from_left.to < from_right.to);
        assert!(own.to <= from_left.to || own.from >= from_right.to);
    }
}
