//! Plotters' pen, in a chart's own units.

use plotters::{
    coord::Shift,
    prelude::*,
    style::{
        FontTransform,
        text_anchor::{HPos, Pos, VPos},
    },
};

use super::canvas::{Canvas, INK};

/// The size of a chart's text in its own units, of which plotters writes 1/1.24 as the font's.
pub(super) const TEXT: i32 = 18;
/// How wide a character of it is at most, on average.
const CHARACTER: f64 = 0.62 * TEXT as f64 / 1.24;

/// A point in a chart's own units.
pub(super) type Point = (i32, i32);

/// Draws what stays in a chart, into one `<svg>`.
pub(super) struct Pen<'a>(DrawingArea<Canvas<'a>, Shift>);

/// Draws a chart of this size. Nothing comes of it where plotters can't.
pub(super) fn draw(size: Point, act: impl FnOnce(&Pen<'_>) -> Option<()>) -> Option<String> {
    let mut svg = String::new();
    {
        let size = (size.0.unsigned_abs(), size.1.unsigned_abs());
        let pen = Pen(Canvas::new(&mut svg, size).into_drawing_area());
        act(&pen)?;
        pen.0.present().ok()?;
    }
    Some(svg)
}

impl Pen<'_> {
    /// A straight line.
    pub(super) fn line(&self, ends: [Point; 2], color: RGBColor, width: u32) -> Option<()> {
        let line = PathElement::new(ends, color.stroke_width(width));
        self.0.draw(&line).ok()
    }

    /// A text, anchored at a point.
    pub(super) fn text(&self, text: &str, at: Point, across: HPos, down: VPos) -> Option<()> {
        self.write(text, at, Pos::new(across, down), FontTransform::None)
    }

    /// A text that runs upwards from a point.
    pub(super) fn text_upwards(&self, text: &str, at: Point) -> Option<()> {
        let anchor = Pos::new(HPos::Left, VPos::Center);
        self.write(text, at, anchor, FontTransform::Rotate270)
    }

    fn write(&self, text: &str, at: Point, anchor: Pos, turn: FontTransform) -> Option<()> {
        let font = (FontFamily::SansSerif, TEXT).into_text_style(&self.0);
        let style = font.transform(turn).color(&INK).pos(anchor);
        self.0.draw(&Text::new(text, at, style)).ok()
    }
}

/// How wide a text is at most.
pub(super) fn width_of(text: &str) -> i32 {
    (text.chars().count() as f64 * CHARACTER).ceil() as i32
}
