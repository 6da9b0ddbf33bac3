//! The three engines that the tests drive, and what each needs.

use std::path::PathBuf;

use super::Toolbox;
use super::system::{CHROMIUM, FIREFOX, WINDOWLESS, mini_browser};
use crate::process::{find_program, path_folders};

/// An engine, and the programs to drive it, each under the name of the variable that hands it to the tests.
pub(crate) struct Browser {
    pub(crate) name: &'static str,
    programs: Vec<(&'static str, &'static str, Option<PathBuf>)>,
}

impl Browser {
    /// The variables for the tests, or what is missing.
    pub(crate) fn variables(&self) -> Result<Vec<(&'static str, PathBuf)>, String> {
        let (found, missing): (Vec<_>, Vec<_>) = self
            .programs
            .iter()
            .partition(|(_, _, path)| path.is_some());
        if !missing.is_empty() {
            let names: Vec<&str> = missing.iter().map(|(_, name, _)| *name).collect();
            return Err(format!("{} not found", names.join(" and ")));
        }
        Ok(found
            .into_iter()
            .filter_map(|(variable, _, path)| Some((*variable, path.clone()?)))
            .collect())
    }
}

/// Chromium itself, for what needs no driver.
pub(crate) fn chromium() -> Option<PathBuf> {
    find_program(&path_folders(), CHROMIUM)
}

/// What this machine has of each engine.
pub(crate) fn browsers(toolbox: &Toolbox) -> [Browser; 3] {
    let path = path_folders();
    let on_path = |names: &[&str]| find_program(&path, names);
    [
        Browser {
            name: "chromium",
            programs: vec![
                (
                    "ATTENTION_CHROMIUM",
                    "chromium",
                    on_path(&[WINDOWLESS]).or_else(chromium),
                ),
                (
                    "ATTENTION_CHROMEDRIVER",
                    "chromedriver",
                    on_path(&["chromedriver"]),
                ),
            ],
        },
        Browser {
            name: "firefox",
            programs: vec![
                ("ATTENTION_FIREFOX", "firefox", on_path(FIREFOX)),
                (
                    "ATTENTION_GECKODRIVER",
                    "geckodriver",
                    toolbox.program("geckodriver").ok(),
                ),
            ],
        },
        Browser {
            name: "webkit",
            programs: vec![
                ("ATTENTION_MINIBROWSER", "MiniBrowser", mini_browser()),
                (
                    "ATTENTION_WEBKITDRIVER",
                    "WebKitWebDriver",
                    on_path(&["WebKitWebDriver"]),
                ),
                ("ATTENTION_XVFB", "Xvfb", on_path(&["Xvfb"])),
            ],
        },
    ]
}
