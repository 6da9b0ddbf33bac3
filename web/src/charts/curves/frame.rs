//! The part of the curves' chart that stays: both axes.

use attention_scene::place_of_temperature;
use plotters::style::text_anchor::{HPos, VPos};

use crate::charts::{
    canvas::GRID,
    pen::{self, Point},
};

/// The chart's size in its own units, scaled by the style sheet to the space there is.
pub(super) const SIZE: Point = (340, 270);
/// Where the plane of temperatures and weights lies: weight labels before it, names after it.
const LEFT: i32 = 44;
const RIGHT: i32 = 226;
const TOP: i32 = 10;
const FOOT: i32 = 226;
/// Where names stand beside the ends of their curves.
pub(super) const NAMES: i32 = RIGHT + 20;
/// The longest name that fits there; a longer one is cut, and whole in the text alternative.
pub(super) const NAME: usize = 10;
/// The temperatures that are named.
const TEMPERATURES: [(f64, &str); 4] = [(0.1, "0.1"), (0.5, "0.5"), (2.0, "2"), (10.0, "10")];

/// Where a temperature stands.
pub(super) fn across(temperature: f64) -> f64 {
    f64::from(LEFT) + place_of_temperature(temperature) * f64::from(RIGHT - LEFT)
}

/// Where a weight stands.
pub(super) fn down(weight: f64) -> f64 {
    f64::from(FOOT) - weight * f64::from(FOOT - TOP)
}

/// The ends of the plane: left, right, top, foot.
pub(super) const PLANE: [i32; 4] = [LEFT, RIGHT, TOP, FOOT];

/// Draws both axes.
pub(super) fn draw(axis: &str) -> Option<String> {
    pen::draw(SIZE, |pen| {
        for weight in [0.0, 0.5, 1.0] {
            let at = down(weight).round() as i32;
            pen.line([(LEFT, at), (RIGHT, at)], GRID, 1)?;
            let label = format!("{:.0}%", weight * 100.0);
            pen.text(&label, (LEFT - 5, at), HPos::Right, VPos::Center)?;
        }
        for (temperature, label) in TEMPERATURES {
            let at = across(temperature).round() as i32;
            pen.line([(at, TOP), (at, FOOT)], GRID, 1)?;
            pen.text(label, (at, FOOT + 7), HPos::Center, VPos::Top)?;
        }
        let middle = (LEFT + RIGHT) / 2;
        pen.text(axis, (middle, FOOT + 25), HPos::Center, VPos::Top)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn temperatures_and_weights_stand_where_the_axes_say() {
        assert_eq!(across(0.1), f64::from(LEFT));
        assert_eq!(across(1.0), f64::from(LEFT + RIGHT) / 2.0);
        assert_eq!(down(0.5), f64::from(TOP + FOOT) / 2.0);
        let svg = draw("temperature <b>").unwrap();
        assert!(svg.contains("temperature &lt;b&gt;"));
    }
}
