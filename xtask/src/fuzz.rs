//! `cargo xtask fuzz`: the fuzz target's body on bytes that nobody chose, for as long as one likes.
//!
//! A compiler for cargo-fuzz, which also learns from what the bytes set off, is not asked for.

use anyhow::Result;

use crate::process::{self, cargo};
use crate::workspace::Workspace;

/// How long, and from where.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Fuzzing {
    pub(crate) seconds: u64,
    /// Without one the clock's.
    pub(crate) seed: Option<u64>,
}

impl Default for Fuzzing {
    fn default() -> Self {
        Self {
            seconds: 60,
            seed: None,
        }
    }
}

pub(crate) fn fuzz(workspace: &Workspace, fuzzing: &Fuzzing) -> Result<()> {
    let mut command = cargo();
    command
        .current_dir(workspace.root())
        .args(["test", "--quiet", "--profile=fuzz"])
        .args(["--package=attention-core", "--all-features"])
        .args(["--test=attention", "--"])
        .args(["--ignored", "--exact", "--nocapture"])
        .arg("fuzz::for_as_long_as_one_likes")
        .env("ATTENTION_FUZZ_SECONDS", fuzzing.seconds.to_string());
    if let Some(seed) = fuzzing.seed {
        command.env("ATTENTION_FUZZ_SEED", seed.to_string());
    }
    process::run(&mut command)
}
