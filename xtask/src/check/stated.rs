//! That whoever reads ARCHITECTURE.md reads of every check.

use anyhow::Result;

use super::INVARIANTS;
use crate::workspace::Workspace;

pub(super) fn invariants_are_stated(workspace: &Workspace) -> Result<Vec<String>> {
    let architecture = workspace.read("ARCHITECTURE.md")?;
    Ok(INVARIANTS
        .iter()
        .filter(|invariant| !architecture.contains(&format!("`{}`", invariant.name)))
        .map(|invariant| format!("ARCHITECTURE.md has no `{}`", invariant.name))
        .collect())
}
