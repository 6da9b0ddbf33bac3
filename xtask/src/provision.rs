//! Setting up what a command needs and the machine lacks.
//!
//! Tools go into a folder of the user's cache directory, one a version, so that clones share them and a newer
//! version never disturbs an older checkout. What is on PATH in the wanted version is used as it is.

mod browsers;
mod cache;
mod cargo_tools;
mod crates;
mod node_tools;
mod python;
mod system;
mod targets;
mod toolbox;
mod tools;

use std::path::PathBuf;
use std::thread;

use anyhow::Result;

use crate::workspace::Workspace;

pub(crate) use browsers::{Browser, browsers, chromium};
pub(crate) use python::{GOLDENS, golden_python, numpy_python, pythons};
pub(crate) use system::is_continuous_integration;
pub(crate) use targets::{BARE_METAL, WASM};
pub(crate) use toolbox::Toolbox;
use tools::CargoTool;

/// How much a command needs; each more than the one before.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Need {
    /// A debug build of the page.
    Page,
    /// A release of the page: wasm-opt too.
    Release,
    /// A release in a browser.
    Browser,
    /// Every test: Firefox's driver, the licence checker and a target without an operating system too.
    Tests,
}

/// Installs what is missing and says where everything is.
pub(crate) fn provide(workspace: &Workspace, need: Need) -> Result<Toolbox> {
    targets::add(workspace, need)?;
    crates::fetch(workspace, need)?;
    let compiled = tools::compiled(workspace, need)?;
    let checker = (need >= Need::Tests)
        .then(|| tools::cargo_deny(workspace))
        .transpose()?;
    // Packages come over the network while cargo compiles.
    thread::scope(|scope| {
        let packages = scope.spawn(|| -> Result<_> {
            system::add_packages(need)?;
            let packages = (need >= Need::Release)
                .then(|| node_tools::provide(workspace))
                .transpose()?;
            let checker = checker.as_ref();
            let found = checker.map(|tool| find(workspace, tool)).transpose()?;
            Ok((packages, found.flatten()))
        });
        let mut programs = cargo_tools::provide(workspace, &compiled)?;
        let (packages, found) = packages
            .join()
            .unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
        programs.extend(match (found, &checker) {
            (None, Some(checker)) => {
                cargo_tools::provide(workspace, std::slice::from_ref(checker))?
            }
            (found, _) => found.into_iter().collect(),
        });
        Ok(Toolbox::new(&programs, packages))
    })
}

/// A tool that needs no compiling.
fn find(workspace: &Workspace, tool: &CargoTool) -> Result<Option<PathBuf>> {
    if let Some(program) = cargo_tools::at_hand(tool)? {
        return Ok(Some(program));
    }
    let program = python::program(workspace, tool.program);
    if let Err(problem) = &program {
        eprintln!("{} can't be had ready-made: {problem:#}", tool.package);
    }
    Ok(program.ok())
}
