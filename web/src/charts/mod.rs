//! Charts, drawn by plotters. What stays while a slider moves is drawn once; what moves in it is
//! moved by attributes.

mod before;
mod canvas;
mod curves;
mod entropy;
mod frame;
mod matrix;
mod panel;
mod pen;
mod weight_bars;

/// The marks of the weights that the post prints, by the colour that stands for them.
pub(crate) const MARKS: &str = ".bars [stroke='#030303']";

pub(crate) use panel::Charts;
pub(crate) use weight_bars::{WeightBars, alternative, length, published};
