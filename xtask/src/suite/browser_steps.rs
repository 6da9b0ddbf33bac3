//! The page in each of three engines.

use std::process::Command;

use anyhow::{Result, bail};

use super::memory::Memory;
use super::packages::NATIVE;
use super::report::{Report, Verdict};
use crate::process::{self, cargo};
use crate::provision::{Browser, Toolbox, browsers, is_continuous_integration};
use crate::workspace::Workspace;

pub(super) fn run(
    workspace: &Workspace,
    toolbox: &Toolbox,
    built: bool,
    again: bool,
    report: &mut Report,
) {
    for browser in browsers(toolbox) {
        report.step(&format!("the page in {}", browser.name), || {
            if !built {
                return Ok(Verdict::Skipped("dist failed: there is no page".to_owned()));
            }
            in_browser(workspace, toolbox, &browser, again)
        });
    }
}

fn in_browser(
    workspace: &Workspace,
    toolbox: &Toolbox,
    browser: &Browser,
    again: bool,
) -> Result<Verdict> {
    let variables = match browser.variables() {
        Ok(variables) => variables,
        // A skip that nobody sees is no skip.
        Err(missing) if is_continuous_integration() => bail!("{missing}"),
        Err(missing) => return Ok(Verdict::Skipped(missing)),
    };
    let programs = variables.iter().map(|(_, program)| program.as_path());
    let memory = Memory::of(workspace, browser.name, programs).ok();
    let asked = again || is_continuous_integration();
    if memory
        .as_ref()
        .is_some_and(|memory| !asked && memory.holds())
    {
        return Ok(Verdict::PassedBefore);
    }
    if let Some(memory) = &memory {
        memory.forget()?;
    }
    let mut command = cargo();
    command
        .current_dir(workspace.root())
        .args(["test", "--quiet", "--test=tasks"])
        .args(NATIVE)
        .env("ATTENTION_BROWSER", browser.name)
        .envs(variables);
    hand_over(&mut command, workspace, toolbox)?;
    process::run(&mut command)?;
    if let Some(memory) = memory {
        memory.keep()?;
    }
    Ok(Verdict::Passed)
}

/// Tells the tests where the built site and the accessibility checker are.
pub(crate) fn hand_over(
    command: &mut Command,
    workspace: &Workspace,
    toolbox: &Toolbox,
) -> Result<()> {
    command.env("ATTENTION_SITE", workspace.join("dist")).env(
        "ATTENTION_AXE",
        toolbox.package_file("axe-core/axe.min.js")?,
    );
    Ok(())
}
