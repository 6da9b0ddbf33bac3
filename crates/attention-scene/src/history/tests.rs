use super::*;
use crate::{Preset, Tensor};

const BOB: Selection = Selection::of(2);

const SLOT: Slot = Slot {
    tensor: Tensor::Queries,
    row: 2,
    column: 0,
};

fn history() -> History {
    History::new(Preset::Walkthrough.experiment(), BOB)
}

fn number(history: &History) -> Option<f64> {
    history.present().number(SLOT)
}

fn drag(history: &mut History, numbers: &[f64]) {
    for &number in numbers {
        let next = history.present().with_number(SLOT, number);
        history.movement(Gesture::Number(SLOT), next);
    }
    history.end_gesture();
}

#[test]
fn a_drag_is_one_step_of_undo() {
    let mut history = history();
    drag(&mut history, &[1.9, 1.8, 1.7]);
    drag(&mut history, &[1.6, 0.0]);
    assert_eq!(number(&history), Some(0.0));
    history.undo(BOB);
    assert_eq!(number(&history), Some(1.7));
    history.undo(BOB);
    assert_eq!(number(&history), Some(2.0));
    assert!(!history.can_undo());
    history.redo(BOB);
    history.redo(BOB);
    assert_eq!(number(&history), Some(0.0));
    assert!(!history.can_redo());
}

#[test]
fn steps_taken_elsewhere_are_taken_back_here() {
    let mut there = history();
    drag(&mut there, &[1.7]);
    drag(&mut there, &[0.0]);
    drag(&mut there, &[4.0]);
    there.undo(BOB);
    let mut here = History::new(there.present().clone(), Selection::of(0));
    here.go_on_after(&there.along(1 << 20), crate::decimal);
    here.redo(BOB);
    assert_eq!(number(&here), Some(4.0));
    here.undo(BOB);
    here.undo(BOB);
    assert_eq!(number(&here), Some(1.7));
    here.undo(BOB);
    assert_eq!(number(&here), Some(2.0));
    assert!(!here.can_undo() && !here.can_reset(BOB));
    here.redo(BOB);
    here.redo(BOB);
    assert_eq!(here.reset(Selection::of(0)), BOB);
    assert_eq!(here.present(), &Preset::Walkthrough.experiment());
}

#[test]
fn steps_that_led_elsewhere_change_nothing() {
    let mut there = history();
    drag(&mut there, &[1.7]);
    let mut here = history();
    here.go_on_after(&there.along(1 << 20), crate::decimal);
    here.go_on_after("{]\n\n", crate::decimal);
    assert_eq!(here, history());
    // Of more steps than there is room for, the last ones come along.
    drag(&mut there, &[0.0]);
    let link = there
        .along(1 << 20)
        .lines()
        .map(str::len)
        .max()
        .unwrap_or_default()
        + 1;
    let mut here = History::new(there.present().clone(), BOB);
    here.go_on_after(&there.along(3 * link), crate::decimal);
    here.undo(BOB);
    assert_eq!(number(&here), Some(1.7));
    assert!(!here.can_undo());
}

#[test]
fn a_drag_that_returns_is_no_step() {
    let mut history = history();
    drag(&mut history, &[1.9, 2.0]);
    assert!(!history.can_undo());
}

#[test]
fn a_reset_is_exact_and_can_be_taken_back() {
    let mut history = history();
    drag(&mut history, &[-3.0]);
    history.reset(BOB);
    assert_eq!(history.present(), &Preset::Walkthrough.experiment());
    assert!(!history.can_reset(BOB));
    history.undo(BOB);
    assert_eq!(number(&history), Some(-3.0));
}

#[test]
fn a_new_step_forgets_what_was_taken_back() {
    let mut history = history();
    drag(&mut history, &[-3.0]);
    history.undo(BOB);
    history.step(history.present().with_temperature(2.0));
    assert!(!history.can_redo());
}

#[test]
fn a_drag_that_returns_leaves_what_can_be_taken_again() {
    let mut history = history();
    drag(&mut history, &[-3.0]);
    history.undo(BOB);
    drag(&mut history, &[1.9, 1.0, 2.0]);
    assert!(history.can_redo());
    history.redo(BOB);
    assert_eq!(number(&history), Some(-3.0));
    history.undo(BOB);
    drag(&mut history, &[1.9]);
    assert!(!history.can_redo());
}

#[test]
fn another_room_is_a_step_together_with_who_is_asked_there() {
    let (pronoun, she) = (Preset::Pronoun.experiment(), Selection::of(4));
    let mut history = history();
    history.step_looking(pronoun.clone(), BOB, she);
    // The eye wanders in the new room; a number changes there.
    let elsewhere = Selection {
        all_rows: true,
        ..Selection::of(1)
    };
    drag(&mut history, &[1.9]);
    assert_eq!(history.undo(elsewhere), None);
    assert_eq!(history.undo(elsewhere), Some(BOB));
    assert_eq!(history.present(), &Preset::Walkthrough.experiment());
    assert_eq!(history.redo(Selection::of(0)), Some(elsewhere));
    assert_eq!(history.present(), &pronoun);
    assert_eq!(history.undo(she), Some(Selection::of(0)));
}

#[test]
fn a_guest_who_comes_back_takes_nobodys_focus() {
    let alice = Selection::of(0);
    let mut history = history();
    let without = history.present().without_guest(1);
    history.step_looking(without, alice, alice.after_leaving(1, 3));
    // Bob, in the seat of the one who left, is asked meanwhile.
    assert_eq!(history.undo(Selection::of(1)), Some(alice));
    assert_eq!(history.redo(alice), Some(Selection::of(1)));
    // Nothing happens: that is no step.
    history.step_looking(history.present().clone(), alice, alice);
    history.undo(alice);
    assert!(!history.can_undo());
}

#[test]
fn a_reset_returns_to_what_was_looked_at_too() {
    let mut history = history();
    let elsewhere = Selection {
        head: Some(0),
        ..Selection::of(0)
    };
    assert!(!history.can_reset(BOB) && history.can_reset(elsewhere));
    assert_eq!(history.reset(elsewhere), BOB);
    assert_eq!(history.undo(BOB), Some(elsewhere));
    assert!(!history.can_undo());
}

#[test]
fn another_beginning_is_one_step_from_the_work_before() {
    let mut history = history();
    drag(&mut history, &[-3.0]);
    let loud = Preset::Loud.experiment();
    history.begin_anew(loud.clone(), BOB, Selection::of(1));
    assert!(!history.can_reset(Selection::of(1)));
    assert_eq!(history.undo(Selection::of(1)), Some(BOB));
    assert_eq!(number(&history), Some(-3.0));
    assert_eq!(history.reset(BOB), Selection::of(1));
    assert_eq!(history.present(), &loud);
}

#[test]
fn a_switch_is_compared_with_what_was_before_it() {
    let mut history = history();
    assert_eq!(history.before(), None);
    let start = history.present().clone();
    for switched in [
        start.with_scale(attention_core::Scale::SqrtDk),
        start.with_temperature(2.0),
        start.with_hearing(crate::Hearing::Causal),
        start.with_cell(2, 2, false),
    ] {
        history.step(switched);
        assert_eq!(history.before(), Some(&start));
        // A step that changes nothing is none.
        history.step(history.present().clone());
        assert_eq!(history.before(), Some(&start));
        history.undo(BOB);
        assert_eq!(history.before(), None);
    }
    history.redo(BOB);
    assert_eq!(history.before(), Some(&start));
    history.forget_before();
    assert_eq!(history.before(), None);
}

#[test]
fn a_moved_temperature_is_compared_once_it_stands() {
    let mut history = history();
    let start = history.present().clone();
    for temperature in [1.1, 1.2] {
        let next = history.present().with_temperature(temperature);
        history.movement(Gesture::Temperature, next);
        assert_eq!(history.before(), None);
    }
    history.end_gesture();
    assert_eq!(history.before(), Some(&start));
}

#[test]
fn other_steps_are_compared_with_nothing() {
    let mut history = history();
    history.step(history.present().with_temperature(2.0));
    drag(&mut history, &[-3.0]);
    assert_eq!(history.before(), None);
    history.step(Preset::Loud.experiment());
    assert_eq!(history.before(), None);
}

#[test]
fn a_drag_of_a_whole_vector_is_one_step_of_undo() {
    let mut history = history();
    for vector in [[1.9, 2.9], [1.5, 2.0], [-1.0, 0.5]] {
        let next = history.present().with_vector(SLOT, vector);
        history.movement(Gesture::Vector(SLOT), next);
    }
    history.end_gesture();
    assert_eq!(
        history.present().matrix(Tensor::Queries).row(2),
        [-1.0, 0.5]
    );
    history.undo(BOB);
    assert_eq!(history.present(), &Preset::Walkthrough.experiment());
    assert!(!history.can_undo());
}
