//! The project's commands: `cargo xtask help` lists them.

mod arguments;
mod bench;
mod check;
mod dist;
mod first_view;
mod fuzz;
mod goldens;
mod imports;
mod picture;
mod process;
mod provision;
mod seal;
mod serve;
mod small_std;
mod style;
mod suite;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;

use arguments::Task;
use workspace::Workspace;

fn main() -> ExitCode {
    match arguments::parse(lexopt::Parser::from_env()).and_then(run) {
        Ok(code) => code,
        Err(problem) => {
            eprintln!("\nerror: {problem:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<ExitCode> {
    let workspace = Workspace::find()?;
    match task {
        Task::Help => print!("{}", arguments::HELP),
        Task::Serve(serving) => serve::serve(&workspace, &serving)?,
        Task::Test { again } => return suite::test(&workspace, again),
        Task::Check => check::check(&workspace)?,
        Task::Dist => dist::dist(&workspace)?,
        Task::Bench => bench::bench(&workspace)?,
        Task::Fuzz(fuzzing) => fuzz::fuzz(&workspace, &fuzzing)?,
        Task::Goldens { write } => goldens::goldens(&workspace, write)?,
        Task::Picture => picture::picture(&workspace)?,
        Task::FirstView => first_view::first_view(&workspace)?,
        Task::Seal => seal::seal()?,
    }
    Ok(ExitCode::SUCCESS)
}
