//! The parts of the page that a link may hide or lock.

use std::fmt;

use crate::Tensor;

/// A part of the page that a link may hide or lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PagePart {
    /// The rooms to choose from.
    Presets,
    /// The guided walk.
    Walk,
    /// The guests and the lines between them.
    Stage,
    /// Everyone's queries.
    Queries,
    /// Everyone's keys.
    Keys,
    /// Everyone's values.
    Values,
    /// Everyone's embeddings.
    Embeddings,
    /// Everyone's positions.
    Positions,
    /// The switch that scales scores by 1/√d_k.
    Scale,
    /// The temperature.
    Temperature,
    /// Who may listen to whom.
    Mask,
    /// Undo, redo and reset.
    History,
    /// Pinning a state.
    Pin,
    /// The bars of the weights.
    Bars,
    /// The three steps of the arithmetic.
    Steps,
    /// The table of everyone's weights.
    Table,
    /// The panel of arrows.
    Arrows,
    /// The panel of where vectors come from.
    Source,
    /// The panel of heads.
    Heads,
    /// The panel of charts.
    Charts,
    /// The guest list.
    Guests,
    /// The panel of a trained model's heads.
    RealHeads,
    /// The panel of what may be taken along.
    Share,
    /// The panel of files.
    Files,
}

impl PagePart {
    /// Every part, in the order in which links name them.
    pub const ALL: [Self; 24] = [
        Self::Presets,
        Self::Walk,
        Self::Stage,
        Self::Queries,
        Self::Keys,
        Self::Values,
        Self::Embeddings,
        Self::Positions,
        Self::Scale,
        Self::Temperature,
        Self::Mask,
        Self::History,
        Self::Pin,
        Self::Bars,
        Self::Steps,
        Self::Table,
        Self::Arrows,
        Self::Source,
        Self::Heads,
        Self::Charts,
        Self::Guests,
        Self::RealHeads,
        Self::Share,
        Self::Files,
    ];

    /// The name that links use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Presets => "presets",
            Self::Walk => "walk",
            Self::Stage => "stage",
            Self::Queries => "q",
            Self::Keys => "k",
            Self::Values => "v",
            Self::Embeddings => "x",
            Self::Positions => "position",
            Self::Scale => "scale",
            Self::Temperature => "temperature",
            Self::Mask => "mask",
            Self::History => "history",
            Self::Pin => "pin",
            Self::Bars => "bars",
            Self::Steps => "steps",
            Self::Table => "table",
            Self::Arrows => "arrows",
            Self::Source => "source",
            Self::Heads => "heads",
            Self::Charts => "charts",
            Self::Guests => "guests",
            Self::RealHeads => "real-heads",
            Self::Share => "share",
            Self::Files => "files",
        }
    }

    /// The part of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name)
    }

    /// The part that a tensor's numbers are: of matrices, the panel they stand in.
    #[must_use]
    pub const fn of(tensor: Tensor) -> Self {
        match tensor {
            Tensor::Queries => Self::Queries,
            Tensor::Keys => Self::Keys,
            Tensor::Values => Self::Values,
            Tensor::Embeddings => Self::Embeddings,
            Tensor::Positions => Self::Positions,
            Tensor::QueryWeights | Tensor::KeyWeights | Tensor::ValueWeights => Self::Source,
            Tensor::OutputWeights => Self::Heads,
        }
    }
}

/// Some of the parts.
///
/// ```
/// use attention_scene::{PagePart, PartSet};
/// let mut set = PartSet::default();
/// set.insert(PagePart::Table);
/// set.insert(PagePart::Queries);
/// assert_eq!(set.to_string(), "q,table");
/// assert!(!set.contains(PagePart::Keys));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PartSet(u32);

impl PartSet {
    /// Adds a part.
    pub fn insert(&mut self, part: PagePart) {
        self.0 |= 1 << part as u32;
    }

    /// Adds a part, or takes it out.
    pub fn set(&mut self, part: PagePart, is_in: bool) {
        match is_in {
            true => self.insert(part),
            false => self.0 &= !(1 << part as u32),
        }
    }

    /// Whether a part is among them.
    #[must_use]
    pub const fn contains(self, part: PagePart) -> bool {
        self.0 & (1 << part as u32) != 0
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// Their names, as a link lists them.
impl fmt::Display for PartSet {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut before = "";
        for part in PagePart::ALL
            .into_iter()
            .filter(|part| self.contains(*part))
        {
            write!(formatter, "{before}{}", part.name())?;
            before = ",";
        }
        Ok(())
    }
}
