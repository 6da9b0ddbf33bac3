//! Running other programs, so that a failure says which line failed.

use std::env::consts::EXE_SUFFIX;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use anyhow::{Context, Result, bail};

/// Runs a command in the foreground, after showing it.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    eprintln!("$ {}", line(command));
    let status = command
        .status()
        .with_context(|| format!("cannot start `{}`", line(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", line(command));
    }
    Ok(())
}

/// Runs a command quietly and hands back what it printed.
pub(crate) fn capture(command: &mut Command) -> Result<String> {
    let Output {
        status,
        stdout,
        stderr,
    } = command
        .output()
        .with_context(|| format!("cannot start `{}`", line(command)))?;
    if !status.success() {
        bail!(
            "`{}` failed ({status})\n{}{}",
            line(command),
            String::from_utf8_lossy(&stdout),
            String::from_utf8_lossy(&stderr),
        );
    }
    String::from_utf8(stdout)
        .with_context(|| format!("`{}` printed something that is not text", line(command)))
}

/// Cargo, the one that runs us: the pinned toolchain's.
pub(crate) fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// The first of these programs that stands in one of the folders. A name with an extension is taken as it is.
pub(crate) fn find_program(folders: &[PathBuf], names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| {
        folders
            .iter()
            .map(|folder| {
                let suffix = if name.contains('.') { "" } else { EXE_SUFFIX };
                folder.join(format!("{name}{suffix}"))
            })
            .find(|file| file.is_file())
    })
}

/// The folders of the caller's PATH.
pub(crate) fn path_folders() -> Vec<PathBuf> {
    std::env::var_os("PATH")
        .map(|path| std::env::split_paths(&path).collect())
        .unwrap_or_default()
}

/// What a version option prints as the second word: `trunk 0.21.14` is 0.21.14.
pub(crate) fn version_of(program: &Path) -> Option<String> {
    let text = capture(Command::new(program).arg("--version")).ok()?;
    text.split_whitespace().nth(1).map(str::to_owned)
}

/// As one would type it, with the tools' folders on PATH.
fn line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    std::iter::once(program.file_stem().unwrap_or(program.as_os_str()))
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_names_the_line() {
        let failure = capture(cargo().arg("no-such-command")).unwrap_err();
        assert!(failure.to_string().contains("no-such-command"), "{failure}");
    }

    #[test]
    fn a_missing_program_is_named() {
        let failure = capture(&mut Command::new("no-such-program-here")).unwrap_err();
        assert!(
            failure.to_string().contains("no-such-program-here"),
            "{failure}"
        );
    }
}
