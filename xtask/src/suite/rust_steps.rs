//! The steps that need no browser.

use std::process::Command;

use anyhow::Result;

use super::report::Report;
use super::{features, packed};
use crate::process::{self, cargo};
use crate::provision::{WASM, numpy_python};
use crate::workspace::Workspace;

/// Packages that cargo sees together. All at once, the features that one asks of a dependency would be built for
/// all, and Trunk's builds, of the page alone, could share none of it.
const PLAIN: &[&str] = &[
    "--workspace",
    "--exclude=attention-web",
    "--exclude=attention-tests",
];
const PAGE: &[&str] = &["--package=attention-web", "--features=ssr"];
const BROWSER_TESTS: &[&str] = &["--package=attention-tests"];

/// What the page is built as: looked at for the browser, so that libraries are looked at once for all three, though the
/// first runs where the site is built. The whole page has all of the first view's code.
const PAGE_FOR_BROWSERS: [[&str; 4]; 3] = [
    for_browsers("--features=ssr"),
    for_browsers("--features=whole"),
    for_browsers("--features=element"),
];

const fn for_browsers(features: &'static str) -> [&'static str; 4] {
    ["--package=attention-web", features, "--target", WASM]
}

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
        for packages in [PLAIN, BROWSER_TESTS]
            .into_iter()
            .chain(PAGE_FOR_BROWSERS.iter().map(<[&str; 4]>::as_slice))
        {
            run(
                &["clippy", "--quiet", "--all-targets"],
                packages,
                &["--", "--deny=warnings"],
            )?;
        }
        Ok(())
    });
    report.passes("tests and doctests", || {
        let mut tests = in_workspace(workspace);
        // Without it, they say what they skip.
        if let Ok(python) = numpy_python(workspace) {
            tests.env("ATTENTION_PYTHON", python);
        }
        process::run(tests.args(["test", "--quiet"]).args(PLAIN))?;
        run(&["test", "--quiet"], PAGE, &[])
    });
    report.passes("the core's features", || features::check(workspace));
    report.passes("tests of the core with few features", || {
        features::test(workspace)
    });
    report.passes("the core as it is packed", || packed::check(workspace));
    report.passes("documentation", || {
        for packages in [PLAIN, BROWSER_TESTS, &PAGE_FOR_BROWSERS[0]] {
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
