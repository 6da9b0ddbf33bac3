//! How much is sent until the bare address is alive and the network quiet.

use std::time::{Duration, Instant};

use anyhow::Result;

use super::report::Report;
use crate::{Page, Request, Variant};

/// In KB of 1,024 bytes.
const BUDGET: f64 = 100.0;
/// How long nothing may be asked for until the network counts as quiet.
const QUIET: Duration = Duration::from_millis(1000);

pub(super) async fn measure(page: Page<'_>, report: &mut Report) -> Result<()> {
    drop(page.site().take_requests());
    page.open_first_view(Variant::AsBuilt, "").await?;
    let mut requests = page.site().take_requests();
    let mut last = Instant::now();
    while last.elapsed() < QUIET {
        tokio::time::sleep(Duration::from_millis(50)).await;
        let more = page.site().take_requests();
        if !more.is_empty() {
            last = Instant::now();
            requests.extend(more);
        }
    }
    let bytes: usize = requests.iter().map(|request| request.bytes).sum();
    let parts: Vec<String> = requests.iter().map(describe).collect();
    report
        .row("first view, as sent", kilobytes(bytes), "KB")
        .at_most(BUDGET)
        .note(parts.join(", "));
    Ok(())
}

fn describe(request: &Request) -> String {
    let file = request
        .path
        .rsplit('/')
        .next()
        .filter(|name| !name.is_empty());
    let name = file.unwrap_or("the page");
    let encoding = request.encoding.unwrap_or("not compressed");
    if request.status == 200 {
        format!("{name} {:.1} {encoding}", kilobytes(request.bytes))
    } else {
        format!("{name} is not there")
    }
}

fn kilobytes(bytes: usize) -> f64 {
    bytes as f64 / 1024.0
}
