//! The steps of a run: what each came to, and how long it took.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Result;

/// Said of a step that was not run, since it would pass.
const BEFORE: &str = "earlier, with everything as it is now; `--again` runs it again";

/// What a step that did not fail came to.
pub(super) enum Verdict {
    Passed,
    /// It passed earlier, with everything as it is now.
    PassedBefore,
    /// With the reason, for whoever reads the summary.
    Skipped(String),
}

enum Outcome {
    Passed,
    PassedBefore,
    Skipped(String),
    Failed(String),
}

struct Step {
    name: String,
    outcome: Outcome,
    took: Duration,
}

/// Every step so far.
#[derive(Default)]
pub(super) struct Report {
    steps: Vec<Step>,
}

impl Report {
    /// Runs a step that passes or fails, and says whether it passed.
    pub(super) fn passes(&mut self, name: &str, run: impl FnOnce() -> Result<()>) -> bool {
        self.step(name, || run().map(|()| Verdict::Passed))
    }

    /// Runs a step and says whether it passed.
    pub(super) fn step(&mut self, name: &str, run: impl FnOnce() -> Result<Verdict>) -> bool {
        println!("\n── {name} ──");
        let start = Instant::now();
        let outcome = match run() {
            Ok(Verdict::Passed) => Outcome::Passed,
            Ok(Verdict::PassedBefore) => Outcome::PassedBefore,
            Ok(Verdict::Skipped(reason)) => Outcome::Skipped(reason),
            Err(problem) => Outcome::Failed(format!("{problem:#}")),
        };
        match &outcome {
            Outcome::Passed => {}
            Outcome::PassedBefore => println!("{BEFORE}"),
            Outcome::Skipped(reason) => println!("skipped: {reason}"),
            Outcome::Failed(problem) => eprintln!("FAILED: {problem}"),
        }
        let passed = matches!(outcome, Outcome::Passed | Outcome::PassedBefore);
        self.steps.push(Step {
            name: name.to_owned(),
            outcome,
            took: start.elapsed(),
        });
        passed
    }

    /// Prints the summary. Its last line is the count.
    pub(super) fn finish(&self) -> ExitCode {
        println!("\n{}", self.summary());
        if self.count(|outcome| matches!(outcome, Outcome::Failed(_))) == 0 {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }

    fn summary(&self) -> String {
        let lines = self.steps.iter().map(
            |Step {
                 name,
                 outcome,
                 took,
             }| {
                let (mark, note) = match outcome {
                    Outcome::Passed => ("passed ", String::new()),
                    Outcome::PassedBefore => ("passed ", format!("  {BEFORE}")),
                    Outcome::Skipped(reason) => ("skipped", format!("  {reason}")),
                    // The first line: the whole stands above, where it happened.
                    Outcome::Failed(problem) => (
                        "FAILED ",
                        format!("  {}", problem.lines().next().unwrap_or_default()),
                    ),
                };
                format!("{mark} {:>7.1} s  {name}{note}\n", took.as_secs_f64())
            },
        );
        format!(
            "{}{} passed, {} failed, {} skipped",
            lines.collect::<String>(),
            self.count(|outcome| matches!(outcome, Outcome::Passed | Outcome::PassedBefore)),
            self.count(|outcome| matches!(outcome, Outcome::Failed(_))),
            self.count(|outcome| matches!(outcome, Outcome::Skipped(_))),
        )
    }

    fn count(&self, is: impl Fn(&Outcome) -> bool) -> usize {
        self.steps.iter().filter(|step| is(&step.outcome)).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::anyhow;

    #[test]
    fn the_last_line_counts_every_step() {
        let mut report = Report::default();
        assert!(report.passes("format", || Ok(())));
        assert!(!report.passes("tests", || Err(anyhow!("two failed\nand here is why"))));
        assert!(!report.step("webkit", || Ok(Verdict::Skipped(
            "Xvfb not found".to_owned()
        ))));
        let summary = report.summary();
        assert_eq!(
            summary.lines().last(),
            Some("1 passed, 1 failed, 1 skipped")
        );
        assert!(summary.contains("webkit  Xvfb not found"), "{summary}");
        assert!(!summary.contains("and here is why"), "{summary}");
        assert_eq!(report.finish(), ExitCode::FAILURE);
    }

    #[test]
    fn what_passed_before_counts_and_says_so() {
        let mut report = Report::default();
        assert!(report.step("firefox", || Ok(Verdict::PassedBefore)));
        let summary = report.summary();
        assert!(summary.contains(&format!("firefox  {BEFORE}")), "{summary}");
        assert!(
            summary.ends_with("1 passed, 0 failed, 0 skipped"),
            "{summary}"
        );
    }

    #[test]
    fn a_skipped_step_fails_nothing() {
        let mut report = Report::default();
        report.step("webkit", || Ok(Verdict::Skipped("no Xvfb".to_owned())));
        assert_eq!(report.finish(), ExitCode::SUCCESS);
    }
}
