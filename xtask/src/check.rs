//! `cargo xtask check`: the invariants that ARCHITECTURE.md states, most of them of absence.

mod crates;
mod dom;
mod floats;
mod lock_file;
mod size;
mod sources;
mod stated;
mod tokens;
mod words;

use anyhow::{Result, bail};

use crate::workspace::Workspace;

/// A sentence of ARCHITECTURE.md and how to see whether it holds.
pub(crate) struct Invariant {
    /// Stands in ARCHITECTURE.md, so that one finds the other.
    name: &'static str,
    /// What breaks it, each with its place. Empty when it holds.
    breaches: fn(&Workspace) -> Result<Vec<String>>,
}

const INVARIANTS: [Invariant; 11] = [
    Invariant {
        name: "core-is-mathematics-alone",
        breaches: crates::core_is_mathematics_alone,
    },
    Invariant {
        name: "scene-knows-no-browser",
        breaches: crates::scene_knows_no_browser,
    },
    Invariant {
        name: "js-is-the-core-and-bindings",
        breaches: crates::js_is_the_core_and_bindings,
    },
    Invariant {
        name: "files-are-the-scene-and-formats",
        breaches: crates::files_are_the_scene_and_formats,
    },
    Invariant {
        name: "only-dom-touches-the-browser",
        breaches: dom::only_dom_touches_the_browser,
    },
    Invariant {
        name: "only-float-calls-float-functions",
        breaches: floats::only_float_calls_float_functions,
    },
    Invariant {
        name: "words-stand-in-locales",
        breaches: words::words_stand_in_locales,
    },
    Invariant {
        name: "files-are-small",
        breaches: size::files_are_small,
    },
    Invariant {
        name: "crates-bring-their-papers",
        breaches: crates::crates_bring_their_papers,
    },
    Invariant {
        name: "locks-name-no-host",
        breaches: lock_file::locks_name_no_host,
    },
    Invariant {
        name: "invariants-are-stated",
        breaches: stated::invariants_are_stated,
    },
];

/// Checks all, says what breaks any, and fails if something does.
pub(crate) fn check(workspace: &Workspace) -> Result<()> {
    let mut broken = 0;
    for Invariant { name, breaches } in INVARIANTS {
        let found = breaches(workspace)?;
        println!(
            "{} {name}",
            if found.is_empty() { "ok    " } else { "BROKEN" }
        );
        for breach in &found {
            println!("         {breach}");
        }
        broken += usize::from(!found.is_empty());
    }
    if broken > 0 {
        bail!(
            "{broken} of {} invariants broken; ARCHITECTURE.md says why each holds",
            INVARIANTS.len()
        );
    }
    Ok(())
}
