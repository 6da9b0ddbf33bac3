//! What learners do on the page, in each of three engines.
//!
//! `cargo test -p attention-tests` runs all of it against the page that `cargo xtask dist` has
//! built; `ATTENTION_BROWSER=firefox` chooses an engine, and a name chooses tests, as in
//! `cargo test -p attention-tests undo`. A browser serves one test after the other, each with a visit
//! of its own, and there are as many browsers as there are tests at a time: two on two processors,
//! for one alone leaves a third of their time unused. `-- --test-threads=1` makes it one.

mod accessibility;
mod address;
mod alone;
mod arrows;
mod axe;
mod bad_days;
mod beyond;
mod charts;
mod colours;
mod compare;
mod controls;
mod earlier_work;
mod element;
mod files;
mod first_view;
mod focus;
mod frame;
mod guests;
mod heads;
mod history;
mod large;
mod links;
mod masks;
mod network;
mod offline;
mod one_file;
mod real_heads;
mod refusals;
mod rooms;
mod share;
mod sliders;
mod sources;
mod stage;
mod task;
mod touch;
mod tracing;
mod typing;
mod walk;
mod widths;
mod wishes;
mod workshop;

use std::process::ExitCode;

use anyhow::Result;
use attention_tests::Engine;
use libtest_mimic::{Arguments, Trial};

use crate::stage::Stage;
use crate::task::Task;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    match stages() {
        Ok(stages) => libtest_mimic::run(&arguments, trials(&stages)).exit_code(),
        Err(problem) => {
            eprintln!("{problem:#}");
            ExitCode::FAILURE
        }
    }
}

/// One for each engine that is wanted.
fn stages() -> Result<Vec<Stage>> {
    Ok(Engine::wanted()?.into_iter().map(Stage::new).collect())
}

/// Task by task, each in every engine.
fn trials(stages: &[Stage]) -> Vec<Trial> {
    let in_each = |task: Task| stages.iter().filter_map(move |stage| stage.trial(task));
    let missing = stages.iter().filter_map(Stage::missing);
    missing
        .chain(tasks().into_iter().flat_map(in_each))
        .collect()
}

fn tasks() -> Vec<Task> {
    [
        first_view::tasks(),
        alone::tasks(),
        beyond::tasks(),
        network::tasks(),
        sliders::tasks(),
        typing::tasks(),
        refusals::tasks(),
        focus::tasks(),
        guests::tasks(),
        controls::tasks(),
        masks::tasks(),
        tracing::tasks(),
        rooms::tasks(),
        walk::tasks(),
        workshop::tasks(),
        compare::tasks(),
        earlier_work::tasks(),
        charts::tasks(),
        arrows::tasks(),
        history::tasks(),
        links::tasks(),
        wishes::tasks(),
        element::tasks(),
        frame::tasks(),
        offline::tasks(),
        one_file::tasks(),
        share::tasks(),
        files::tasks(),
        address::tasks(),
        bad_days::tasks(),
        widths::tasks(),
        large::tasks(),
        real_heads::tasks(),
        touch::tasks(),
        colours::tasks(),
        sources::tasks(),
        heads::tasks(),
        accessibility::tasks(),
    ]
    .concat()
}
