//! Every number of the computation that the page carries, and whether it is the right one.

use std::collections::BTreeSet;

use anyhow::Result;
use serde::Deserialize;

use super::Page;
use crate::Attention;

/// What the page carries for other programs.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Readings {
    /// The elements with `data-readout`.
    pub readouts: Vec<Readout>,
    /// The paths with `data-line`.
    pub lines: Vec<Line>,
}

/// One number of the computation.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Readout {
    /// `score`, `scaled`, `weight`, `output`, …
    pub kind: String,
    /// Of which head, where there are several.
    pub head: Option<usize>,
    /// Whose row.
    pub query: usize,
    /// The key, or for an output the component.
    pub column: usize,
    /// The attribute's text: the number in full.
    pub value: String,
    /// What a person reads.
    pub text: String,
}

/// One line of attention.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Line {
    /// Of which head, where there are several.
    pub head: Option<usize>,
    /// Who asks.
    pub query: usize,
    /// Who is heard.
    pub key: usize,
    /// The attribute's text: the weight in full.
    pub weight: String,
    /// How wide it is drawn.
    pub width: f64,
}

const READ: &str = r#"
    const all = (selector) => [...document.querySelectorAll(selector)];
    return {
        readouts: all("[data-readout]").map(({ dataset, textContent }) => ({
            kind: dataset.readout,
            head: dataset.head === undefined ? null : Number(dataset.head),
            query: Number(dataset.query ?? dataset.token),
            column: Number(dataset.key ?? dataset.component),
            value: dataset.value,
            text: textContent,
        })),
        lines: all("path[data-line]").map((line) => ({
            head: line.dataset.head === undefined ? null : Number(line.dataset.head),
            query: Number(line.dataset.query),
            key: Number(line.dataset.key),
            weight: line.dataset.weight,
            width: parseFloat(getComputedStyle(line).strokeWidth),
        })),
    };
"#;

impl Page<'_> {
    /// Reads everything at once.
    ///
    /// # Errors
    ///
    /// When an attribute is missing.
    pub async fn readings(self) -> Result<Readings> {
        self.script(READ, vec![]).await
    }
}

impl Readings {
    /// What belongs to one of several heads.
    #[must_use]
    pub fn of_head(&self, head: usize) -> Self {
        let is_its_own = |of: &Option<usize>| *of == Some(head);
        let (readouts, lines) = (self.readouts.iter(), self.lines.iter());
        Self {
            readouts: readouts
                .filter(|one| is_its_own(&one.head))
                .cloned()
                .collect(),
            lines: lines.filter(|one| is_its_own(&one.head)).cloned().collect(),
        }
    }

    /// The readouts of one kind and row that aren't what they should be, or aren't there.
    #[must_use]
    pub fn wrong(&self, kind: &str, query: usize, expected: &[f64]) -> Vec<String> {
        let mut wrong = Vec::new();
        for (column, expected) in expected.iter().enumerate() {
            let its_own = |one: &&Readout| (one.query, one.column) == (query, column);
            let found = self.readouts.iter().filter(|one| one.kind == kind);
            let found: Vec<_> = found.filter(its_own).collect();
            let right = |one: &&Readout| agrees(&one.value, *expected);
            if found.is_empty() || !found.iter().all(right) {
                wrong.push(format!(
                    "{kind} {query},{column} is {found:?}, not {expected}"
                ));
            }
        }
        wrong
    }

    /// Everything that isn't as it should be, a sentence each: every score, scaled score, weight
    /// and output must stand there and be right wherever it stands, and there must be one line
    /// for each pair of the rows that are shown, and none where a guest may not listen.
    #[must_use]
    pub fn differences(&self, attention: &Attention, shown: &[usize]) -> Vec<String> {
        let rows: Vec<usize> = (0..attention.scores.len()).collect();
        self.differences_in(&rows, attention, shown)
    }

    /// The same where one row alone is shown, in numbers and in lines.
    #[must_use]
    pub fn differences_in_row(&self, attention: &Attention, query: usize) -> Vec<String> {
        let mut differences = self.differences_in(&[query], attention, &[query]);
        let others = self.readouts.iter().filter(|one| one.query != query);
        differences.extend(others.map(|one| format!("{one:?} is of another row")));
        differences
    }

    fn differences_in(
        &self,
        rows: &[usize],
        attention: &Attention,
        shown: &[usize],
    ) -> Vec<String> {
        let mut differences = Vec::new();
        let tables = [
            ("score", &attention.scores),
            ("scaled", &attention.scaled),
            ("weight", &attention.weights),
            ("output", &attention.outputs),
        ];
        for (kind, table) in tables {
            for &query in rows {
                for (column, expected) in table[query].iter().enumerate() {
                    let mut found = self
                        .readouts
                        .iter()
                        .filter(|one| {
                            one.kind == kind && (one.query, one.column) == (query, column)
                        })
                        .peekable();
                    if found.peek().is_none() {
                        differences.push(format!("no {kind} {query},{column}"));
                    }
                    let wrong = found.filter(|one| !agrees(&one.value, *expected));
                    differences.extend(wrong.map(|one| {
                        format!("{kind} {query},{column} is {}, not {expected}", one.value)
                    }));
                }
            }
        }
        differences.extend(self.wrong_lines(attention, shown));
        differences
    }

    fn wrong_lines(&self, attention: &Attention, shown: &[usize]) -> Vec<String> {
        let mut differences = Vec::new();
        let keys = attention.scores.first().map_or(0, Vec::len);
        let expected: BTreeSet<_> = shown
            .iter()
            .flat_map(|query| (0..keys).map(move |key| (*query, key)))
            .filter(|pair| !attention.masked.contains(pair))
            .collect();
        let drawn: BTreeSet<_> = self
            .lines
            .iter()
            .map(|line| (line.query, line.key))
            .collect();
        if drawn != expected || self.lines.len() != expected.len() {
            differences.push(format!("lines for {drawn:?}, not for {expected:?}"));
        }
        for line in &self.lines {
            let weight = attention
                .weights
                .get(line.query)
                .and_then(|row| row.get(line.key));
            if !weight.is_some_and(|weight| agrees(&line.weight, *weight)) {
                differences.push(format!(
                    "line {},{} weighs {}, not {weight:?}",
                    line.query, line.key, line.weight
                ));
            }
        }
        differences
    }
}

/// Whether a number in full is the expected one, but for the last digits that two ways of adding
/// up may differ in.
fn agrees(text: &str, expected: f64) -> bool {
    text.parse::<f64>()
        .is_ok_and(|number| (number - expected).abs() <= 1e-12 * expected.abs().max(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Numbers;

    #[test]
    fn what_is_missing_wrong_or_too_much_is_told() {
        let attention = Numbers::walkthrough().attend();
        let readings = Readings {
            readouts: vec![Readout {
                kind: "score".to_owned(),
                head: None,
                query: 0,
                column: 0,
                value: "3.1".to_owned(),
                text: "3".to_owned(),
            }],
            lines: vec![],
        };
        let differences = readings.differences(&attention, &[2]);
        // 9 scores, 9 scaled, 9 weights and 6 outputs, of which one is there and wrong; and the lines.
        assert_eq!(differences.len(), 34, "{differences:?}");
        assert!(differences.contains(&"score 0,0 is 3.1, not 3".to_owned()));
    }
}
