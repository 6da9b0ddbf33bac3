//! What is on the Attention Mixer's stage, as plain Rust.
//!
//! An [`Experiment`] is the numbers a learner may edit; [`History`] remembers how they got there;
//! [`Selection`] says whose row is asked about; [`beam`] says where a line of attention runs.
//! Views look these up: nothing here knows a browser, and nothing here holds a sentence that a
//! learner reads (refusals are types, which the page's locale files put into words).
//!
//! ```
//! use attention_scene::{Experiment, Preset};
//!
//! let walkthrough = Preset::Walkthrough.experiment();
//! let trace = walkthrough.attention();
//! // Bob's query [2, 3] meets Alice's key [1, 1].
//! assert_eq!(trace.head(0).score(2, 0), 5.0);
//! ```

mod change;
mod comparison;
mod derivation;
mod entropy;
mod experiment;
mod geometry;
mod guide;
mod hearing;
mod history;
mod hull;
mod isolated;
mod labels;
mod link;
mod listening;
mod name;
mod names;
mod number;
mod over_temperature;
mod picture;
mod plane;
mod preset;
mod published;
mod reading;
mod real_heads;
mod room_trace;
mod seats;
mod selection;
mod sheet;
mod slot;
mod tip;
mod trace;

pub use attention_core::Scale;
pub use change::Change;
pub use comparison::{Pinned, print_points};
pub use derivation::{
    Derivation, DerivationStep, Equation, Made, Nearness, Operand, Sources, StepKind,
};
pub use entropy::{entropy_bits, most_bits};
pub use experiment::{Axis, Experiment, MOST_CARDS, Position, RoomError, Source};
pub use geometry::{Beam, beam};
pub use guide::{Moment, Part, Step, loudest, quietest};
pub use hearing::Hearing;
pub use history::{Gesture, History};
pub use hull::hull;
pub use isolated::Isolated;
pub use labels::spread_labels;
pub use link::{
    Language, Link, LinkProblem, PagePart, PartSet, Theme, View, Wishes, is_about_a_room,
    read_link, with_link, write_link,
};
pub use listening::MostHeard;
pub use name::{LONGEST_NAME, NameRefusal, parse_name, shorten};
pub use names::{Side, place_names};
pub use number::{
    Decimal, LARGEST, NumberRefusal, SMALLEST_TEMPERATURE, decimal, parse_number,
    parse_temperature, print_exact, print_fixed, print_percent, print_short,
};
pub use over_temperature::{place_of_temperature, temperature_axis, weights_over_temperature};
pub use picture::picture;
pub use plane::{Pair, Plane, REACH, nudged, snapped};
pub use preset::Preset;
pub use published::PublishedWeights;
pub use reading::{Quantity, Reading};
pub use real_heads::{KnownHead, RealHeads, RealHeadsError, RealSentence};
pub use room_trace::RoomTrace;
pub use seats::SeatChange;
pub use selection::Selection;
pub use slot::{Slot, Tensor};
pub use tip::{Tip, path};
pub use trace::Trace;
