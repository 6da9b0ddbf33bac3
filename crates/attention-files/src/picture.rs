//! The stage as a picture: the guests in a row, and the lines of attention over them.

use crate::markup::escape_markup;
use std::fmt::Write as _;

use attention_scene::{
    Experiment, RoomTrace, Selection, Tensor, beam, print_percent, print_short, shorten,
};

/// The colours of a picture, as SVG names colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Behind the lines.
    pub floor: &'static str,
    /// The lines of the guest who asks.
    pub lamp: &'static str,
    /// Everybody else's.
    pub hush: &'static str,
    /// A guest's badge.
    pub paper: &'static str,
    /// The badge of the guest who asks.
    pub glow: &'static str,
    /// What is written on badges.
    pub ink: &'static str,
    /// Queries, keys and values.
    pub vectors: [&'static str; 3],
}

impl Palette {
    /// Dark on light.
    pub const LIGHT: Self = Self {
        floor: "#1d1a47",
        lamp: "#ffd27d",
        hush: "#bdb5ec",
        paper: "#fffdf8",
        glow: "#ffe2a0",
        ink: "#211d33",
        vectors: ["#1a5fb4", "#a8470b", "#0a6b58"],
    };
    /// Light on dark.
    pub const DARK: Self = Self {
        floor: "#0a0920",
        lamp: "#ffd27d",
        hush: "#bdb5ec",
        paper: "#1e1d42",
        glow: "#4a3a1c",
        ink: "#f4efe4",
        vectors: ["#8cc0ff", "#ffb072", "#66d9b8"],
    };
}

/// How high the lines reach, and what is left free around everything.
const RISE: f64 = 220.0;
const MARGIN: f64 = 16.0;
/// A line of text, and how wide a character of it is.
const LINE: f64 = 20.0;
const CHARACTER: f64 = 8.0;
/// The longest name that is written out.
const NAME: usize = 20;
/// As on the page: how wide a line is at weight 0, how much wider at 1; how strong at 0.
const HAIRLINE: f64 = 1.5;
const SPREAD: f64 = 10.0;
const FAINTEST: f64 = 0.7;
/// How the lines of several heads are told apart, as on the page: by a hue and dashes.
const HEADS: [(&str, &str); 8] = [
    ("#ffd27d", "none"),
    ("#8fe3ff", "14 7"),
    ("#ffb3d1", "3 6"),
    ("#b8f29b", "18 5 3 5"),
    ("#ffffff", "7 7"),
    ("#e3c6ff", "26 6"),
    ("#ffe94d", "12 5 3 5 3 5"),
    ("#ffbe98", "3 3 3 10"),
];
/// Where along a line its weight stands.
const LABEL: f64 = 0.72;

/// Writes the stage as SVG: a badge a guest, with its vectors where there are few numbers, and the lines that are
/// selected, each with its weight; of more than [`FEW_TOKENS`](Experiment::FEW_TOKENS) guests, lines without a number.
/// A masked pair has no line.
///
/// ```
/// use attention_files::{Palette, write_stage_svg};
/// use attention_scene::{Preset, Selection};
/// let room = Preset::Walkthrough.experiment();
/// let svg = write_stage_svg(&room, Selection::of(2), &Palette::LIGHT);
/// assert!(svg.contains("<title>Bob → Bob: 87.6%</title>"));
/// ```
#[must_use]
pub fn write_stage_svg(experiment: &Experiment, selection: Selection, palette: &Palette) -> String {
    let trace = experiment.attention();
    let stage = Stage {
        experiment,
        trace: &trace,
        selection,
        palette,
        names: experiment
            .tokens()
            .iter()
            .map(|name| escape_markup(&shorten(name, NAME)))
            .collect(),
        vectors: match experiment.is_large() {
            true => Vec::new(),
            false => vectors(experiment, &trace),
        },
    };
    stage.draw()
}

/// The vectors of each guest, as they are written on its badge.
fn vectors(experiment: &Experiment, trace: &RoomTrace) -> Vec<Vec<String>> {
    let say = |tensor: Tensor, row: usize| {
        let view = trace.vectors(tensor)?;
        let numbers: Vec<String> = view.row(row).iter().copied().map(print_short).collect();
        Some(format!(
            "{} {}",
            tensor.letter().to_uppercase(),
            numbers.join(", ")
        ))
    };
    let of = |row| {
        Tensor::VECTORS
            .into_iter()
            .filter_map(|tensor| say(tensor, row))
            .collect()
    };
    (0..experiment.token_count()).map(of).collect()
}

struct Stage<'a> {
    experiment: &'a Experiment,
    trace: &'a RoomTrace,
    selection: Selection,
    palette: &'a Palette,
    names: Vec<String>,
    vectors: Vec<Vec<String>>,
}

impl Stage<'_> {
    fn draw(&self) -> String {
        let count = self.experiment.token_count() as f64;
        let longest = |texts: &[String]| {
            let width = |text: &String| text.chars().count();
            texts.iter().map(width).max().unwrap_or_default()
        };
        let widest = self.vectors.iter().map(|texts| longest(texts)).max();
        let widest = widest.unwrap_or_default().max(longest(&self.names));
        let seat = (widest as f64 * CHARACTER + 36.0).max(110.0);
        let lines = self.vectors.first().map_or(0, Vec::len) as f64;
        let badge = 2.0 * LINE + lines * LINE;
        let (width, height) = (seat * count + 2.0 * MARGIN, RISE + badge + 3.0 * MARGIN);
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" font-family=\"system-ui, sans-serif\" font-size=\"14\">\
             <rect width=\"{width}\" height=\"{height}\" rx=\"12\" fill=\"{}\"/>",
            self.palette.floor
        );
        self.lines(&mut svg, seat * count);
        for index in 0..self.names.len() {
            self.badge(&mut svg, index, seat, badge);
        }
        svg.push_str("</svg>\n");
        svg
    }

    /// The lines, those of the guest who asks over the others', and the numbers over all of them.
    fn lines(&self, svg: &mut String, width: f64) {
        let count = self.names.len();
        let heads: Vec<usize> = (0..self.trace.head_count())
            .filter(|head| self.selection.shows_head(*head))
            .collect();
        let mut labels = String::new();
        let focus = self.selection.focus;
        let others = (0..count).filter(|query| *query != focus && self.selection.shows(*query));
        for query in others.chain([focus]) {
            for (lane, head) in heads.iter().enumerate() {
                let trace = self.trace.head(*head);
                let (colour, dashes) = match (self.trace.head_count(), query == focus) {
                    (1, true) => (self.palette.lamp, "none"),
                    (1, false) => (self.palette.hush, "none"),
                    _ => HEADS[head % HEADS.len()],
                };
                for key in (0..count).filter(|key| trace.is_allowed(query, *key)) {
                    let line = beam(query, key, count).in_lane(lane, heads.len(), count);
                    let points = stretched(line.points(), width);
                    let weight = trace.weight(query, key);
                    let percent = print_percent(weight);
                    let [(a, b), (c, d), (e, f), (g, h)] = points;
                    // Writing to a String can't fail.
                    let _ = write!(
                        svg,
                        "<path d=\"M{a:.1} {b:.1}C{c:.1} {d:.1} {e:.1} {f:.1} {g:.1} {h:.1}\" fill=\"none\" \
                         stroke=\"{colour}\" stroke-width=\"{:.2}\" stroke-opacity=\"{:.2}\" \
                         stroke-dasharray=\"{dashes}\"><title>{} → {}: {percent}</title></path>",
                        HAIRLINE + SPREAD * weight,
                        FAINTEST + (1.0 - FAINTEST) * weight,
                        self.names[query],
                        self.names[key],
                    );
                    if !self.experiment.is_crowded() {
                        let (x, y) = along(points, LABEL);
                        let _ = write!(
                            labels,
                            "<text x=\"{x:.1}\" y=\"{y:.1}\" dy=\"0.35em\" text-anchor=\"middle\" font-size=\"12\" \
                             fill=\"{colour}\" stroke=\"{}\" stroke-width=\"4\" stroke-linejoin=\"round\" \
                             paint-order=\"stroke\">{percent}</text>",
                            self.palette.floor,
                        );
                    }
                }
            }
        }
        svg.push_str(&labels);
    }

    fn badge(&self, svg: &mut String, index: usize, seat: f64, height: f64) {
        let is_asking = index == self.selection.focus;
        let (fill, edge) = match is_asking {
            true => (self.palette.glow, self.palette.lamp),
            false => (self.palette.paper, self.palette.hush),
        };
        let (left, top) = (MARGIN + seat * index as f64, RISE + 2.0 * MARGIN);
        let middle = left + seat / 2.0;
        let _ = write!(
            svg,
            "<rect x=\"{:.1}\" y=\"{top}\" width=\"{:.1}\" height=\"{height}\" rx=\"8\" fill=\"{fill}\" \
             stroke=\"{edge}\" stroke-width=\"2\"/>\
             <text x=\"{middle:.1}\" y=\"{:.1}\" text-anchor=\"middle\" font-weight=\"bold\" fill=\"{}\">{}</text>",
            left + 6.0,
            seat - 12.0,
            top + 1.25 * LINE,
            self.palette.ink,
            self.names[index],
        );
        let vectors = self.vectors.get(index).into_iter().flatten();
        for (place, (text, colour)) in vectors.zip(self.palette.vectors).enumerate() {
            let _ = write!(
                svg,
                "<text x=\"{middle:.1}\" y=\"{:.1}\" text-anchor=\"middle\" font-size=\"13\" fill=\"{colour}\">{text}</text>",
                top + (place as f64 + 2.35) * LINE,
            );
        }
    }
}

/// Points of the unit square, stretched over the stage.
fn stretched(points: [(f64, f64); 4], width: f64) -> [(f64, f64); 4] {
    points.map(|(x, y)| (MARGIN + x * width, 2.0 * MARGIN + y * RISE))
}

/// A point on a cubic curve.
fn along([a, b, c, d]: [(f64, f64); 4], at: f64) -> (f64, f64) {
    let rest = 1.0 - at;
    let mix = |a: f64, b: f64, c: f64, d: f64| {
        rest * rest * rest * a
            + 3.0 * rest * rest * at * b
            + 3.0 * rest * at * at * c
            + at * at * at * d
    };
    (mix(a.0, b.0, c.0, d.0), mix(a.1, b.1, c.1, d.1))
}
