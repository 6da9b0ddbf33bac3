//! Charts, drawn by plotters. What stays while a slider moves is drawn once; what moves in it is
//! moved by attributes.

mod canvas;
mod frame;
mod weight_bars;

pub(crate) use weight_bars::WeightBars;
