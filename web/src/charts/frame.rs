//! The part of the bar chart that stays while bars move: axis, names, marks.

use attention_scene::shorten;
use plotters::{
    coord::types::RangedCoordf64,
    prelude::*,
    style::text_anchor::{HPos, Pos, VPos},
};

use super::canvas::{Canvas, GRID, INK, MARK};

/// The chart's width in its own units, scaled by the style sheet to the space there is.
pub(super) const WIDTH: u32 = 340;
/// Where weight 0 and weight 1 stand: names go before, half of "100%" after.
const ZERO: i32 = 96;
const ONE: i32 = 316;
const ROW: i32 = 34;
const AXIS: i32 = 24;
const TEXT: i32 = 15;
/// How far a mark reaches over and under its bar's middle, in rows.
const MARKED: f64 = 0.42;
/// The longest name that fits beside the bars; a longer one is cut, and whole in the text
/// alternative.
const NAME: usize = 10;

/// The frame as SVG, and where its bars go.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Frame {
    /// A whole `<svg>` element.
    pub(super) svg: String,
    /// The height in the chart's own units.
    pub(super) height: i32,
    /// Where weight 0 and weight 1 stand.
    pub(super) zero: i32,
    pub(super) one: i32,
    /// The middle of each bar.
    pub(super) middles: Vec<i32>,
}

/// Draws the frame for these names, with a mark at each of the published weights.
pub(super) fn draw(names: &[String], published: &[f64]) -> Option<Frame> {
    let rows = names.len() as f64;
    let foot = ROW * names.len() as i32;
    let height = foot + AXIS;
    let mut svg = String::new();
    // Across: weights. Down: guests, the first on top, each in the middle of its row.
    let plane = Cartesian2d::<RangedCoordf64, RangedCoordf64>::new(
        0.0..1.0,
        0.0..rows,
        (ZERO..ONE, 0..foot),
    );
    let middle = |key_index: usize| key_index as f64 + 0.5;
    let middles = (0..names.len())
        .map(|key_index| plane.translate(&(0.0, middle(key_index))).1)
        .collect();
    {
        let canvas = Canvas::new(&mut svg, (WIDTH, height as u32)).into_drawing_area();
        let chart = canvas.apply_coord_spec(plane);
        let text = |x, y| {
            let font = (FontFamily::SansSerif, TEXT).into_text_style(&canvas);
            font.color(&INK).pos(Pos::new(x, y))
        };
        for weight in [0.0, 0.5, 1.0] {
            let line = vec![(weight, 0.0), (weight, rows)];
            chart
                .draw(&PathElement::new(line, GRID.stroke_width(1)))
                .ok()?;
            let label = format!("{:.0}%", weight * 100.0);
            let style = text(HPos::Center, VPos::Top);
            chart
                .draw(&Text::new(label, (weight, rows + 0.15), style))
                .ok()?;
        }
        for (key_index, name) in names.iter().enumerate() {
            let style = text(HPos::Right, VPos::Center);
            let place = (-0.03, middle(key_index));
            chart
                .draw(&Text::new(shorten(name, NAME), place, style))
                .ok()?;
        }
        for (key_index, weight) in published.iter().enumerate().take(names.len()) {
            let ends = [-MARKED, MARKED].map(|reach| (*weight, middle(key_index) + reach));
            chart
                .draw(&PathElement::new(ends, MARK.stroke_width(2)))
                .ok()?;
        }
        canvas.present().ok()?;
    }
    Some(Frame {
        svg,
        height,
        zero: ZERO,
        one: ONE,
        middles,
    })
}
