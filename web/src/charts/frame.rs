//! The part of the bar chart that stays while bars move: axis, names, marks.

use attention_scene::shorten;
use plotters::{
    coord::{CoordTranslate, types::RangedCoordf64},
    prelude::Cartesian2d,
    style::text_anchor::{HPos, VPos},
};

use super::{
    canvas::{GRID, MARK},
    pen,
};

/// The chart's width in its own units, scaled by the style sheet to the space there is.
pub(super) const WIDTH: u32 = 340;
/// Where weight 0 and weight 1 stand: names go before, half of "100%" after.
pub(super) const ZERO: i32 = 96;
pub(super) const ONE: i32 = 316;
const ROW: i32 = 34;
const AXIS: i32 = 24;
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
    /// Where bars begin, and where the longest ends.
    pub(super) zero: i32,
    pub(super) one: i32,
    /// The middle of each bar.
    pub(super) middles: Vec<i32>,
}

/// Draws the frame for these names, with a mark at each of the published weights.
pub(super) fn draw(names: &[String], published: &[f64]) -> Option<Frame> {
    let ticks = [0.0, 0.5, 1.0].map(|weight| (weight, format!("{:.0}%", weight * 100.0)));
    let ticks = ticks.each_ref().map(|(at, label)| (*at, label.as_str()));
    bars(names, &ticks, published)
}

/// Draws the frame of bars beside these names, over an axis from 0 to 1 with these ticks, with a
/// mark in the first rows at each of the numbers marked.
pub(super) fn bars(names: &[String], ticks: &[(f64, &str)], marked: &[f64]) -> Option<Frame> {
    let rows = names.len() as f64;
    let foot = ROW * names.len() as i32;
    let height = foot + AXIS;
    // Across: the axis. Down: guests, the first on top, each in the middle of its row.
    let plane = Cartesian2d::<RangedCoordf64, RangedCoordf64>::new(
        0.0..1.0,
        0.0..rows,
        (ZERO..ONE, 0..foot),
    );
    let middle = |row: usize| row as f64 + 0.5;
    let middles = (0..names.len())
        .map(|row| plane.translate(&(0.0, middle(row))).1)
        .collect();
    let svg = pen::draw((WIDTH as i32, height), |pen| {
        for (at, label) in ticks {
            let ends = [0.0, rows].map(|down| plane.translate(&(*at, down)));
            pen.line(ends, GRID, 1)?;
            // A long label at an end reaches inwards.
            let across = match *at {
                _ if pen::width_of(label) <= 2 * (WIDTH as i32 - ONE) => HPos::Center,
                0.0 => HPos::Left,
                _ => HPos::Right,
            };
            pen.text(label, (ends[1].0, foot + 5), across, VPos::Top)?;
        }
        for (row, name) in names.iter().enumerate() {
            let place = plane.translate(&(-0.03, middle(row)));
            pen.text(&shorten(name, NAME), place, HPos::Right, VPos::Center)?;
        }
        for (row, at) in marked.iter().enumerate().take(names.len()) {
            let ends = [-MARKED, MARKED].map(|reach| plane.translate(&(*at, middle(row) + reach)));
            pen.line(ends, MARK, 2)?;
        }
        Some(())
    })?;
    Some(Frame {
        svg,
        height,
        zero: ZERO,
        one: ONE,
        middles,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn svg(name: &str) -> String {
        draw(&[name.to_owned()], &[0.5]).unwrap().svg
    }

    #[test]
    fn a_name_is_text_whatever_it_says() {
        let svg = svg("<img src=x onerror=alert(1)>");
        // Cut, and every bracket escaped: no element but plotters' own.
        assert!(svg.contains("&lt;img src=…"), "{svg}");
        assert!(!svg.contains("<img"), "{svg}");
        let short = self::svg("<b>&\"'");
        assert!(short.contains("&lt;b&gt;&amp;&quot;&apos;"), "{short}");
    }

    #[test]
    fn a_name_from_right_to_left_stays_in_order() {
        let svg = svg("מרים");
        assert!(svg.contains("מרים"), "{svg}");
        // Anchored at the bars, where the style sheet keeps charts from left to right.
        assert!(svg.contains(r#"text-anchor="end""#), "{svg}");
    }
}
