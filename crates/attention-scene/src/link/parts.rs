//! The parts of a link, and how they come together.

mod read;
mod room;

use attention_core::{Matrix, Scale};

use super::{Link, LinkProblem, Wishes};
use crate::{Decimal, Position, Preset, Selection, Step};

/// The parts of a link, read one by one, before it is known whether they fit one another.
pub(super) struct Parts {
    decimal: Decimal,
    preset: Option<Preset>,
    tokens: Option<Vec<String>>,
    /// By `Tensor as usize`.
    matrices: [Option<Matrix>; 9],
    position: Option<Position>,
    heads: Option<String>,
    focus: Option<String>,
    step: Step,
    scale: Option<Scale>,
    temperature: Option<f64>,
    mask: Option<String>,
    wishes: Wishes,
    taken: usize,
    problems: Vec<LinkProblem>,
}

impl Parts {
    /// No part yet; numbers will be read so.
    pub(super) fn reading(decimal: Decimal) -> Self {
        Self {
            decimal,
            preset: None,
            tokens: None,
            matrices: Default::default(),
            position: None,
            heads: None,
            focus: None,
            step: Step::Free,
            scale: None,
            temperature: None,
            mask: None,
            wishes: Wishes::default(),
            taken: 0,
            problems: Vec::new(),
        }
    }

    /// Refuses what had been taken as so many parts.
    fn give_back(&mut self, parts: usize, problem: LinkProblem) {
        self.taken = self.taken.saturating_sub(parts);
        self.refuse(problem);
    }

    fn refuse(&mut self, problem: LinkProblem) {
        self.problems.push(problem);
    }

    pub(super) fn assemble(mut self) -> Link {
        let preset = self.preset.unwrap_or(Preset::Walkthrough);
        let mut experiment = self.room(&preset.experiment());
        if let Some(scale) = self.scale {
            experiment = experiment.with_scale(scale);
        }
        if let Some(temperature) = self.temperature {
            experiment = experiment.with_temperature(temperature);
        }
        if let Some(text) = self.mask.take() {
            match read::mask(&text, experiment.token_count()) {
                Ok(hearing) => experiment = experiment.with_hearing(hearing),
                Err(problem) => self.give_back(1, problem),
            }
        }
        let last = experiment.token_count() - 1;
        let mut focus = preset.focus().min(last);
        if let Some(text) = self.focus.take() {
            match text.parse() {
                Ok(index) if index <= last => focus = index,
                _ => self.give_back(1, LinkProblem::NobodyThere(text)),
            }
        }
        Link {
            experiment,
            selection: Selection {
                step: self.step,
                ..Selection::of(focus)
            },
            wishes: self.wishes,
            taken: self.taken,
            problems: self.problems,
        }
    }
}
