//! The part of the matrix that stays: who asks, at its side; who is heard, above it.

use attention_scene::shorten;
use plotters::style::text_anchor::{HPos, VPos};

use crate::charts::pen::{self, width_of};

/// How much room names at the side take.
const SIDE: i32 = 100;
/// How wide the whole may be on a phone, where cells needn't be narrower than their numbers.
const PHONE: i32 = 300;
const NARROWEST: i32 = 44;
const HEIGHT: i32 = 36;
/// Room around names and cells.
const MARGIN: i32 = 6;
/// The longest name that fits; a longer one is cut, and whole in its cells' names.
const NAME: usize = 10;

/// The frame as SVG, and where its cells go, in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Frame {
    /// A whole `<svg>` element.
    pub(super) svg: String,
    /// Its size.
    pub(super) width: i32,
    pub(super) height: i32,
    /// Where the first cell begins.
    pub(super) left: i32,
    pub(super) top: i32,
    /// A cell's size, with the gap to the next.
    pub(super) cell: (i32, i32),
}

/// Draws the frame for these names, those above the columns upwards where they are wider than a
/// column.
pub(super) fn draw(names: &[String]) -> Option<Frame> {
    let count = names.len() as i32;
    let short: Vec<String> = names.iter().map(|name| shorten(name, NAME)).collect();
    let cell = (((PHONE - SIDE) / count.max(1)).max(NARROWEST), HEIGHT);
    let longest = short.iter().map(|name| width_of(name)).max()?;
    let fits = longest + MARGIN <= cell.0;
    let top = if fits {
        2 * MARGIN + pen::TEXT
    } else {
        longest + 2 * MARGIN
    };
    let (width, height) = (
        SIDE + count * cell.0 + MARGIN,
        top + count * cell.1 + MARGIN,
    );
    let svg = pen::draw((width, height), |pen| {
        for (index, name) in (0..).zip(&short) {
            let across = SIDE + index * cell.0 + cell.0 / 2;
            let down = top + index * cell.1 + cell.1 / 2;
            pen.text(name, (SIDE - 2 * MARGIN, down), HPos::Right, VPos::Center)?;
            match fits {
                true => pen.text(name, (across, top - MARGIN), HPos::Center, VPos::Bottom)?,
                false => pen.text_upwards(name, (across, top - MARGIN))?,
            }
        }
        Some(())
    })?;
    Some(Frame {
        svg,
        width,
        height,
        left: SIDE,
        top,
        cell,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(names: &[&str]) -> Frame {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        draw(&names).unwrap()
    }

    #[test]
    fn three_guests_fit_on_a_phone_and_twelve_keep_room_for_their_numbers() {
        assert!(frame(&["Alice", "introduced", "Bob"]).width <= PHONE + MARGIN);
        let twelve = frame(&["Bob"; 12]);
        assert_eq!(twelve.cell, (NARROWEST, HEIGHT));
        assert!(twelve.width >= 12 * NARROWEST);
    }

    #[test]
    fn names_wider_than_a_column_run_upwards() {
        assert!(!frame(&["Al", "Bo"]).svg.contains("rotate"));
        assert_eq!(
            frame(&["introduced"; 6]).svg.matches("rotate(270").count(),
            6
        );
    }

    #[test]
    fn names_are_text_whatever_they_say() {
        let svg = frame(&["<svg/onload=alert(1)>", "&lt;b&gt;", "שלום"]).svg;
        assert_eq!(svg.matches("<svg").count(), 1, "{svg}");
        assert!(svg.contains("&amp;lt;b&amp;gt;"), "{svg}");
        assert!(svg.contains("שלום"), "{svg}");
    }
}
