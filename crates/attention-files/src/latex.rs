//! The computation as a LaTeX document.

mod text;

use std::fmt::Write as _;

use attention_scene::{Axis, Experiment, Source, Tensor, Trace, print_exact};

/// What every document begins with. pdfTeX knows few characters; the others take names as they are.
const BEGIN: &str = r"% Compile with pdfLaTeX, XeLaTeX or LuaLaTeX.
\documentclass{article}
\usepackage[landscape,margin=15mm]{geometry}
\usepackage{iftex}
\ifPDFTeX\usepackage[T1]{fontenc}\fi
\usepackage{amsmath}
\allowdisplaybreaks
\setcounter{MaxMatrixCols}{128}
\setlength{\parindent}{0pt}
% A character, or its number where pdfTeX has none.
\newcommand{\character}[2]{\ifPDFTeX\texttt{U+#2}\else#1\fi}
\begin{document}
";
const END: &str = "\\end{document}\n";

/// How many decimal places numbers that were worked out are given.
const PLACES: usize = 4;

/// Writes a document with the computation in its numbers: what is edited as it stands, what follows from it rounded to
/// four decimal places; of more than [`FEW_TOKENS`](Experiment::FEW_TOKENS) guests, the row of the one who asks alone.
/// It compiles with pdfLaTeX, XeLaTeX and LuaLaTeX, and needs amsmath, geometry and iftex.
///
/// ```
/// use attention_scene::Preset;
/// let document = attention_files::write_latex(&Preset::Walkthrough.experiment(), 2);
/// assert!(document.contains(r"Q = \begin{bmatrix} 1 & 2 \\ 0 & 1 \\ 2 & 3 \end{bmatrix}"));
/// ```
#[must_use]
pub fn write_latex(experiment: &Experiment, focus: usize) -> String {
    let mut document = Document {
        text: BEGIN.to_owned(),
        experiment,
        rows: match experiment.is_crowded() {
            true => {
                focus.min(experiment.token_count() - 1)..focus.min(experiment.token_count() - 1) + 1
            }
            false => 0..experiment.token_count(),
        },
    };
    document.guests();
    document.vectors();
    let trace = experiment.attention();
    let heads = trace.head_count();
    for index in 0..heads {
        document.head(trace.head(index), (heads > 1).then_some(index));
    }
    if let Some(merge) = trace.merge() {
        document.edited(Tensor::OutputWeights);
        let rows = document.rows.clone();
        let outputs = rows.map(|row| merge.output(row).iter().copied().map(rounded).collect());
        let together: Vec<String> = (1..=heads).map(|head| format!("O^{{({head})}}")).collect();
        let name = document.of_rows(&format!(
            "\\begin{{bmatrix}} {} \\end{{bmatrix}} W_O",
            together.join(" & ")
        ));
        let outputs = outputs.collect();
        document.formula(&name, "\\approx", &outputs);
    }
    document.text + END
}

type Rows = Vec<Vec<String>>;

struct Document<'a> {
    text: String,
    experiment: &'a Experiment,
    /// Whose rows are worked out.
    rows: std::ops::Range<usize>,
}

impl Document<'_> {
    fn guests(&mut self) {
        for (index, name) in self.experiment.tokens().iter().enumerate() {
            let comma = if index == 0 { "" } else { ", " };
            let name = text::escaped(name);
            // Writing to a String can't fail.
            let _ = write!(self.text, "{comma}${}$~{name}", index + 1);
        }
        self.text.push_str("\n\n");
    }

    fn vectors(&mut self) {
        if self.experiment.source() == Source::Given {
            for tensor in Tensor::VECTORS {
                self.edited(tensor);
            }
            return;
        }
        self.edited(Tensor::Embeddings);
        let trace = self.experiment.attention();
        let mut input = "E";
        if let Some(positions) = trace.positions() {
            let row = |row| positions.row(row).iter().copied().map(rounded).collect();
            let positions: Rows = (0..positions.rows()).map(row).collect();
            self.formula("P", "\\approx", &positions);
            input = "(E + P)";
        }
        for (tensor, made) in Tensor::PROJECTIONS.into_iter().zip(Tensor::VECTORS) {
            self.edited(tensor);
            if let Some(view) = trace.vectors(made) {
                let row = |row| view.row(row).iter().copied().map(rounded).collect();
                let name = format!("{} = {input} {}", letter(made), letter(tensor));
                let rows: Rows = (0..view.rows()).map(row).collect();
                self.formula(&name, "\\approx", &rows);
            }
        }
    }

    fn edited(&mut self, tensor: Tensor) {
        let matrix = self.experiment.matrix(tensor);
        let row = |row| matrix.row(row).iter().copied().map(exact).collect();
        let rows = (0..matrix.rows()).map(row).collect();
        self.formula(letter(tensor), "=", &rows);
    }

    fn head(&mut self, head: &Trace, index: Option<usize>) {
        let of = index
            .map(|index| format!("^{{({})}}", index + 1))
            .unwrap_or_default();
        let factor = match head.scale_factor() {
            1.0 => String::new(),
            _ => {
                let d_k = self.experiment.dimension(Axis::Key);
                format!(" \\cdot \\tfrac{{1}}{{\\sqrt{{{d_k}}}}}")
            }
        };
        let temperature = match head.temperature() {
            1.0 => String::new(),
            other => format!(" \\cdot \\tfrac{{1}}{{{}}}", exact(other)),
        };
        let cells = |cell: &dyn Fn(usize, usize) -> String| -> Rows {
            let row = |query| (0..head.n_keys()).map(|key| cell(query, key)).collect();
            self.rows.clone().map(row).collect()
        };
        let scores = cells(&|query, key| rounded(head.score(query, key)));
        let heard = |query, key| match head.is_allowed(query, key) {
            true => rounded(head.scaled(query, key)),
            false => "-\\infty".to_owned(),
        };
        let scaled = cells(&heard);
        let weights = cells(&|query, key| rounded(head.weight(query, key)));
        let outputs: Rows = self
            .rows
            .clone()
            .map(|query| head.output(query).iter().copied().map(rounded).collect())
            .collect();
        let name = self.of_rows(&format!("S{of} = Q{of} {{K{of}}}^{{\\top}}"));
        self.formula(&name, "\\approx", &scores);
        let name = self.of_rows(&format!("Z{of} = S{of}{factor}{temperature}"));
        self.formula(&name, "\\approx", &scaled);
        let name = self.of_rows(&format!("A{of} = \\operatorname{{softmax}}(Z{of})"));
        self.formula(&name, "\\approx", &weights);
        let name = self.of_rows(&format!("O{of} = A{of} V{of}"));
        self.formula(&name, "\\approx", &outputs);
    }

    /// A matrix's name, or, where one row of it is worked out, that row's.
    fn of_rows(&self, name: &str) -> String {
        match self.experiment.is_crowded() {
            true => format!("\\Bigl({name}\\Bigr)_{{{}}}", self.rows.start + 1),
            false => name.to_owned(),
        }
    }

    fn formula(&mut self, name: &str, relation: &str, rows: &Rows) {
        let rows: Vec<String> = rows.iter().map(|row| row.join(" & ")).collect();
        let rows = rows.join(" \\\\ ");
        let _ = writeln!(
            self.text,
            "\\[ {name} {relation} \\begin{{bmatrix}} {rows} \\end{{bmatrix}} \\]"
        );
    }
}

const fn letter(tensor: Tensor) -> &'static str {
    match tensor {
        Tensor::Queries => "Q",
        Tensor::Keys => "K",
        Tensor::Values => "V",
        Tensor::Embeddings => "E",
        Tensor::Positions => "P",
        Tensor::QueryWeights => "W_Q",
        Tensor::KeyWeights => "W_K",
        Tensor::ValueWeights => "W_V",
        Tensor::OutputWeights => "W_O",
    }
}

/// A number as it stands.
fn exact(number: f64) -> String {
    powers(&print_exact(number))
}

/// A number to a few places, without the zeros at its end.
fn rounded(number: f64) -> String {
    let is_plain = number == 0.0 || (1e-4..1e7).contains(&number.abs());
    if !is_plain {
        return powers(&format!("{number:.PLACES$e}"));
    }
    let text = format!("{number:.PLACES$}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0" } else { text }.to_owned()
}

/// A number whose power of ten, if it has one, is written as one.
fn powers(number: &str) -> String {
    match number.split_once('e') {
        Some((mantissa, exponent)) => {
            let exponent = exponent.trim_start_matches('+');
            format!("{mantissa} \\cdot 10^{{{exponent}}}")
        }
        None => number.to_owned(),
    }
}
