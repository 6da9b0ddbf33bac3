//! Setting up what a command needs and the machine lacks.
//!
//! Tools go into a folder of the user's cache directory, one a version, so that clones share them and a newer
//! version never disturbs an older checkout. What is on PATH in the wanted version is used as it is.

mod browsers;
mod cache;
mod cargo_tools;
mod node_tools;
mod system;
mod targets;
mod toolbox;
mod tools;

use std::thread;

use anyhow::Result;

use crate::workspace::Workspace;

pub(crate) use browsers::{Browser, browsers, chromium};
pub(crate) use system::is_continuous_integration;
pub(crate) use targets::{BARE_METAL, WASM};
pub(crate) use toolbox::Toolbox;

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
    let wanted = tools::wanted(workspace, need)?;
    // Packages come over the network while cargo compiles.
    thread::scope(|scope| {
        let browsers = (need >= Need::Browser).then(|| scope.spawn(system::add_browsers));
        let node = (need >= Need::Release).then(|| scope.spawn(|| node_tools::provide(workspace)));
        let programs = cargo_tools::provide(workspace, &wanted)?;
        let mut toolbox = Toolbox::new(&programs);
        if let Some(node) = node {
            toolbox.add_packages(finish(node)?);
        }
        if let Some(browsers) = browsers {
            finish(browsers)?;
        }
        Ok(toolbox)
    })
}

fn finish<T>(thread: thread::ScopedJoinHandle<'_, Result<T>>) -> Result<T> {
    thread
        .join()
        .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}
