//! One engine's browser, shared by its tasks.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result};
use attention_tests::{Browser, Engine, Missing, Page, Site};
use libtest_mimic::{Completion, Failed, Trial};

use crate::task::{Run, Task};

/// Longer than any task takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(90);

/// Where the tasks of one engine take place.
pub(crate) struct Stage {
    engine: Engine,
    available: Result<(), Missing>,
    site: Arc<Site>,
    /// Started by the first task; taken away by one that fails, so that the next starts afresh.
    browser: Arc<Mutex<Option<Browser>>>,
}

impl Stage {
    pub(crate) fn new(engine: Engine, site: Arc<Site>) -> Self {
        Self {
            engine,
            available: engine.available(),
            site,
            browser: Arc::default(),
        }
    }

    /// The one trial of an engine that can't be driven here: skipped, or failed where everything
    /// is supposed to be there.
    pub(crate) fn missing(&self) -> Option<Trial> {
        let reason = self.available.as_ref().err()?.to_string();
        let engine = self.engine;
        let must_be_there = std::env::var_os("CI").is_some_and(|value| value == "true");
        Some(Trial::ignorable_test(engine.name(), move || {
            if must_be_there {
                return Err(Failed::from(reason));
            }
            eprintln!("{engine} is skipped: {reason}");
            Ok(Completion::ignored_with(reason))
        }))
    }

    /// A task as a trial in this engine, if this engine can do it.
    pub(crate) fn trial(&self, task: Task) -> Option<Trial> {
        let is_able = task.only.is_none_or(|only| only == self.engine);
        if !is_able || self.available.is_err() {
            return None;
        }
        let engine = self.engine;
        let site = Arc::clone(&self.site);
        let browser = Arc::clone(&self.browser);
        let run = task.run;
        // `tasks::first_view::three_guests`: every module lies in the same crate.
        let name = task
            .name
            .split_once("::")
            .map_or(task.name, |(_, name)| name);
        Some(Trial::test(format!("{engine}::{name}"), move || {
            let outcome = perform(engine, &site, &browser, run);
            outcome.map_err(|problem| Failed::from(format!("{problem:#}")))
        }))
    }
}

fn perform(engine: Engine, site: &Site, browser: &Mutex<Option<Browser>>, run: Run) -> Result<()> {
    let mut browser = browser.lock().unwrap_or_else(PoisonError::into_inner);
    // Taken out meanwhile: an assertion that fails takes it along.
    let running = browser.take().map_or_else(|| Browser::start(engine), Ok)?;
    let outcome = running.run(async |driver| {
        let page = Page::new(driver, site, engine);
        let outcome = tokio::time::timeout(PATIENCE, run(page)).await;
        outcome.context("the task takes too long")?
    });
    if outcome.is_ok() {
        *browser = Some(running);
    }
    outcome
}
