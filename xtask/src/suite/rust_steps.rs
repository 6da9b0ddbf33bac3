//! The steps that need no browser.

use std::process::Command;

use anyhow::Result;

use super::packages::{ELEMENT, FIRST_VIEW, NATIVE, PAGE, WHOLE, for_browsers};
use super::report::Report;
use super::{features, packed};
use crate::process::{self, cargo};
use crate::provision::numpy_python;
use crate::workspace::Workspace;

pub(super) fn run(workspace: &Workspace, report: &mut Report) {
    let run = |before: &[&str], packages: &[&str], after: &[&str]| -> Result<()> {
        process::run(
            in_workspace(workspace)
                .args(before)
                .args(packages)
                .args(after),
        )
    };
    report.passes("format", || run(&["fmt", "--all", "--check"], &[], &[]));
    report.passes("lints", || {
        let lint = |packages: &[&str], targets: &str| {
            run(
                &["clippy", "--quiet", targets],
                packages,
                &["--", "--deny=warnings"],
            )
        };
        lint(NATIVE, "--all-targets")?;
        lint(&for_browsers(FIRST_VIEW), "--bins")?;
        lint(&for_browsers(WHOLE), "--all-targets")?;
        lint(&for_browsers(ELEMENT), "--bins")
    });
    report.passes("tests and doctests", || {
        let mut tests = in_workspace(workspace);
        // Without it, they say what they skip.
        if let Ok(python) = numpy_python(workspace) {
            tests.env("ATTENTION_PYTHON", python);
        }
        // The tests that drive browsers are built with the rest, and run later.
        tests.env("ATTENTION_BROWSER", "none");
        process::run(tests.args(["test", "--quiet"]).args(NATIVE))?;
        run(&["test", "--quiet"], PAGE, &[])
    });
    report.passes("the core's features", || features::check(workspace));
    report.passes("tests of the core with few features", || {
        features::test(workspace)
    });
    report.passes("the core as it is packed", || packed::check(workspace));
    report.passes("documentation", || {
        for packages in [NATIVE, &for_browsers(FIRST_VIEW)] {
            process::run(
                in_workspace(workspace)
                    .args(["doc", "--quiet", "--no-deps"])
                    .args(packages)
                    .env("RUSTDOCFLAGS", "--deny=warnings"),
            )?;
        }
        Ok(())
    });
}

fn in_workspace(workspace: &Workspace) -> Command {
    let mut command = cargo();
    command.current_dir(workspace.root());
    command
}
