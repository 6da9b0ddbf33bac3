//! How long a page is held up at a stretch while an element in it starts.

use anyhow::Result;

use super::quantiles::median;
use super::report::Report;
use super::throttle;
use crate::{Page, Variant};

const RUNS: usize = 5;
const SLOWER: u32 = 4;
/// In milliseconds.
const HELD_UP: f64 = 50.0;

/// A page that asks for a turn without end, and adds an element once it is asked to.
const HOST: &str = r#"<!doctype html>
<title>A page</title>
<script>
  window.begin = () => {
    const turns = new MessageChannel();
    let last = performance.now();
    let longest = 0;
    const waits = [];
    turns.port1.onmessage = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      if (now - last > 20) waits.push(Math.round(now - last));
      last = now;
      turns.port2.postMessage(null);
    };
    turns.port2.postMessage(null);
    const script = document.createElement("script");
    script.src = "SCRIPT";
    document.body.append(script, document.createElement("attention-mixer"));
    new MutationObserver((changes, observer) => {
      observer.disconnect();
      // Until what was put there has been painted.
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
        window.held = { longest, waits };
      })));
    }).observe(document.querySelector("attention-mixer"), { attributeFilter: ["data-ready"] });
  };
</script>
<body>"#;

#[derive(serde::Deserialize)]
struct Held {
    longest: f64,
    waits: Vec<f64>,
}

pub(super) async fn measure(page: Page<'_>, report: &mut Report) -> Result<()> {
    let site = page.site();
    let script = format!("{}embed/attention-mixer.js", site.address(Variant::Shared));
    site.publish("index.html", HOST.replace("SCRIPT", &script));
    throttle::processor(page, SLOWER).await?;
    let mut longest = Vec::new();
    let mut waits = Vec::new();
    for _ in 0..RUNS {
        page.driver().goto("about:blank").await?;
        page.driver().goto(site.address(Variant::Published)).await?;
        page.script::<()>("begin()", vec![]).await?;
        page.until("return !!window.held").await?;
        let held: Held = page.script("return held", vec![]).await?;
        longest.push(held.longest);
        waits.push(held.waits);
    }
    throttle::processor(page, 1).await?;
    report
        .row(
            "an element starts: the page around is held up at a stretch",
            median(&longest),
            "ms",
        )
        .at_most(HELD_UP)
        .note(format!(
            "processor ÷ {SLOWER}; median of {RUNS}; waits above 20 ms: {waits:?}"
        ));
    Ok(())
}
