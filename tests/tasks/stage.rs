//! One engine's browsers, shared by its tasks: as many as there are tasks at a time.

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
    places: Places,
}

/// Those that no task is in at the moment.
type Places = Arc<Mutex<Vec<Place>>>;

/// A browser, and a site that nobody else comes to.
struct Place {
    browser: Browser,
    site: Site,
}

impl Stage {
    pub(crate) fn new(engine: Engine) -> Self {
        Self {
            engine,
            available: engine.available(),
            places: Places::default(),
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
        let places = Arc::clone(&self.places);
        let run = task.run;
        // `tasks::first_view::three_guests`: every module lies in the same crate.
        let name = task
            .name
            .split_once("::")
            .map_or(task.name, |(_, name)| name);
        Some(Trial::test(format!("{engine}::{name}"), move || {
            let outcome = perform(engine, &places, run);
            outcome.map_err(|problem| Failed::from(format!("{problem:#}")))
        }))
    }
}

/// In a place that is free, or in a new one. A task that fails, by an assertion too, takes its place along, so that the
/// next starts afresh.
fn perform(engine: Engine, places: &Mutex<Vec<Place>>, run: Run) -> Result<()> {
    let free = || places.lock().unwrap_or_else(PoisonError::into_inner);
    let left = free().pop();
    let place = left.map_or_else(|| Place::open(engine), Ok)?;
    let outcome = place.browser.run(async |driver| {
        let page = Page::new(driver, &place.site, engine);
        let outcome = tokio::time::timeout(PATIENCE, run(page)).await;
        outcome.context("the task takes too long")?
    });
    if outcome.is_ok() {
        free().push(place);
    }
    outcome
}

impl Place {
    fn open(engine: Engine) -> Result<Self> {
        /// Held while a browser starts: two at a time might be given one port, and wait for each other.
        static STARTS: Mutex<()> = Mutex::new(());
        let _starts = STARTS.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(Self {
            browser: Browser::start(engine)?,
            site: Site::start()?,
        })
    }
}
