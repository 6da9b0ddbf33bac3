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

pub(crate) use panel::Charts;
pub(crate) use weight_bars::WeightBars;
