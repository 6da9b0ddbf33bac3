//! `cargo xtask test`: every test there is, from the format to the page in three browsers.

mod browser_steps;
mod features;
mod memory;
mod package_steps;
mod packages;
mod packed;
mod release;
mod report;
mod rust_steps;

use std::process::{Command, ExitCode};

use anyhow::Result;

use crate::check;
use crate::provision::{Need, Toolbox, provide};
use crate::workspace::Workspace;
use release::Release;
use report::{Report, Verdict};

pub(crate) use browser_steps::hand_over;

/// Runs every step, also after one has failed: later ones may still tell something. What a browser passed with everything
/// as it is now, it is not asked `again` without a reason.
pub(crate) fn test(workspace: &Workspace, again: bool) -> Result<ExitCode> {
    let mut report = Report::default();
    let mut toolbox = None;
    report.step("set-up", || {
        toolbox = Some(provide(workspace, Need::Tests)?);
        Ok(Verdict::Passed)
    });
    let Some(toolbox) = toolbox else {
        return Ok(report.finish());
    };
    let release = Release::begin(workspace);
    rust_steps::run(workspace, &mut report);
    report.passes("invariants", || check::check(workspace));
    dependencies(workspace, &toolbox, &mut report);
    let built = report.passes("dist", || release?.finish());
    package_steps::run(workspace, &toolbox, built, &mut report);
    browser_steps::run(workspace, &toolbox, built, again, &mut report);
    Ok(report.finish())
}

/// Licences, sources and duplicates always; advisories where their database can be had.
fn dependencies(workspace: &Workspace, toolbox: &Toolbox, report: &mut Report) {
    let deny = |what: &[&str]| -> Result<()> {
        let mut command = toolbox.command("cargo-deny")?;
        command
            .current_dir(workspace.root())
            .args(["--all-features", "check", "--hide-inclusion-graph"])
            .args(what);
        crate::process::run(&mut command)
    };
    report.passes("licences and sources", || {
        deny(&["bans", "licenses", "sources"])
    });
    report.step("advisories", || {
        if !answers("https://github.com/rustsec/advisory-db") {
            return Ok(Verdict::Skipped(
                "the advisory database doesn't answer".to_owned(),
            ));
        }
        deny(&["advisories"])?;
        Ok(Verdict::Passed)
    });
}

/// Whether a repository can be reached, without waiting for long.
fn answers(repository: &str) -> bool {
    Command::new("git")
        .args(["-c", "http.lowSpeedLimit=1", "-c", "http.lowSpeedTime=10"])
        .args(["ls-remote", "--quiet", repository, "HEAD"])
        .env("GIT_TERMINAL_PROMPT", "0")
        .output()
        .is_ok_and(|output| output.status.success())
}
