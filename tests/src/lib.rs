//! The Attention Mixer in real browsers: what its tests and its benchmark stand on.
//!
//! A [`Browser`] is one engine, driven over WebDriver. A [`Site`] is the built page on a free port
//! of this machine, as it is and in a few states of disrepair. A [`Page`] is a visit to it, with
//! what a learner sees and does there as methods. An [`Attention`] is the same arithmetic worked
//! out a second time, from the formula: it shares no code with the product.

mod attention;
pub mod bench;
mod browser;
mod inputs;
mod page;
mod site;
mod words;

pub use attention::{Attention, Numbers};
pub use browser::{Browser, Engine, Missing};
pub use inputs::{Inputs, times};
pub use page::{
    BOBS_QUERY, Card, Line, Messages, NumberAt, NumberControl, Page, Point, Pointer, Readings,
    Readout, Standing, Theme,
};
pub use site::{Request, Site, Variant};
pub use words::{say, word};
