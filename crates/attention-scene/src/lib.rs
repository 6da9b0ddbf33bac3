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

mod comparison;
mod experiment;
mod geometry;
mod guide;
mod hearing;
mod history;
mod link;
mod number;
mod preset;
mod published;
mod reading;
mod room_trace;
mod seats;
mod selection;
mod sheet;
mod slot;

pub use attention_core::{Scale, Trace};
pub use comparison::{Pinned, print_points};
pub use experiment::{Axis, Experiment, Position, RoomError, Source};
pub use geometry::{Beam, beam};
pub use guide::{Moment, Part, Step, loudest, quietest};
pub use hearing::Hearing;
pub use history::{Gesture, History};
pub use link::{Link, LinkProblem, read_link, write_link};
pub use number::{
    Decimal, LARGEST, NumberRefusal, SMALLEST_TEMPERATURE, decimal, parse_number,
    parse_temperature, print_exact, print_fixed, print_percent, print_short,
};
pub use preset::Preset;
pub use published::PublishedWeights;
pub use reading::{Quantity, Reading};
pub use room_trace::RoomTrace;
pub use seats::SeatChange;
pub use selection::Selection;
pub use slot::{Slot, Tensor};
