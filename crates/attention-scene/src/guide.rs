//! The guided walk: what each step is about, what it shows, and whether it was tried.

use crate::{Experiment, RoomTrace, Selection, Tensor, Trace};

/// A step of the walk, or none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Step {
    /// No step: everything is there, to look around freely.
    #[default]
    Free,
    /// Who is there, and who listens.
    Guests,
    /// What each looks for, offers and shares.
    Vectors,
    /// Queries meet keys.
    Compare,
    /// Scores become shares.
    Soften,
    /// Values are mixed.
    Mix,
    /// What the guest in focus becomes, and everyone with it.
    Output,
    /// A question to the room.
    WhatIf,
}

/// A part of the page that a step shows or leaves out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The vectors on the guests' cards.
    Vectors,
    /// The first step of the arithmetic.
    Compare,
    /// Lines and shares on the stage, and the second step of the arithmetic.
    Soften,
    /// The third step of the arithmetic.
    Mix,
    /// Everyone's rows, and whatever else there is to look into.
    Everything,
}

impl Part {
    /// All of them, in the order in which the walk comes to them.
    pub const ALL: [Self; 5] = [
        Self::Vectors,
        Self::Compare,
        Self::Soften,
        Self::Mix,
        Self::Everything,
    ];
}

/// Where a step began, or where it has come to.
#[derive(Clone, Copy, Debug)]
pub struct Moment<'a> {
    /// The room.
    pub room: &'a Experiment,
    /// What its attention comes to.
    pub trace: &'a RoomTrace,
    /// Who is looked at.
    pub selection: Selection,
}

impl Step {
    /// The walk, in order, after the freedom to look around.
    pub const ALL: [Self; 8] = [
        Self::Free,
        Self::Guests,
        Self::Vectors,
        Self::Compare,
        Self::Soften,
        Self::Mix,
        Self::Output,
        Self::WhatIf,
    ];

    /// The name that links use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Free => "free",
            Self::Guests => "guests",
            Self::Vectors => "vectors",
            Self::Compare => "compare",
            Self::Soften => "softmax",
            Self::Mix => "mix",
            Self::Output => "output",
            Self::WhatIf => "what-if",
        }
    }

    /// The step of that name.
    ///
    /// ```
    /// use attention_scene::Step;
    /// assert_eq!(Step::named("softmax"), Some(Step::Soften));
    /// assert_eq!(Step::named("dance"), None);
    /// ```
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.name() == name)
    }

    /// The step after this one; after the last, looking around freely.
    #[must_use]
    pub fn next(self) -> Self {
        Self::ALL[(self as usize + 1) % Self::ALL.len()]
    }

    /// The step before this one; before the first, looking around freely.
    #[must_use]
    pub fn back(self) -> Self {
        Self::ALL[(self as usize).saturating_sub(1)]
    }

    /// Whether it needs a part of the page.
    #[must_use]
    pub const fn shows(self, part: Part) -> bool {
        let from = match part {
            Part::Vectors => Self::Vectors,
            Part::Compare => Self::Compare,
            Part::Soften => Self::Soften,
            Part::Mix => Self::Mix,
            Part::Everything => Self::Output,
        };
        matches!(self, Self::Free) || self as usize >= from as usize
    }

    /// Whether what it asks for was tried, between two moments.
    #[must_use]
    pub fn is_tried(self, start: Moment<'_>, now: Moment<'_>) -> bool {
        let focus = now.selection.focus;
        match self {
            Self::Free => false,
            Self::Guests => focus != start.selection.focus,
            Self::Vectors => Tensor::VECTORS
                .into_iter()
                .any(|tensor| changed(tensor, start, now)),
            Self::Compare => loudest(now) != loudest(start),
            Self::Soften => now.room.temperature() <= 0.5,
            Self::Mix => changed(Tensor::Values, start, now),
            Self::Output => now.selection.all_rows,
            Self::WhatIf => now
                .trace
                .vectors(Tensor::Queries)
                .filter(|queries| focus < queries.rows())
                .is_some_and(|queries| queries.row(focus).iter().all(|number| *number == 0.0)),
        }
    }
}

/// The guest whose key answers the query in focus best: the first of several.
///
/// ```
/// use attention_scene::{Moment, Preset, Selection, loudest};
/// let room = Preset::Walkthrough.experiment();
/// let bob = Moment { room: &room, trace: &room.attention(), selection: Selection::of(2) };
/// // Bob's scores are 5, 2 and 7.
/// assert_eq!(loudest(bob), Some(2));
/// ```
#[must_use]
pub fn loudest(moment: Moment<'_>) -> Option<usize> {
    extreme(moment, |trace, query, one, other| {
        trace.score(query, one) > trace.score(query, other)
    })
}

/// The guest who gets the smallest share of attention from the guest in focus.
///
/// ```
/// use attention_scene::{Moment, Preset, Selection, quietest};
/// let room = Preset::Walkthrough.experiment();
/// let bob = Moment { room: &room, trace: &room.attention(), selection: Selection::of(2) };
/// assert_eq!(quietest(bob), Some(1));
/// ```
#[must_use]
pub fn quietest(moment: Moment<'_>) -> Option<usize> {
    extreme(moment, |trace, query, one, other| {
        trace.weight(query, one) < trace.weight(query, other)
    })
}

fn extreme(
    Moment {
        trace, selection, ..
    }: Moment<'_>,
    before: impl Fn(&Trace, usize, usize, usize) -> bool,
) -> Option<usize> {
    let shown = selection.head.filter(|head| *head < trace.head_count());
    let head = trace.head(shown.unwrap_or_default());
    let query = selection.focus;
    if query >= head.n_queries() {
        return None;
    }
    let heard = (0..head.n_keys()).filter(|key| head.is_allowed(query, *key));
    heard.reduce(|best, key| match before(head, query, key, best) {
        true => key,
        false => best,
    })
}

fn changed(tensor: Tensor, start: Moment<'_>, now: Moment<'_>) -> bool {
    let data = |moment: Moment<'_>| {
        let view = moment.trace.vectors(tensor)?;
        Some(view.data().to_vec())
    };
    data(start) != data(now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Preset, Slot};

    /// Whether a step counts as tried after a change to the walkthrough.
    fn tried(step: Step, change: impl Fn(Experiment, &mut Selection) -> Experiment) -> bool {
        let before = Preset::Walkthrough.experiment();
        let mut selection = Selection::of(2);
        let start = (before.attention(), selection);
        let after = change(before.clone(), &mut selection);
        step.is_tried(
            Moment {
                room: &before,
                trace: &start.0,
                selection: start.1,
            },
            Moment {
                room: &after,
                trace: &after.attention(),
                selection,
            },
        )
    }

    fn set(
        tensor: Tensor,
        row: usize,
        column: usize,
        number: f64,
    ) -> impl Fn(Experiment) -> Experiment {
        move |room| {
            let slot = Slot {
                tensor,
                row,
                column,
            };
            room.with_number(slot, number)
        }
    }

    #[test]
    fn nothing_is_tried_by_doing_nothing() {
        for step in Step::ALL {
            assert!(!tried(step, |room, _| room), "{step:?}");
        }
    }

    #[test]
    fn each_step_is_tried_by_what_it_asks_for() {
        let look = |change: fn(&mut Selection)| {
            move |room: Experiment, selection: &mut Selection| {
                change(selection);
                room
            }
        };
        assert!(tried(Step::Guests, look(|selection| selection.focus = 0)));
        assert!(tried(
            Step::Output,
            look(|selection| selection.all_rows = true)
        ));
        let key = set(Tensor::Keys, 0, 0, 3.0);
        assert!(tried(Step::Vectors, |room, _| key(room)));
        // Alice's score becomes 3·2 + 1·3 = 9, above Bob's 7.
        assert!(tried(Step::Compare, |room, _| key(room)));
        assert!(!tried(Step::Mix, |room, _| key(room)));
        let value = set(Tensor::Values, 1, 0, 3.0);
        assert!(tried(Step::Mix, |room, _| value(room)));
        assert!(!tried(Step::Compare, |room, _| value(room)));
        assert!(tried(Step::Soften, |room, _| room.with_temperature(0.5)));
        let [first, second] = [0, 1].map(|column| set(Tensor::Queries, 2, column, 0.0));
        assert!(!tried(Step::WhatIf, |room, _| first(room)));
        assert!(tried(Step::WhatIf, |room, _| second(first(room))));
    }

    #[test]
    fn the_walk_adds_a_part_at_a_time_and_leads_back_to_freedom() {
        assert!(!Step::Guests.shows(Part::Vectors));
        assert!(Step::Compare.shows(Part::Vectors) && !Step::Compare.shows(Part::Soften));
        assert!(Step::Free.shows(Part::Everything) && Step::WhatIf.shows(Part::Everything));
        assert_eq!(Step::WhatIf.next(), Step::Free);
        assert_eq!(Step::Guests.back(), Step::Free);
        assert_eq!(Step::Free.back(), Step::Free);
    }
}
