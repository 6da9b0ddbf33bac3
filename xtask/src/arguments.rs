//! The command line.

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;

use crate::fuzz::Fuzzing;
use crate::serve::Serving;

/// What one can ask for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Task {
    Help,
    Serve(Serving),
    Test {
        again: bool,
    },
    Check,
    Dist,
    Bench,
    Fuzz(Fuzzing),
    Goldens {
        write: bool,
    },
    Picture,
    /// Trunk's own, before a build.
    FirstView,
    /// Trunk's own, after a build.
    Seal,
}

pub(crate) const HELP: &str = "\
The Attention Mixer's commands. Each sets up what it needs and the machine lacks.

cargo xtask serve    builds the page and serves it on 127.0.0.1:8080
                       --port N     serves on another port
                       --release    serves the optimised page
cargo xtask test     runs every test; of a browser that passed, only if anything has changed since
                       --again      runs them anyway
cargo xtask check    checks the invariants that ARCHITECTURE.md states
cargo xtask dist     writes the release into dist/ and holds it to its budgets
cargo xtask bench    runs the benchmarks
cargo xtask fuzz [SECONDS]
                     feeds the core whatever comes, for a minute or for as long as you say
                       --seed N     begins where another run found something
cargo xtask goldens  generates the golden numbers and compares them with those that are kept
                       --write      keeps them instead
cargo xtask picture  takes the README's pictures of the page
";

/// Reads the arguments after the program's name.
pub(crate) fn parse(mut parser: lexopt::Parser) -> Result<Task> {
    let mut task = None;
    while let Some(argument) = parser.next()? {
        match (argument, &mut task) {
            (Short('h') | Long("help"), _) => return Ok(Task::Help),
            (Long("port"), Some(Task::Serve(serving))) => {
                let value = parser.value()?;
                serving.port = value
                    .parse()
                    .ok()
                    .filter(|&port| port > 0)
                    .with_context(|| {
                        format!(
                            "--port takes a number from 1 to 65535, not {}",
                            value.display()
                        )
                    })?;
            }
            (Long("release"), Some(Task::Serve(serving))) => serving.release = true,
            (Long("seed"), Some(Task::Fuzz(fuzzing))) => {
                fuzzing.seed = Some(parser.value()?.parse()?);
            }
            (Value(seconds), Some(Task::Fuzz(fuzzing))) => fuzzing.seconds = seconds.parse()?,
            (Long("again"), Some(Task::Test { again })) => *again = true,
            (Long("write"), Some(Task::Goldens { write })) => *write = true,
            (Value(name), None) => task = Some(named(&name.to_string_lossy())?),
            (argument, _) => return Err(argument.unexpected().into()),
        }
    }
    Ok(task.unwrap_or(Task::Help))
}

fn named(name: &str) -> Result<Task> {
    Ok(match name {
        "help" => Task::Help,
        "serve" => Task::Serve(Serving::default()),
        "test" => Task::Test { again: false },
        "check" => Task::Check,
        "dist" => Task::Dist,
        "bench" => Task::Bench,
        "fuzz" => Task::Fuzz(Fuzzing::default()),
        "goldens" => Task::Goldens { write: false },
        "picture" => Task::Picture,
        "first-view" => Task::FirstView,
        "seal" => Task::Seal,
        _ => bail!("there is no command {name}; `cargo xtask help` lists them"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(arguments: &[&str]) -> Result<Task> {
        parse(lexopt::Parser::from_args(arguments))
    }

    #[test]
    fn serve_takes_a_port_and_a_profile() {
        assert_eq!(
            parsed(&["serve", "--port", "9000", "--release"]).unwrap(),
            Task::Serve(Serving {
                port: 9000,
                release: true
            })
        );
        assert_eq!(
            parsed(&["serve"]).unwrap(),
            Task::Serve(Serving {
                port: 8080,
                release: false
            })
        );
    }

    #[test]
    fn tests_may_be_run_again() {
        assert_eq!(parsed(&["test"]).unwrap(), Task::Test { again: false });
        let again = parsed(&["test", "--again"]).unwrap();
        assert_eq!(again, Task::Test { again: true });
    }

    #[test]
    fn fuzz_takes_seconds_and_a_seed() {
        let fuzz = |seconds, seed| Task::Fuzz(Fuzzing { seconds, seed });
        assert_eq!(parsed(&["fuzz"]).unwrap(), fuzz(60, None));
        assert_eq!(
            parsed(&["fuzz", "5", "--seed", "18446744073709551615"]).unwrap(),
            fuzz(5, Some(u64::MAX))
        );
    }

    #[test]
    fn nothing_asked_for_is_a_call_for_help() {
        assert_eq!(parsed(&[]).unwrap(), Task::Help);
        assert_eq!(parsed(&["dist", "--help"]).unwrap(), Task::Help);
    }

    #[test]
    fn what_is_not_understood_is_named() {
        for (arguments, named) in [
            (vec!["sevre"], "sevre"),
            (vec!["test", "--port", "1"], "--port"),
            (vec!["serve", "--port", "http"], "http"),
            (vec!["serve", "--port", "0"], "0"),
            (vec!["serve", "--port", "65536"], "65536"),
            (vec!["serve", "test"], "test"),
            (vec!["fuzz", "long"], "long"),
            (vec!["test", "--write"], "--write"),
            (vec!["dist", "--again"], "--again"),
        ] {
            let refusal = format!("{:#}", parsed(&arguments).unwrap_err());
            assert!(refusal.contains(named), "{arguments:?}: {refusal}");
        }
    }
}
