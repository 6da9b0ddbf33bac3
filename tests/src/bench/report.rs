//! The table, for people and for programs.

use std::fmt;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Serialize;

/// Every row so far.
#[derive(Debug, Default, Serialize)]
pub(super) struct Report {
    rows: Vec<Row>,
}

/// One number that was measured.
#[derive(Debug, Serialize)]
struct Row {
    name: String,
    value: f64,
    unit: &'static str,
    /// What it must not be above.
    #[serde(skip_serializing_if = "Option::is_none")]
    target: Option<f64>,
    /// What it is made of.
    #[serde(skip_serializing_if = "String::is_empty")]
    note: String,
}

impl Report {
    /// Adds a number.
    pub(super) fn row(
        &mut self,
        name: impl Into<String>,
        value: f64,
        unit: &'static str,
    ) -> &mut Self {
        self.rows.push(Row {
            name: name.into(),
            value,
            unit,
            target: None,
            note: String::new(),
        });
        self
    }

    /// Says what the number just added must not be above.
    pub(super) fn at_most(&mut self, target: f64) -> &mut Self {
        if let Some(row) = self.rows.last_mut() {
            row.target = Some(target);
        }
        self
    }

    /// Says what the number just added is made of.
    pub(super) fn note(&mut self, note: impl Into<String>) -> &mut Self {
        if let Some(row) = self.rows.last_mut() {
            row.note = note.into();
        }
        self
    }

    pub(super) fn write(&self, file: &Path) -> Result<()> {
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let json = serde_json::to_string_pretty(self)?;
        std::fs::write(file, json + "\n").with_context(|| format!("can't write {}", file.display()))
    }
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self
            .rows
            .iter()
            .map(|row| row.name.chars().count())
            .max()
            .unwrap_or_default();
        for row in &self.rows {
            write!(
                formatter,
                "{:width$}  {:>8.2} {:<2}",
                row.name, row.value, row.unit
            )?;
            if let Some(target) = row.target {
                let verdict = if row.value <= target {
                    "within"
                } else {
                    "ABOVE"
                };
                write!(formatter, "  {verdict} {target}")?;
            }
            if !row.note.is_empty() {
                write!(formatter, "  ({})", row.note)?;
            }
            writeln!(formatter)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_above_its_target_stands_out() {
        let mut report = Report::default();
        report.row("painted", 0.9, "s").at_most(1.0);
        report
            .row("alive", 1.7, "s")
            .at_most(1.6)
            .note("median of 5");
        let text = report.to_string();
        assert!(text.contains("within 1"), "{text}");
        assert!(text.contains("ABOVE 1.6  (median of 5)"), "{text}");
    }
}
