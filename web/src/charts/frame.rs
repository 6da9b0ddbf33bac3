//! The part of the bar chart that stays while bars move: axis, names, marks.

use plotters::{coord::ranged1d::IntoSegmentedCoord, prelude::*};

use super::canvas::{Canvas, GRID, INK, MARK};

/// The chart's width in its own units, scaled by the style sheet to the space there is.
pub(super) const WIDTH: u32 = 340;
const ROW: u32 = 34;
const AXIS: u32 = 26;
const NAMES: u32 = 92;
const AFTER: u32 = 26;
const TEXT: i32 = 17;
/// The longest name that fits beside the bars; a longer one is cut, and whole in the text alternative.
const NAME: usize = 10;

/// The frame as SVG, and where its bars go.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Frame {
    /// A whole `<svg>` element.
    pub(super) svg: String,
    /// The height in the chart's own units.
    pub(super) height: u32,
    /// Where weight 0 and weight 1 stand.
    pub(super) zero: i32,
    pub(super) one: i32,
    /// The middle of each bar.
    pub(super) middles: Vec<i32>,
}

/// Draws the frame for these names, with a mark at each of the published weights.
pub(super) fn draw(names: &[String], published: &[f64]) -> Option<Frame> {
    let count = names.len();
    let height = ROW * count as u32 + AXIS;
    let mut svg = String::new();
    let (zero, one, middles) = {
        let root = Canvas::new(&mut svg, (WIDTH, height)).into_drawing_area();
        // Rows count from the bottom; the first guest comes on top.
        let row = |key_index: usize| count - 1 - key_index;
        let mut chart = ChartBuilder::on(&root)
            .x_label_area_size(AXIS)
            .y_label_area_size(NAMES)
            .margin_right(AFTER)
            .build_cartesian_2d(0.0..1.0, (0..count).into_segmented())
            .ok()?;
        let label = |segment: &SegmentValue<usize>| match segment {
            SegmentValue::CenterOf(from_bottom) if *from_bottom < count => {
                cut(&names[row(*from_bottom)])
            }
            _ => String::new(),
        };
        chart
            .configure_mesh()
            .disable_y_mesh()
            .x_labels(3)
            .x_label_formatter(&|weight| format!("{:.0}%", weight * 100.0))
            .y_labels(count)
            .y_label_formatter(&label)
            .axis_style(GRID)
            .bold_line_style(GRID)
            .light_line_style(TRANSPARENT)
            .label_style(("sans-serif", TEXT, &INK))
            .draw()
            .ok()?;
        for (key_index, weight) in published.iter().enumerate().take(count) {
            let ends = [
                SegmentValue::Exact(row(key_index)),
                SegmentValue::Exact(row(key_index) + 1),
            ];
            let mark = PathElement::new(ends.map(|end| (*weight, end)), MARK.stroke_width(2));
            chart.draw_series([mark]).ok()?;
        }
        let place = |weight: f64, from_bottom: usize| {
            chart.backend_coord(&(weight, SegmentValue::CenterOf(from_bottom)))
        };
        let middles = (0..count)
            .map(|key_index| place(0.0, row(key_index)).1)
            .collect();
        let ends = (place(0.0, 0).0, place(1.0, 0).0);
        root.present().ok()?;
        (ends.0, ends.1, middles)
    };
    Some(Frame {
        svg,
        height,
        zero,
        one,
        middles,
    })
}

fn cut(name: &str) -> String {
    if name.chars().count() <= NAME {
        return name.to_owned();
    }
    let start: String = name.chars().take(NAME - 1).collect();
    format!("{start}…")
}
