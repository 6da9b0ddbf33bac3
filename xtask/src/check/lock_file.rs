//! What npm's lock files may say: integrity, and no address.

use anyhow::Result;

use super::sources::sources;
use crate::workspace::Workspace;

pub(super) fn locks_name_no_host(workspace: &Workspace) -> Result<Vec<String>> {
    Ok(sources(workspace, "", &["json"])?
        .into_iter()
        .filter(|source| source.name.ends_with("package-lock.json"))
        .flat_map(|source| {
            source
                .text
                .lines()
                .enumerate()
                .filter(|(_, line)| line.contains("\"resolved\"") || line.contains("://"))
                .map(|(index, _)| format!("{}:{} names an address", source.name, index + 1))
                .collect::<Vec<_>>()
        })
        .collect())
}
