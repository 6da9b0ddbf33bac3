//! What becomes of everyone when two guests change seats.

use crate::RoomTrace;

/// How far apart two numbers may be and still count as the same, as a part of the larger, or of 1
/// if that is more: the order in which a sum is taken moves its last digits.
const SAME: f64 = 1e-9;

/// Everyone's output before and after two guests changed seats, each guest beside itself.
#[derive(Clone, Debug, PartialEq)]
pub struct SeatChange {
    guests: Vec<[Vec<f64>; 2]>,
}

impl SeatChange {
    /// Compares two rooms of the same guests, of whom `one` and `other` (by their seats before)
    /// have changed seats in between.
    ///
    /// ```
    /// use attention_scene::{Position, Preset, SeatChange};
    /// let room = Preset::Order.experiment();
    /// let change = |before: &attention_scene::Experiment| {
    ///     let after = before.with_guests_swapped(0, 2);
    ///     SeatChange::between(&before.attention(), &after.attention(), 0, 2)
    /// };
    /// // Where positions count, somebody becomes something else.
    /// assert!(change(&room).most_changed().is_some());
    /// // Where they don't, everyone takes along what it was.
    /// assert_eq!(change(&room.with_position(Position::None)).most_changed(), None);
    /// ```
    #[must_use]
    pub fn between(before: &RoomTrace, after: &RoomTrace, one: usize, other: usize) -> Self {
        let count = before.token_count().min(after.token_count());
        let seat_after = |seat: usize| match seat {
            _ if one.max(other) >= count => seat,
            _ if seat == one => other,
            _ if seat == other => one,
            _ => seat,
        };
        let guest = |seat: usize| {
            let now = after.output(seat_after(seat));
            [before.output(seat).to_vec(), now.to_vec()]
        };
        Self {
            guests: (0..count).map(guest).collect(),
        }
    }

    /// A guest's output before and after, by its seat before; nothing where nobody sat there.
    #[must_use]
    pub fn outputs(&self, seat: usize) -> Option<[&[f64]; 2]> {
        let outputs = self.guests.get(seat)?;
        Some(outputs.each_ref().map(Vec::as_slice))
    }

    /// The guest whose output has changed most, by its seat before; none where everyone's stayed
    /// what it was.
    #[must_use]
    pub fn most_changed(&self) -> Option<usize> {
        let changed = |seat: &usize| {
            let [before, after] = &self.guests[*seat];
            let differs = |(one, other): (&f64, &f64)| !is_same(*one, *other);
            before.iter().zip(after).any(differs)
        };
        let difference = |seat: &usize| {
            let [before, after] = &self.guests[*seat];
            let differences = before
                .iter()
                .zip(after)
                .map(|(one, other)| (one - other).abs());
            differences.fold(0.0, f64::max)
        };
        let seats = (0..self.guests.len()).filter(changed);
        seats.max_by(|one, other| difference(one).total_cmp(&difference(other)))
    }
}

fn is_same(one: f64, other: f64) -> bool {
    (one - other).abs() <= SAME * one.abs().max(other.abs()).max(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Experiment, Hearing, Position, Preset, Slot, Source, Tensor};

    fn change(before: &Experiment, one: usize, other: usize) -> SeatChange {
        let after = before.with_guests_swapped(one, other);
        SeatChange::between(&before.attention(), &after.attention(), one, other)
    }

    #[test]
    fn without_positions_outputs_change_seats_with_their_guests() {
        for preset in Preset::ALL {
            let room = preset.experiment().with_hearing(Hearing::Everyone);
            let room = room.with_position(Position::None);
            let last = room.token_count() - 1;
            assert_eq!(change(&room, 0, last).most_changed(), None, "{preset:?}");
        }
    }

    #[test]
    fn whoever_changes_most_is_named_by_its_seat_before() {
        // In the post's room with no looking ahead, "introduced" hears Bob in Alice's place: by the
        // same share, e / (1 + e), since Bob's key answers its query [0, 1] as well as Alice's.
        let room = Preset::Walkthrough
            .experiment()
            .with_hearing(Hearing::Causal);
        let found = change(&room, 0, 2);
        assert_eq!(
            found.outputs(0).map(|[before, _]| before),
            Some(&[0.2, 0.8][..])
        );
        assert_eq!(
            found.outputs(2).map(|[_, after]| after),
            Some(&[0.9, 0.4][..])
        );
        assert_eq!(found.most_changed(), Some(1));
        let [before, after] = found.outputs(1).unwrap_or_else(|| panic!("a guest"));
        let share = 1f64.exp() / (1.0 + 1f64.exp());
        assert!((after[0] - before[0] - share * (0.9 - 0.2)).abs() < 1e-12);
        assert!((after[1] - before[1] - share * (0.4 - 0.8)).abs() < 1e-12);
    }

    #[test]
    fn edited_positions_belong_to_the_seats() {
        let room = Preset::Order.experiment().with_position(Position::Edited);
        // All zero, as long as nobody has typed anything.
        assert_eq!(change(&room, 0, 2).most_changed(), None);
        let slot = Slot {
            tensor: Tensor::Positions,
            row: 2,
            column: 1,
        };
        let room = room.with_number(slot, 3.0);
        assert!(change(&room, 0, 2).most_changed().is_some());
        let swapped = room.with_guests_swapped(0, 2);
        assert_eq!(swapped.number(slot), Some(3.0));
        assert_eq!(swapped.tokens(), ["Bob", "thanks", "Alice"]);
        // The same two once more: everything is as it was.
        assert_eq!(swapped.with_guests_swapped(2, 0), room);
    }

    #[test]
    fn of_several_heads_what_they_come_to_together_is_compared() {
        let room = Preset::Heads.experiment();
        let [before, _] = change(&room, 0, 1)
            .outputs(1)
            .map(|outputs| outputs.map(<[f64]>::to_vec))
            .unwrap_or_else(|| panic!("two guests"));
        assert_eq!(before.len(), 4);
        assert_eq!(before, room.attention().output(1));
    }

    #[test]
    fn seats_that_are_not_there_change_nothing() {
        let room = Preset::Walkthrough.experiment();
        assert_eq!(room.with_guests_swapped(0, 3), room);
        assert_eq!(room.with_guests_swapped(1, 1), room);
        assert_eq!(change(&room, 0, 9).most_changed(), None);
        assert_eq!(change(&room, 0, 1).outputs(3), None);
        assert_eq!(room.source(), Source::Given);
    }
}
