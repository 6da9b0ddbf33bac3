//! What is left behind by thousands of movements.

use anyhow::Result;
use serde_json::json;

use super::metrics::metric;
use super::report::Report;
use super::subject::Subject;
use crate::{Page, Variant};

const MOVEMENTS: usize = 5000;
/// What the engine itself keeps back between two collections, in KB.
const HEAP: f64 = 256.0;

/// Keeps hold of the modules' memories, which the page has no reason to show.
const WATCH_MEMORIES: &str = r#"
    const instantiate = WebAssembly.instantiateStreaming;
    window.memories = [];
    WebAssembly.instantiateStreaming = async (...given) => {
        const made = await instantiate(...given);
        memories.push(made.instance.exports.memory);
        return made;
    };
"#;

/// Five movements a frame, as a mouse that is quicker than the screen.
const MOVE: &str = r#"
    const [movements] = arguments;
    const slider = document.querySelector('input[type=range][data-vector=q][data-token="2"][data-component="0"]');
    let at = 0;
    const next = () => requestAnimationFrame(() => {
        for (let more = 0; more < 5 && at < movements; more += 1, at += 1) {
            slider.value = (at * 7 % 100 - 50) / 10;
            slider.dispatchEvent(new Event("input", { bubbles: true }));
        }
        if (at < movements) next();
        else setTimeout(() => done(null), 1000);
    });
    next();
"#;

/// What a page holds.
#[derive(Debug)]
struct Held {
    heap: f64,
    nodes: f64,
    listeners: f64,
    module: f64,
}

pub(super) async fn measure(page: Page<'_>, report: &mut Report) -> Result<()> {
    let cdp = page.driver().cdp();
    cdp.send_raw(
        "Page.addScriptToEvaluateOnNewDocument",
        json!({"source": WATCH_MEMORIES}),
    )
    .await?;
    let subject = Subject::everything();
    subject.open(page, Variant::AsBuilt).await?;
    // What is kept from the first movements on, such as a step to undo, is no growth.
    page.script_until_done::<()>(MOVE, vec![json!(MOVEMENTS / 10)])
        .await?;
    let before = held(page).await?;
    page.script_until_done::<()>(MOVE, vec![json!(MOVEMENTS)])
        .await?;
    let after = held(page).await?;
    let name = |what: &str| format!("{MOVEMENTS} movements{}: {what}", subject.name);
    report
        .row(name("heap"), (after.heap - before.heap) / 1024.0, "KB")
        .at_most(HEAP);
    report
        .row(name("nodes"), after.nodes - before.nodes, "more")
        .at_most(0.0);
    report
        .row(
            name("listeners"),
            after.listeners - before.listeners,
            "more",
        )
        .at_most(0.0);
    report
        .row(
            name("memory of the modules"),
            (after.module - before.module) / 1024.0,
            "KB",
        )
        .at_most(0.0)
        .note(format!("{before:?}"));
    Ok(())
}

/// Once what nobody holds has been collected.
async fn held(page: Page<'_>) -> Result<Held> {
    let cdp = page.driver().cdp();
    for _ in 0..2 {
        cdp.send_raw("HeapProfiler.collectGarbage", json!({}))
            .await?;
    }
    let module = "return memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0)";
    Ok(Held {
        heap: metric(page, "JSHeapUsedSize").await?,
        nodes: metric(page, "Nodes").await?,
        listeners: metric(page, "JSEventListeners").await?,
        module: page.script(module, vec![]).await?,
    })
}
