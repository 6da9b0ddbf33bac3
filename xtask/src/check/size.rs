//! How long a file may be before it is asked which two things it is.

use anyhow::Result;

use super::sources::sources;
use crate::workspace::Workspace;

const MOST_LINES: usize = 300;

pub(super) fn files_are_small(workspace: &Workspace) -> Result<Vec<String>> {
    Ok(sources(workspace, "", &["rs", "css"])?
        .into_iter()
        .filter(|source| {
            !source
                .name
                .split('/')
                .any(|part| part == "tests" || part == "tests.rs")
        })
        .filter_map(|source| {
            let lines = source.text.lines().count();
            (lines > MOST_LINES).then(|| format!("{} has {lines} lines", source.name))
        })
        .collect())
}
