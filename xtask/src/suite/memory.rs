//! What passed, of what it passed: a browser takes minutes to say the same of the same page again.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::UNIX_EPOCH;

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use crate::workspace::Workspace;

/// Whether a step passed with everything as it is now: each file of the repository, each file of the release, and the
/// programs that it runs.
pub(super) struct Memory {
    kept: PathBuf,
    now: String,
}

impl Memory {
    /// Of a step by this name.
    ///
    /// # Errors
    ///
    /// Where it can't be told what there is: outside a repository, say. Such a step is run.
    pub(super) fn of<'a>(
        workspace: &Workspace,
        step: &str,
        programs: impl IntoIterator<Item = &'a Path>,
    ) -> Result<Self> {
        let mut print = Sha256::new();
        for file in files(workspace)? {
            print.update(file.as_os_str().as_encoded_bytes());
            // A file that is listed and gone has been deleted.
            let content = fs::read(workspace.join(&file)).unwrap_or_default();
            print.update(Sha256::digest(content));
        }
        for program in programs {
            let known = fs::metadata(program)?;
            let changed = known.modified()?.duration_since(UNIX_EPOCH)?.as_nanos();
            print.update(format!("{}{}{changed}", program.display(), known.len()));
        }
        Ok(Self {
            kept: workspace.target().join("passed").join(step),
            now: format!("{:x}", print.finalize()),
        })
    }

    /// Whether it did.
    pub(super) fn holds(&self) -> bool {
        fs::read_to_string(&self.kept).is_ok_and(|kept| kept == self.now)
    }

    /// Forgets that it did: it is run, and may fail.
    pub(super) fn forget(&self) -> Result<()> {
        if self.kept.exists() {
            fs::remove_file(&self.kept)
                .with_context(|| format!("cannot remove {}", self.kept.display()))?;
        }
        Ok(())
    }

    /// Keeps in mind that it has.
    pub(super) fn keep(&self) -> Result<()> {
        let folder = self.kept.parent().context("a step has a folder")?;
        fs::create_dir_all(folder)?;
        fs::write(&self.kept, &self.now)
            .with_context(|| format!("cannot write {}", self.kept.display()))
    }
}

/// Every file of the repository, ignored ones aside, and of the release.
fn files(workspace: &Workspace) -> Result<Vec<PathBuf>> {
    let listed = Command::new("git")
        .current_dir(workspace.root())
        .args([
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ])
        .output()
        .context("cannot run git")?;
    ensure!(listed.status.success(), "this is no repository");
    let text = String::from_utf8(listed.stdout)?;
    let mut files: Vec<PathBuf> = text.split_terminator('\0').map(PathBuf::from).collect();
    add(workspace, Path::new("dist"), &mut files)?;
    files.sort();
    Ok(files)
}

fn add(workspace: &Workspace, folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(workspace.join(folder))? {
        let path = folder.join(entry?.file_name());
        if workspace.join(&path).is_dir() {
            add(workspace, &path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A repository of one file, with a release of one file, and a program.
    fn repository(name: &str) -> Workspace {
        let root = std::env::temp_dir().join(format!("memory-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(root.join("dist")).unwrap();
        for file in ["source", "dist/page", "program"] {
            fs::write(root.join(file), "as it was").unwrap();
        }
        let begun = Command::new("git")
            .args(["init", "--quiet"])
            .arg(&root)
            .status();
        assert!(begun.unwrap().success());
        fs::write(root.join(".gitignore"), "dist\ntarget\nprogram\n").unwrap();
        Workspace::at(root)
    }

    fn of(workspace: &Workspace) -> Memory {
        let program = workspace.join("program");
        Memory::of(workspace, "firefox", [program.as_path()]).unwrap()
    }

    #[test]
    fn a_step_is_remembered_until_anything_changes() {
        for file in ["source", "dist/page", "program"] {
            let workspace = repository(&file.replace('/', "-"));
            assert!(!of(&workspace).holds());
            of(&workspace).keep().unwrap();
            assert!(of(&workspace).holds());
            fs::write(workspace.join(file), "another").unwrap();
            assert!(!of(&workspace).holds(), "{file}");
            fs::remove_dir_all(workspace.root()).unwrap();
        }
    }

    #[test]
    fn what_is_forgotten_is_run() {
        let workspace = repository("forgotten");
        of(&workspace).forget().unwrap();
        of(&workspace).keep().unwrap();
        of(&workspace).forget().unwrap();
        assert!(!of(&workspace).holds());
        fs::remove_dir_all(workspace.root()).unwrap();
    }

    #[test]
    fn what_comes_goes_or_is_called_otherwise_is_a_change() {
        let workspace = repository("names");
        of(&workspace).keep().unwrap();
        fs::write(workspace.join("more"), "").unwrap();
        assert!(!of(&workspace).holds());
        fs::remove_file(workspace.join("more")).unwrap();
        assert!(of(&workspace).holds());
        fs::rename(workspace.join("source"), workspace.join("sauce")).unwrap();
        assert!(!of(&workspace).holds());
        fs::remove_dir_all(workspace.root()).unwrap();
    }
}
