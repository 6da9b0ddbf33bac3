//! axe-core, asked about the page as it stands.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use attention_tests::Page;

/// What axe-core is run with, and how it is told what was found.
const ASK: &str = "
    const ask = async (rules) => {
        const { violations } = await axe.run({ resultTypes: ['violations'], selectors: false, ...rules });
        return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) =>
            `${id}: ${html.slice(0, 200)}: ${failureSummary}`));
    };
    const failed = (problem) => done([`axe itself: ${problem}`]);
";

/// Every rule that is broken, and where.
pub(crate) async fn violations(page: Page<'_>) -> Result<Vec<String>> {
    run(page, "ask().then(done, failed);").await
}

/// Every rule that is broken in light or in dark, and where. The dark page is the light one in other colours: that it is
/// so is seen by its boxes, and it is asked for colours alone.
pub(crate) async fn violations_in_both_themes(page: Page<'_>) -> Result<Vec<String>> {
    let both = "
        const root = document.documentElement;
        const boxes = () => JSON.stringify([...document.body.querySelectorAll('*')].map((element) => {
            const { x, y, width, height } = element.getBoundingClientRect();
            return [x, y, width, height, getComputedStyle(element).visibility];
        }));
        const colours = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };
        (async () => {
            const worn = root.dataset.theme;
            root.dataset.theme = 'light';
            const found = await ask();
            const before = boxes();
            root.dataset.theme = 'dark';
            if (boxes() !== before) found.push('dark differs from light in more than its colours');
            found.push(...(await ask(colours)).map((text) => `in dark, ${text}`));
            if (worn === undefined) delete root.dataset.theme;
            else root.dataset.theme = worn;
            return found;
        })().then(done, failed);";
    run(page, both).await
}

/// Some drivers' scripts share what they define from one to the next, others' don't: there, axe-core comes along again.
async fn run(page: Page<'_>, body: &str) -> Result<Vec<String>> {
    let known: bool = page.script("return 'axe' in window", vec![]).await?;
    let axe = if known { String::new() } else { axe()? };
    page.script_until_done(&format!("{axe};{ASK}{body}"), vec![])
        .await
}

/// axe-core's script, where `ATTENTION_AXE` says or where xtask's packages are.
fn axe() -> Result<String> {
    let in_workspace = "../xtask/tools/node_modules/axe-core/axe.min.js";
    let file = match std::env::var_os("ATTENTION_AXE") {
        Some(file) => PathBuf::from(file),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join(in_workspace),
    };
    std::fs::read_to_string(&file).with_context(|| {
        let file = file.display();
        format!(
            "axe-core is not at {file}: `cargo xtask test` sets it up, `npm ci` in xtask/tools too"
        )
    })
}
