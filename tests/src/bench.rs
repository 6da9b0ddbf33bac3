//! What the page costs, beside what it could cost at the least.

mod element;
mod first_view;
mod floor;
mod frame;
mod growth;
mod load;
mod metrics;
mod quantiles;
mod report;
mod subject;
mod throttle;

use std::path::Path;
use std::time::Duration;

use anyhow::Result;
use thirtyfour::TimeoutConfiguration;

use crate::{Browser, Engine, Page, Site};
use report::Report;

/// Measures in Chromium, prints a table, and writes the same as JSON.
///
/// # Errors
///
/// When something can't be measured; that a number misses its target is none.
pub fn run(json: &Path) -> Result<()> {
    let site = Site::start()?;
    let mut report = Report::default();
    // A browser for each, so that none finds what another has left in a cache.
    in_chromium(&site, async |page| {
        first_view::measure(page, &mut report).await
    })?;
    in_chromium(&site, async |page| load::measure(page, &mut report).await)?;
    in_chromium(&site, async |page| {
        element::measure(page, &mut report).await
    })?;
    in_chromium(&site, async |page| frame::measure(page, &mut report).await)?;
    in_chromium(&site, async |page| growth::measure(page, &mut report).await)?;
    print!("{report}");
    report.write(json)
}

fn in_chromium<'a>(
    site: &'a Site,
    measure: impl AsyncFnOnce(Page<'_>) -> Result<()>,
) -> Result<()> {
    let browser = Browser::start(Engine::Chromium)?;
    let scripts_may_take = TimeoutConfiguration::new(Some(Duration::from_secs(120)), None, None);
    browser.run(async |driver| {
        driver.update_timeouts(scripts_may_take).await?;
        measure(Page::new(driver, site, Engine::Chromium)).await
    })
}
