//! The JavaScript package, packed and installed, in Node.js and in a browser.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::report::{Report, Verdict};
use crate::process;
use crate::provision::{Toolbox, chromium, is_continuous_integration};
use crate::workspace::Workspace;

/// The tests that a browser is needed for.
const IN_BROWSER: &str = "browser.test.js";

pub(super) fn run(workspace: &Workspace, toolbox: &Toolbox, built: bool, report: &mut Report) {
    report.step("the JavaScript package in Node.js", || {
        step(workspace, toolbox, built, |name| name != IN_BROWSER)
    });
    report.step("the JavaScript package in a browser", || {
        if chromium().is_none() {
            return without_browser(is_continuous_integration());
        }
        step(workspace, toolbox, built, |name| name == IN_BROWSER)
    });
}

/// A skip that nobody sees is no skip.
fn without_browser(hosted: bool) -> Result<Verdict> {
    if hosted {
        bail!("chromium not found");
    }
    Ok(Verdict::Skipped("chromium not found".to_owned()))
}

fn step(
    workspace: &Workspace,
    toolbox: &Toolbox,
    built: bool,
    wanted: impl Fn(&str) -> bool,
) -> Result<Verdict> {
    if !built {
        return Ok(Verdict::Skipped(
            "dist failed: there is no package".to_owned(),
        ));
    }
    let folder = workspace.join("crates/attention-js/tests");
    let mut command = Command::new("node");
    command
        .current_dir(&folder)
        .arg("--test")
        .args(tests(&folder)?.iter().filter(|name| wanted(name)))
        .env("ATTENTION_NPM", workspace.join("dist/npm"))
        .env(
            "ATTENTION_ESBUILD",
            toolbox.package_file("esbuild/lib/main.js")?,
        );
    if let Some(chromium) = chromium() {
        command.env("ATTENTION_CHROMIUM", chromium);
    }
    process::run(&mut command)?;
    Ok(Verdict::Passed)
}

/// The files that hold tests, one by one: of a folder's name each version of Node.js makes something else.
fn tests(folder: &Path) -> Result<Vec<String>> {
    let mut names = std::fs::read_dir(folder)
        .with_context(|| format!("cannot read {}", folder.display()))?
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect::<Result<Vec<String>>>()?;
    names.retain(|name| name.ends_with(".test.js"));
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_gets_files_that_are_tests_and_no_folder() {
        let folder = Workspace::find().unwrap().join("crates/attention-js/tests");
        let names = tests(&folder).unwrap();
        assert!(names.contains(&IN_BROWSER.to_owned()));
        assert!(names.contains(&"exact.test.js".to_owned()));
        assert!(names.iter().all(|name| folder.join(name).is_file()));
        assert!(!names.contains(&"naive.js".to_owned()));
    }

    #[test]
    fn a_browser_that_is_missing_is_seen() {
        assert!(without_browser(true).is_err());
        assert!(matches!(without_browser(false), Ok(Verdict::Skipped(_))));
    }
}
