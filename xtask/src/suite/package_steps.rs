//! The JavaScript package, packed and installed, in Node.js and in a browser.

use std::process::Command;

use super::report::{Report, Verdict};
use crate::process;
use crate::provision::chromium;
use crate::workspace::Workspace;

pub(super) fn run(workspace: &Workspace, built: bool, report: &mut Report) {
    report.step("the JavaScript package", || {
        if !built {
            return Ok(Verdict::Skipped(
                "dist failed: there is no package".to_owned(),
            ));
        }
        let mut command = Command::new("node");
        command
            .current_dir(workspace.join("crates/attention-js"))
            .args(["--test", "tests/"])
            .env("ATTENTION_NPM", workspace.join("dist/npm"));
        // Without a browser its test says so.
        if let Some(chromium) = chromium() {
            command.env("ATTENTION_CHROMIUM", chromium);
        }
        process::run(&mut command)?;
        Ok(Verdict::Passed)
    });
}
