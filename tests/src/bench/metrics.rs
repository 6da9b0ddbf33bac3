//! What Chromium counts of a page.

use anyhow::{Context, Result};
use serde_json::json;

use crate::Page;

/// One of its counts, in seconds, bytes or things, as `Performance.getMetrics` names it.
pub(super) async fn metric(page: Page<'_>, name: &str) -> Result<f64> {
    let cdp = page.driver().cdp();
    cdp.send_raw("Performance.enable", json!({})).await?;
    let answer = cdp.send_raw("Performance.getMetrics", json!({})).await?;
    let metrics = answer["metrics"].as_array().context("no metrics")?;
    let found = metrics.iter().find(|metric| metric["name"] == name);
    let value = found.and_then(|metric| metric["value"].as_f64());
    value.with_context(|| format!("no metric {name}"))
}
