//! Where an engine's programs are: named by a variable, or found on PATH.

use std::env;
use std::path::{Path, PathBuf};

use super::Engine;

/// The programs that it takes to drive an engine.
pub(super) struct Programs {
    pub(super) browser: PathBuf,
    pub(super) driver: PathBuf,
    /// For an engine without a headless mode.
    pub(super) display_server: Option<PathBuf>,
}

/// A program that is not on this machine.
#[derive(Debug, thiserror::Error)]
#[error("{program} is not on PATH, and {variable} doesn't name it")]
pub struct Missing {
    program: &'static str,
    variable: &'static str,
}

impl Engine {
    /// Says what is missing to drive this engine here, if anything is.
    ///
    /// # Errors
    ///
    /// The first [`Missing`] program.
    pub fn available(self) -> Result<(), Missing> {
        self.programs().map(drop)
    }

    pub(super) fn programs(self) -> Result<Programs, Missing> {
        Ok(match self {
            Self::Chromium => Programs {
                browser: find(
                    "ATTENTION_CHROMIUM",
                    &[
                        "chromium-headless-shell",
                        "chromium",
                        "chromium-browser",
                        "google-chrome",
                    ],
                )?,
                driver: find("ATTENTION_CHROMEDRIVER", &["chromedriver"])?,
                display_server: None,
            },
            Self::Firefox => Programs {
                browser: find("ATTENTION_FIREFOX", &["firefox", "firefox-esr"])?,
                driver: find("ATTENTION_GECKODRIVER", &["geckodriver"])?,
                display_server: None,
            },
            Self::WebKit => Programs {
                browser: find("ATTENTION_MINIBROWSER", &["MiniBrowser"])
                    .or_else(|missing| mini_browser().ok_or(missing))?,
                driver: find("ATTENTION_WEBKITDRIVER", &["WebKitWebDriver"])?,
                display_server: Some(find("ATTENTION_XVFB", &["Xvfb"])?),
            },
        })
    }
}

fn find(variable: &'static str, names: &[&'static str]) -> Result<PathBuf, Missing> {
    let named = env::var_os(variable).map(PathBuf::from);
    let folders = env::var_os("PATH").unwrap_or_default();
    let on_path = || {
        let folders: Vec<PathBuf> = env::split_paths(&folders).collect();
        let candidates = names
            .iter()
            .flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
        candidates.into_iter().find(|path| path.is_file())
    };
    named.or_else(on_path).ok_or(Missing {
        program: names[0],
        variable,
    })
}

/// WebKitGTK's own small browser, which its package puts beside its library rather than on PATH.
fn mini_browser() -> Option<PathBuf> {
    let libraries = Path::new("/usr/lib").read_dir().ok()?;
    let mut places: Vec<PathBuf> = libraries
        .flatten()
        .flat_map(|folder| {
            ["webkit2gtk-4.1", "webkit2gtk-4.0"]
                .map(|version| folder.path().join(version).join("MiniBrowser"))
        })
        .filter(|path| path.is_file())
        .collect();
    places.sort();
    places.pop()
}
