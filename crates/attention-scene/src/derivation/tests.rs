use super::*;
use crate::{Hearing, Position, Preset, Quantity, Scale, Slot, Source, Tensor};

struct Case {
    room: Experiment,
    trace: RoomTrace,
}

impl Case {
    fn new(room: Experiment) -> Self {
        let trace = room.attention();
        Self { room, trace }
    }

    fn walkthrough() -> Self {
        Self::new(Preset::Walkthrough.experiment())
    }

    fn derive(&self, asked: Reading) -> Derivation {
        Derivation::of(asked, &self.room, &self.trace).unwrap_or_else(|| panic!("{asked:?}"))
    }

    fn value(&self, operand: Operand) -> f64 {
        operand
            .look_up(&self.room, &self.trace)
            .unwrap_or_else(|| panic!("{operand:?}"))
    }

    /// Works an equation out again from the numbers that it names.
    fn worked_out(&self, made: &Made) -> f64 {
        match made {
            Made::Products(pairs) => pairs
                .iter()
                .map(|[one, other]| self.value(*one) * self.value(*other))
                .sum(),
            Made::Sum(terms) => terms.iter().map(|term| self.value(*term)).sum(),
            Made::Share([part, whole]) => self.value(*part) / self.value(*whole),
            Made::Power([one, less]) => (self.value(*one) - self.value(*less)).exp(),
            Made::Scaled { score, by_sqrt_dk } => {
                let factor = if *by_sqrt_dk {
                    self.trace.head(0).scale_factor()
                } else {
                    1.0
                };
                self.value(*score) * factor / self.value(Operand::Temperature)
            }
            Made::Unheard | Made::Silent => 0.0,
        }
    }

    /// Every equation comes to the number that it says it does.
    fn expect_sound(&self, asked: Reading) {
        for equation in self
            .derive(asked)
            .steps()
            .iter()
            .flat_map(|step| &step.equations)
        {
            let (said, worked) = (self.value(equation.result), self.worked_out(&equation.made));
            assert!(
                (said - worked).abs() <= 1e-12 * said.abs().max(1.0),
                "{equation:?}: {said} is not {worked}"
            );
        }
    }
}

fn kinds(derivation: &Derivation) -> Vec<StepKind> {
    derivation.steps().iter().map(|step| step.kind).collect()
}

fn all_readings(case: &Case) -> Vec<Reading> {
    let mut readings = Vec::new();
    for quantity in Quantity::ALL {
        for head_index in 0..case.trace.head_count() {
            for query_index in 0..case.room.token_count() {
                let reading = |column| Reading::between(quantity, head_index, query_index, column);
                let columns = 0..12;
                readings.extend(
                    columns
                        .map(reading)
                        .filter(|one| one.look_up(&case.trace).is_some()),
                );
            }
        }
    }
    readings
}

fn slot(tensor: Tensor, row: usize, column: usize) -> Slot {
    Slot {
        tensor,
        row,
        column,
    }
}

#[test]
fn bobs_weight_for_alice_goes_back_to_his_query_and_her_key() {
    let case = Case::walkthrough();
    let derivation = case.derive(Reading::weight(0, 2, 0));
    let in_order = [
        StepKind::Weight,
        StepKind::Sum,
        StepKind::Exponential,
        StepKind::Scaled,
        StepKind::Score,
    ];
    assert_eq!(kinds(&derivation), in_order);
    let values = |step: &DerivationStep| -> Vec<f64> {
        let operands = step.equations[0].made.operands();
        operands.into_iter().map(|one| case.value(one)).collect()
    };
    let steps = derivation.steps();
    // e^(5−7) of 1 + e^−2 + e^−5.
    assert_eq!(values(&steps[1]).len(), 3);
    assert_eq!(values(&steps[2]), [5.0, 7.0]);
    assert_eq!(values(&steps[3]), [5.0]);
    // [2, 3] · [1, 1]
    assert_eq!(values(&steps[4]), [2.0, 1.0, 3.0, 1.0]);
    let own = [
        slot(Tensor::Queries, 2, 0),
        slot(Tensor::Queries, 2, 1),
        slot(Tensor::Keys, 0, 0),
        slot(Tensor::Keys, 0, 1),
    ];
    assert_eq!(derivation.sources()[..4], own);
    assert_eq!(derivation.sources().len(), 8);
    let origins = derivation.origins();
    assert_eq!(origins.nearness(own[3]), Some(Nearness::Own));
    let others = slot(Tensor::Keys, 1, 1);
    assert_eq!(origins.nearness(others), Some(Nearness::Row));
    assert_eq!(origins.nearness(slot(Tensor::Values, 0, 0)), None);
    assert_eq!(
        origins.nearness_of_row(Tensor::Keys, 1),
        Some(Nearness::Row)
    );
    assert_eq!(origins.nearness_of_row(Tensor::Queries, 0), None);
    assert!(origins.by_temperature());
}

#[test]
fn an_output_takes_one_component_of_every_value() {
    let case = Case::walkthrough();
    let derivation = case.derive(Reading::output(0, 2, 1));
    let Made::Products(products) = &derivation.steps()[0].equations[0].made else {
        panic!("{derivation:?}");
    };
    let values: Vec<f64> = products
        .iter()
        .map(|[_, value]| case.value(*value))
        .collect();
    assert_eq!(values, [0.8, 0.1, 0.4]);
    // Bob's query, three keys, and the second number of three values.
    assert_eq!(derivation.sources().len(), 2 + 6 + 3);
    let weights = derivation
        .steps()
        .iter()
        .find(|step| step.kind == StepKind::Weight);
    assert_eq!(weights.map(|step| step.equations.len()), Some(3));
}

#[test]
fn a_score_takes_no_temperature() {
    let case = Case::walkthrough();
    let derivation = case.derive(Reading::between(Quantity::Score, 0, 2, 0));
    assert_eq!(kinds(&derivation), [StepKind::Score]);
    assert!(!derivation.origins().by_temperature());
}

#[test]
fn who_may_not_be_heard_takes_no_part() {
    let room = Preset::Walkthrough
        .experiment()
        .with_hearing(Hearing::Causal);
    let case = Case::new(room);
    let derivation = case.derive(Reading::weight(0, 0, 2));
    assert_eq!(derivation.steps()[0].equations[0].made, Made::Unheard);
    assert_eq!(derivation.sources(), []);
    assert!(!derivation.origins().by_temperature());
    // Its score is there all the same.
    let score = case.derive(Reading::between(Quantity::Score, 0, 0, 2));
    assert_eq!(score.sources().len(), 4);
    assert!(!score.is_heard());
    // “introduced” hears Alice and itself: two exponentials, and not Bob's.
    let sum = case.derive(Reading::weight(0, 1, 0)).steps()[1].clone();
    assert_eq!(sum.equations[0].made.operands().len(), 2);
}

#[test]
fn a_guest_who_hears_nobody_has_nothing_to_derive() {
    let nobody = Hearing::Cells([true, true, true, true, true, true, false, false, false].into());
    let case = Case::new(Preset::Walkthrough.experiment().with_hearing(nobody));
    for asked in [Reading::weight(0, 2, 0), Reading::output(0, 2, 0)] {
        let derivation = case.derive(asked);
        assert_eq!(derivation.steps().len(), 1);
        assert_eq!(derivation.steps()[0].equations[0].made, Made::Silent);
        assert_eq!(derivation.sources(), []);
    }
}

#[test]
fn projected_vectors_go_back_to_embeddings_positions_and_weights() {
    let room = Preset::Walkthrough
        .experiment()
        .with_source(Source::Projected)
        .with_position(Position::Edited);
    let case = Case::new(room);
    let derivation = case.derive(Reading::between(Quantity::Score, 0, 2, 0));
    let back = [
        StepKind::Score,
        StepKind::Query,
        StepKind::Key,
        StepKind::Input,
    ];
    assert_eq!(kinds(&derivation), back);
    // Two embeddings and two positions of two numbers each, all of W_Q and all of W_K.
    assert_eq!(derivation.sources().len(), 8 + 4 + 4);
    let without = Case::new(case.room.with_position(Position::None));
    let derivation = without.derive(Reading::between(Quantity::Score, 0, 2, 0));
    assert_eq!(kinds(&derivation), back[..3]);
}

#[test]
fn every_equation_of_every_number_comes_to_what_it_says() {
    let walkthrough = Preset::Walkthrough.experiment();
    let mut rooms: Vec<Experiment> = Preset::ALL.into_iter().map(Preset::experiment).collect();
    rooms.push(walkthrough.with_scale(Scale::SqrtDk).with_temperature(0.5));
    rooms.push(walkthrough.with_heads(2).with_hearing(Hearing::Causal));
    rooms.push(walkthrough.with_source(Source::Projected));
    for room in rooms {
        let case = Case::new(room);
        for asked in all_readings(&case) {
            case.expect_sound(asked);
            // Whatever may be edited in its arithmetic is among its sources.
            let derivation = case.derive(asked);
            let equations = derivation.steps().iter().flat_map(|step| &step.equations);
            for operand in equations.flat_map(|one| one.made.operands()) {
                if let Operand::Edited(slot) = operand {
                    assert!(
                        derivation.origins().nearness(slot).is_some(),
                        "{asked:?} {slot:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn what_is_not_there_has_no_derivation() {
    let case = Case::walkthrough();
    for asked in [
        Reading::weight(0, 3, 0),
        Reading::weight(1, 0, 0),
        Reading::output(0, 0, 2),
    ] {
        assert_eq!(Derivation::of(asked, &case.room, &case.trace), None);
    }
    let mixed = Reading::between(Quantity::Mixed, 0, 0, 0);
    assert_eq!(Derivation::of(mixed, &case.room, &case.trace), None);
}

#[test]
fn a_derivation_stays_while_numbers_move() {
    let before = Case::walkthrough();
    let after = Case::new(before.room.with_number(slot(Tensor::Queries, 2, 0), -4.0));
    for asked in all_readings(&before) {
        assert_eq!(before.derive(asked), after.derive(asked));
    }
}
