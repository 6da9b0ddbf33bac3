//! What only the system's package manager brings: Node.js and the browsers.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use super::{Need, python};
use crate::process::{self, capture, find_program, path_folders};

/// A Debian package and the programs any of which shows that it, or its like, is installed.
struct SystemPackage {
    name: &'static str,
    programs: &'static [&'static str],
    need: Need,
}

/// As visitors have it; the last is without anything around the page.
pub(crate) const CHROMIUM: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome",
    "chrome",
    WINDOWLESS,
];
/// The same engine: a page loads in three quarters of the time.
pub(crate) const WINDOWLESS: &str = "chromium-headless-shell";
pub(crate) const FIREFOX: &[&str] = &["firefox-esr", "firefox"];
pub(crate) const NODE: &[&str] = &["node", "nodejs"];

const PACKAGES: [SystemPackage; 8] = [
    package("nodejs", NODE, Need::Release),
    package("npm", &["npm"], Need::Release),
    package("chromium", CHROMIUM, Need::Browser),
    package("chromium-driver", &["chromedriver"], Need::Browser),
    package(WINDOWLESS, CHROMIUM, Need::Tests),
    package("firefox-esr", FIREFOX, Need::Tests),
    package("webkit2gtk-driver", &["WebKitWebDriver"], Need::Tests),
    package("xvfb", &["Xvfb"], Need::Tests),
];

const fn package(
    name: &'static str,
    programs: &'static [&'static str],
    need: Need,
) -> SystemPackage {
    SystemPackage {
        name,
        programs,
        need,
    }
}

/// What Python on Debian lacks to set up an environment.
const ENVIRONMENTS: &str = "python3-venv";
/// Without any font a browser draws no letters, and measures none.
const FONTS: &str = "fonts-dejavu-core";

/// Whether a missing browser is a failure: on a hosted run nobody would see it skipped.
pub(crate) fn is_continuous_integration() -> bool {
    std::env::var_os("CI").is_some_and(|value| value == "true")
}

/// Installs what is missing where that is ours to do; elsewhere says which line does it.
pub(crate) fn add_packages(need: Need) -> Result<()> {
    let missing = missing_packages(need);
    if missing.is_empty() {
        return Ok(());
    }
    let missing_names = missing.join(" ");
    if find_program(&path_folders(), &["apt-get"]).is_none() {
        eprintln!(
            "Missing, under the names that Debian gives them: {missing_names}. Your system may call them otherwise."
        );
        return Ok(());
    }
    let root = capture(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if !root && !is_continuous_integration() {
        eprintln!(
            "Programs are missing that only the system's package manager brings. To install them, run:\n    \
             sudo apt-get install {missing_names}"
        );
        return Ok(());
    }
    process::run(apt_get(root).args(["update", "--quiet"]))?;
    process::run(
        apt_get(root)
            .args([
                "install",
                "--yes",
                "--quiet",
                "--no-install-recommends",
                "--option=Dpkg::Use-Pty=0",
            ])
            .args(&missing),
    )
}

fn apt_get(root: bool) -> Command {
    let mut command = if root {
        Command::new("apt-get")
    } else {
        let mut sudo = Command::new("sudo");
        // Without a question: a password can't be given here.
        sudo.args([
            "--non-interactive",
            "DEBIAN_FRONTEND=noninteractive",
            "apt-get",
        ]);
        sudo
    };
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn missing_packages(need: Need) -> Vec<&'static str> {
    let path = path_folders();
    let fontless = need >= Need::Browser
        && !["/usr/share/fonts", "/usr/local/share/fonts"]
            .iter()
            .any(|folder| has_fonts(Path::new(folder)));
    let pythonless = need >= Need::Tests && python::lacks_environments();
    PACKAGES
        .iter()
        .filter(|package| package.need <= need)
        .filter(|package| find_program(&path, package.programs).is_none())
        .map(|package| package.name)
        .chain(fontless.then_some(FONTS))
        .chain(pythonless.then_some(ENVIRONMENTS))
        .collect()
}

fn has_fonts(folder: &Path) -> bool {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return false;
    };
    entries.flatten().any(|entry| {
        let path = entry.path();
        path.is_dir() && has_fonts(&path)
            || path
                .extension()
                .is_some_and(|extension| extension == "ttf" || extension == "otf")
    })
}

/// The browser that webkit2gtk-driver's package brings, in a folder that names machine and version.
pub(crate) fn mini_browser() -> Option<PathBuf> {
    let libraries = std::fs::read_dir("/usr/lib").ok()?;
    libraries
        .flatten()
        .filter_map(|architecture| std::fs::read_dir(architecture.path()).ok())
        .flat_map(Iterator::flatten)
        .filter(|version| {
            version
                .file_name()
                .to_string_lossy()
                .starts_with("webkit2gtk-4")
        })
        .map(|version| version.path().join("MiniBrowser"))
        .find(|program| program.is_file())
}
