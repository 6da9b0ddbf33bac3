//! Guests who come, go, move and are renamed, and vectors that grow and shrink, in any order.

use attention_scene::{
    Axis, Change, Experiment, Hearing, History, MOST_CARDS, Position, Preset, Quantity, Reading,
    RoomTrace, Selection, Slot, Tensor, decimal, parse_name, read_link, write_link,
};
use proptest::prelude::*;

/// Something that a learner does to a room.
#[derive(Clone, Debug)]
enum Deed {
    Rename(usize, String),
    Add(String),
    Remove(usize),
    Move(usize, usize),
    Resize(Axis, usize),
    Write(usize, usize, f64),
    Mask(usize, usize, bool),
    Everyone,
    Causal,
    Position(Position),
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let name = || {
        prop_oneof![
            "[A-Za-z]{1,8}",
            ".{0,12}",
            Just("<b>עמית;&,=#%</b>".to_owned())
        ]
    };
    let axis = prop_oneof![Just(Axis::Key), Just(Axis::Value), Just(Axis::Model)];
    let position = prop_oneof![
        Just(Position::None),
        Just(Position::Sinusoidal),
        Just(Position::Edited)
    ];
    let deed = prop_oneof![
        (0..13_usize, name()).prop_map(|(seat, name)| Deed::Rename(seat, name)),
        name().prop_map(Deed::Add),
        name().prop_map(Deed::Add),
        (0..13_usize).prop_map(Deed::Remove),
        (0..13_usize, 0..13_usize).prop_map(|(from, to)| Deed::Move(from, to)),
        (axis, 0..10_usize).prop_map(|(axis, size)| Deed::Resize(axis, size)),
        (0..13_usize, 0..8_usize, -5.0..5.0)
            .prop_map(|(row, column, number)| Deed::Write(row, column, number)),
        (0..13_usize, 0..13_usize, any::<bool>())
            .prop_map(|(query, key, allowed)| Deed::Mask(query, key, allowed)),
        Just(Deed::Everyone),
        Just(Deed::Causal),
        position.prop_map(Deed::Position),
    ];
    prop::collection::vec(deed, 0..24)
}

fn done(room: &Experiment, deed: &Deed) -> Experiment {
    match deed {
        Deed::Rename(seat, name) => room.with_name(*seat, name),
        Deed::Add(_) if room.token_count() >= MOST_CARDS => room.clone(),
        Deed::Add(name) => room.with_guest(name),
        Deed::Remove(seat) => room.without_guest(*seat),
        Deed::Move(from, to) => room.with_guest_moved(*from, *to),
        Deed::Resize(axis, size) => room.with_dimension(*axis, *size),
        Deed::Write(row, column, number) => {
            Tensor::ALL.into_iter().fold(room.clone(), |room, tensor| {
                let slot = Slot {
                    tensor,
                    row: *row,
                    column: *column,
                };
                room.with_number(slot, *number)
            })
        }
        Deed::Mask(query, key, allowed) => room.with_cell(*query, *key, *allowed),
        Deed::Everyone => room.with_hearing(Hearing::Everyone),
        Deed::Causal => room.with_hearing(Hearing::Causal),
        Deed::Position(position) => room.with_position(*position),
    }
}

fn presets() -> impl Strategy<Value = Preset> {
    prop::sample::select(Preset::ALL.to_vec())
}

/// What a room is to whoever looks at it: all that is in use.
fn seen(room: &Experiment) -> String {
    let matrices = Tensor::ALL.map(|tensor| room.uses(tensor).then(|| room.matrix(tensor)));
    format!(
        "{:?} {:?} {:?} {:?} {matrices:?}",
        room.tokens(),
        room.hearing(),
        room.position(),
        room.attention()
            .merge()
            .map(|merge| merge.output(0).to_vec()),
    )
}

/// Every number of a row that there may be, and some that there are not.
fn readings(count: usize) -> impl Iterator<Item = Reading> {
    Quantity::ALL.into_iter().flat_map(move |quantity| {
        let pairs = (0..2).flat_map(move |head| (0..count).map(move |query| (head, query)));
        pairs.flat_map(move |(head, query)| {
            let between = move |column| Reading::between(quantity, head, query, column);
            (0..count.max(8)).map(between)
        })
    })
}

fn slots() -> impl Iterator<Item = Slot> {
    Tensor::ALL.into_iter().flat_map(|tensor| {
        (0..13).flat_map(move |row| {
            (0..9).map(move |column| Slot {
                tensor,
                row,
                column,
            })
        })
    })
}

proptest! {
    #[test]
    fn a_room_computes_and_goes_through_a_link_whatever_was_done(
        preset in presets(),
        deeds in deeds(),
    ) {
        let room = deeds.iter().fold(preset.experiment(), |room, deed| done(&room, deed));
        let count = room.token_count();
        prop_assert!((1..=MOST_CARDS).contains(&count));
        prop_assert!(room.tokens().iter().all(|name| parse_name(name).as_ref() == Ok(name)));
        let trace = room.attention();
        for head in 0..trace.head_count() {
            for query in 0..count {
                let sum: f64 = trace.head(head).weights(query).iter().sum();
                let expected = if trace.head(head).is_silent(query) { 0.0 } else { 1.0 };
                prop_assert!((sum - expected).abs() < 1e-6, "{}", sum);
            }
        }
        let selection = Selection::of(count - 1);
        let fragment = write_link(&room, selection);
        let link = read_link(&fragment, decimal).expect("a link");
        prop_assert_eq!(&link.problems, &[]);
        prop_assert_eq!(link.selection, selection);
        prop_assert_eq!(seen(&link.experiment), seen(&room));
        prop_assert_eq!(write_link(&link.experiment, selection), fragment);
    }

    #[test]
    fn what_stands_otherwise_than_before_is_told(preset in presets(), deeds in deeds()) {
        let mut room = preset.experiment();
        for deed in &deeds {
            let next = done(&room, deed);
            let traces = [room.attention(), next.attention()];
            let change = Change::between([&room, &next], [&traces[0], &traces[1]]);
            prop_assert!(change.touches_shape() || room.tokens() == next.tokens());
            prop_assert!(change.touches_shape() || room.hearing() == next.hearing());
            for reading in readings(room.token_count().max(next.token_count())) {
                let told = match reading.is_component() {
                    true => change.touches_output(reading.query_index),
                    false => change.touches_weights(reading.query_index),
                };
                let [before, after] = traces.each_ref().map(|trace| reading.look_up(trace));
                prop_assert!(told || before == after, "{:?}: {:?}, {:?}", reading, before, after);
            }
            for slot in slots() {
                let told = change.touches_vector(slot.tensor, slot.row);
                let [before, after] = [&room, &next].map(|room| room.number(slot));
                prop_assert!(told || before == after, "{:?}: {:?}, {:?}", slot, before, after);
                let made = |trace: &RoomTrace| trace.vector_number(slot.tensor, slot.row, slot.column);
                let [before, after] = traces.each_ref().map(made);
                prop_assert!(told || before == after, "{:?}: {:?}, {:?}", slot, before, after);
            }
            room = next;
        }
    }

    #[test]
    fn every_step_is_taken_back_exactly_and_again(preset in presets(), deeds in deeds()) {
        let mut history = History::new(preset.experiment(), Selection::of(0));
        let mut rooms = vec![preset.experiment()];
        for deed in &deeds {
            let next = done(history.present(), deed);
            history.step(next.clone());
            if rooms.last() != Some(&next) {
                rooms.push(next);
            }
        }
        for room in rooms.iter().rev() {
            prop_assert_eq!(history.present(), room);
            history.undo(Selection::of(0));
        }
        prop_assert!(!history.can_undo());
        for room in &rooms {
            prop_assert_eq!(history.present(), room);
            history.redo(Selection::of(0));
        }
        prop_assert!(!history.can_redo());
    }

    #[test]
    fn guests_who_change_seats_change_nothing_else_where_seats_do_not_count(
        mask in prop::collection::vec(any::<bool>(), 36),
        from in 0..6_usize,
        to in 0..6_usize,
    ) {
        let room = Preset::Pronoun.experiment().with_hearing(Hearing::Cells(mask.into()));
        prop_assert_eq!(room.token_count(), 6);
        let moved = room.with_guest_moved(from, to);
        let mut order: Vec<usize> = (0..6).collect();
        let guest = order.remove(from);
        order.insert(to, guest);
        let (before, after) = (room.attention(), moved.attention());
        for (seat, was) in order.iter().enumerate() {
            prop_assert_eq!(&moved.tokens()[seat], &room.tokens()[*was]);
            prop_assert_eq!(after.head(0).is_silent(seat), before.head(0).is_silent(*was));
            for (other, other_was) in order.iter().enumerate() {
                let cells = (after.head(0).is_allowed(seat, other), before.head(0).is_allowed(*was, *other_was));
                prop_assert_eq!(cells.0, cells.1);
                let weights = (after.head(0).weights(seat)[other], before.head(0).weights(*was)[*other_was]);
                prop_assert!((weights.0 - weights.1).abs() < 1e-12, "{:?}", weights);
            }
            let outputs = after.head(0).output(seat).iter().zip(before.head(0).output(*was));
            for (one, same) in outputs {
                prop_assert!((one - same).abs() < 1e-12);
            }
        }
        // And back.
        prop_assert_eq!(moved.with_guest_moved(to, from), room);
    }
}
