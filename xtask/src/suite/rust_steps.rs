//! The steps that need no browser.

use std::process::Command;

use super::features;
use super::report::Report;
use crate::process::{self, cargo};
use crate::provision::WASM;
use crate::workspace::Workspace;

pub(super) fn run(workspace: &Workspace, report: &mut Report) {
    let in_workspace = |arguments: &[&str]| -> Command {
        let mut command = cargo();
        command.current_dir(workspace.root()).args(arguments);
        command
    };
    report.passes("format", || {
        process::run(&mut in_workspace(&["fmt", "--all", "--check"]))
    });
    report.passes("lints", || {
        process::run(&mut in_workspace(&[
            "clippy",
            "--quiet",
            "--workspace",
            "--all-targets",
            "--",
            "--deny=warnings",
        ]))
    });
    report.passes("lints of the page, for wasm", || {
        process::run(&mut in_workspace(&[
            "clippy",
            "--quiet",
            "--package=attention-web",
            "--target",
            WASM,
            "--features=csr",
            "--",
            "--deny=warnings",
        ]))
    });
    report.passes("tests and doctests", || {
        process::run(&mut in_workspace(&[
            "test",
            "--quiet",
            "--workspace",
            // In browsers, and only once the page is built.
            "--exclude=attention-tests",
        ]))
    });
    report.passes("the core's features", || features::check(workspace));
    report.passes("documentation", || {
        process::run(
            in_workspace(&["doc", "--quiet", "--workspace", "--no-deps"])
                .env("RUSTDOCFLAGS", "--deny=warnings"),
        )
    });
}
