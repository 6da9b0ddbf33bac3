//! How one number of the computation comes about, back to the numbers that a learner may edit.

mod made;
mod operand;
mod sources;
#[cfg(test)]
mod tests;

pub use self::made::Made;
pub use self::operand::Operand;
pub use self::sources::{Nearness, Sources};
use crate::{Experiment, Reading, RoomTrace};

/// How many numbers of one kind are followed further back. Where more are wanted, as in a large
/// room, they are named, and each may be asked about by itself.
const MOST: usize = 12;

/// What a step of a derivation works out, in the order in which steps follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StepKind {
    /// What several heads come to together.
    Mixed,
    /// What a guest becomes, in one head.
    Output,
    /// Shares of attention.
    Weight,
    /// What exponentials are shares of.
    Sum,
    /// Exponentials.
    Exponential,
    /// Scores after scaling and temperature.
    Scaled,
    /// Scores.
    Score,
    /// A query from its guest's input.
    Query,
    /// A key from its guest's input.
    Key,
    /// A value from its guest's input.
    Value,
    /// An input from embedding and position.
    Input,
}

/// One number and what it is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Equation {
    /// The number.
    pub result: Operand,
    /// What it is made of.
    pub made: Made,
}

/// Numbers of one kind and what they are made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DerivationStep {
    /// What kind.
    pub kind: StepKind,
    /// A number each.
    pub equations: Vec<Equation>,
}

/// How one number of the computation comes about. It holds addresses and no number: as long as the
/// room's shape and mask stay, so does it, and what is at the addresses is [looked
/// up](Operand::look_up).
///
/// ```
/// use attention_scene::{Derivation, Preset, Quantity, Reading, Slot, Tensor};
/// let room = Preset::Walkthrough.experiment();
/// let trace = room.attention();
/// // Bob's query [2, 3] meets Alice's key [1, 1].
/// let asked = Reading::between(Quantity::Score, 0, 2, 0);
/// let derivation = Derivation::of(asked, &room, &trace).expect("Bob and Alice are there");
/// let number = |slot| room.number(slot).expect("it may be edited");
/// let numbers: Vec<f64> = derivation.sources().into_iter().map(number).collect();
/// assert_eq!(numbers, [2.0, 3.0, 1.0, 1.0]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Derivation {
    asked: Reading,
    is_heard: bool,
    steps: Vec<DerivationStep>,
    sources: Sources,
}

impl Derivation {
    /// How that number comes about; nothing where the room holds no such number.
    #[must_use]
    pub fn of(asked: Reading, room: &Experiment, trace: &RoomTrace) -> Option<Self> {
        asked.look_up(trace)?;
        Some(Self {
            asked,
            is_heard: asked.is_component()
                || trace
                    .head(asked.head_index)
                    .is_allowed(asked.query_index, asked.column),
            steps: steps(asked, room, trace),
            sources: Sources::of(asked, room, trace),
        })
    }

    /// The number that is asked about.
    #[must_use]
    pub fn asked(&self) -> Reading {
        self.asked
    }

    /// Whether the key that it is about may be heard; so where it is about no key.
    #[must_use]
    pub fn is_heard(&self) -> bool {
        self.is_heard
    }

    /// From the number asked about, step by step, back to those that may be edited.
    #[must_use]
    pub fn steps(&self) -> &[DerivationStep] {
        &self.steps
    }

    /// The numbers that may be edited and that the one asked about depends on: those of its own
    /// arithmetic first, then those that others of its row bring in.
    #[must_use]
    pub fn sources(&self) -> Vec<crate::Slot> {
        self.sources.all()
    }

    /// The same numbers, to be asked about one by one.
    #[must_use]
    pub fn origins(&self) -> &Sources {
        &self.sources
    }
}

fn steps(asked: Reading, room: &Experiment, trace: &RoomTrace) -> Vec<DerivationStep> {
    let mut steps = Vec::new();
    let mut due = vec![Operand::Computed(asked)];
    while let Some(kind) = due.iter().filter_map(|operand| operand.kind()).min() {
        let (now, mut later): (Vec<_>, Vec<_>) = due
            .into_iter()
            .partition(|operand| operand.kind() == Some(kind));
        if now.len() <= MOST {
            let equation = |result: Operand| Equation {
                result,
                made: Made::of(result, room, trace),
            };
            let equations: Vec<_> = now.into_iter().map(equation).collect();
            // The other exponentials of a sum are named there, and each may be asked about.
            if kind != StepKind::Sum {
                for operand in equations.iter().flat_map(|one| one.made.operands()) {
                    if operand.kind().is_some() && !later.contains(&operand) {
                        later.push(operand);
                    }
                }
            }
            steps.push(DerivationStep { kind, equations });
        }
        due = later;
    }
    steps
}
