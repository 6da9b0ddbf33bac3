//! One room beside another: what a change has done to who listens to whom.

use std::sync::Arc;

use crate::{Experiment, Reading, RoomTrace, print_fixed};

/// A room that was pinned, to hold others against it.
#[derive(Clone, Debug)]
pub struct Pinned {
    room: Experiment,
    trace: Arc<RoomTrace>,
}

impl Pinned {
    /// Pins a room, with what its attention comes to.
    #[must_use]
    pub fn new(room: Experiment, trace: Arc<RoomTrace>) -> Self {
        Self { room, trace }
    }

    /// The room itself.
    #[must_use]
    pub fn room(&self) -> &Experiment {
        &self.room
    }

    /// Whether another room has the same guests in the same seats, and as many heads, so that the
    /// two can be held against one another line by line.
    #[must_use]
    pub fn is_comparable(&self, other: &Experiment) -> bool {
        self.room.tokens() == other.tokens() && self.room.heads() == other.heads()
    }

    /// A number of the pinned room's computation; none where it has none there.
    ///
    /// ```
    /// use std::sync::Arc;
    /// use attention_scene::{Pinned, Preset, Quantity, Reading};
    /// let room = Preset::Walkthrough.experiment();
    /// let pinned = Pinned::new(room.clone(), Arc::new(room.attention()));
    /// let score = Reading::between(Quantity::Score, 0, 2, 0);
    /// assert_eq!(pinned.look_up(score), Some(5.0));
    /// ```
    #[must_use]
    pub fn look_up(&self, reading: Reading) -> Option<f64> {
        reading.look_up(&self.trace)
    }
}

/// Prints by how many percentage points a share has moved, with its sign: what is less than a tenth
/// of a point is none.
///
/// ```
/// use attention_scene::print_points;
/// assert_eq!(print_points(0.125), "+12.5");
/// assert_eq!(print_points(-0.031), "−3.1");
/// assert_eq!(print_points(0.0004), "±0");
/// ```
#[must_use]
pub fn print_points(difference: f64) -> String {
    let points = print_fixed(difference * 100.0, 1);
    match difference {
        _ if points == "0.0" => "±0".to_owned(),
        _ if difference > 0.0 => format!("+{points}"),
        _ => points,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Preset;

    #[test]
    fn only_the_same_guests_in_the_same_seats_compare() {
        let room = Preset::Walkthrough.experiment();
        let pinned = Pinned::new(room.clone(), Arc::new(room.attention()));
        assert!(pinned.is_comparable(&room.with_temperature(3.0)));
        assert!(!pinned.is_comparable(&room.with_guest_moved(0, 1)));
        assert!(!pinned.is_comparable(&room.with_guest("Chloe")));
        assert!(!pinned.is_comparable(&room.with_heads(2)));
    }
}
