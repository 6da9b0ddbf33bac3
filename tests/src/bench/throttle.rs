//! Chromium as slow as a phone.

use anyhow::Result;
use serde_json::json;

use crate::Page;

/// How many milliseconds pass between a request and its answer.
const LATENCY: u32 = 400;
/// 1.6 Mbit/s in bytes, and half of that back.
const DOWN: u32 = 1_600_000 / 8;
const UP: u32 = DOWN / 2;

/// Divides the processor's speed, for scripts, styles, layout and paint.
pub(super) async fn processor(page: Page<'_>, rate: u32) -> Result<()> {
    let cdp = page.driver().cdp();
    cdp.send_raw("Emulation.setCPUThrottlingRate", json!({"rate": rate}))
        .await?;
    Ok(())
}

/// A slow network and nothing in the cache.
pub(super) async fn network(page: Page<'_>) -> Result<()> {
    let cdp = page.driver().cdp();
    cdp.send_raw("Network.enable", json!({})).await?;
    cdp.send_raw("Network.setCacheDisabled", json!({"cacheDisabled": true}))
        .await?;
    let conditions = json!({
        "offline": false,
        "latency": LATENCY,
        "downloadThroughput": DOWN,
        "uploadThroughput": UP,
    });
    cdp.send_raw("Network.emulateNetworkConditions", conditions)
        .await?;
    Ok(())
}
