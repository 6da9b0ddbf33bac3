//! The page without a network, after a first visit.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use attention_tests::{BOBS_QUERY, Numbers, Page, Site, Variant};
use thirtyfour::Key;

use crate::task::tasks;

tasks![
    after_a_first_visit_it_opens_without_a_network,
    a_new_release_is_there_at_once_and_stays,
];

/// A site that a task may change and switch off.
struct Release {
    folder: PathBuf,
    site: Option<Site>,
}

impl Release {
    fn of(page: Page<'_>, name: &str) -> Result<Self> {
        let name = format!("{name}-{}-{:?}", std::process::id(), page.engine());
        let folder = std::env::temp_dir().join(name);
        copy(page.site().folder(), &folder)?;
        let site = Some(Site::of(folder.clone())?);
        Ok(Self { folder, site })
    }

    fn address(&self) -> Result<String> {
        let site = self.site.as_ref().context("it is switched off")?;
        Ok(site.address(Variant::Kept))
    }

    fn switch_off(&mut self) {
        self.site = None;
    }

    /// Replaces a text in a file of the release.
    fn change(&self, name: &str, from: &str, to: &str) -> Result<()> {
        let path = self.folder.join(name);
        let text = fs::read_to_string(&path)?;
        anyhow::ensure!(text.contains(from), "{name} holds no {from}");
        fs::write(&path, text.replace(from, to))?;
        // What is sent is the compressed file, if there is one.
        for ending in ["br", "gz"] {
            let _ = fs::remove_file(self.folder.join(format!("{name}.{ending}")));
        }
        Ok(())
    }

    /// What the release calls itself: in its worker, and in the names of what is kept.
    fn build(&self) -> Result<String> {
        let worker = fs::read_to_string(self.folder.join("sw.js"))?;
        let is_build =
            |text: &&str| text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let build = worker.split('"').find(is_build);
        build
            .map(str::to_owned)
            .context("the worker names its build")
    }
}

impl Drop for Release {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let place = to.join(path.file_name().unwrap_or_default());
        if path.is_file() {
            fs::copy(&path, place)?;
        }
    }
    Ok(())
}

/// As a person does: Firefox's driver asks past every worker.
async fn reload(page: Page<'_>) -> Result<()> {
    page.to_another_document(async || {
        page.script("setTimeout(() => location.reload())", vec![])
            .await
    })
    .await?;
    page.until_alive().await
}

/// Waits until a build's page is kept, with so many files.
async fn kept(page: Page<'_>, build: &str, files: usize) -> Result<()> {
    let is_kept = format!(
        "const start = performance.now();
        const look = async () => {{
            const names = (await caches.keys()).filter((name) => name.includes('{build}'));
            const kept = names.length > 0 ? await (await caches.open(names[0])).keys() : [];
            const registration = await navigator.serviceWorker.getRegistration();
            const {{ installing, waiting, active }} = registration ?? {{}};
            if (kept.length >= {files} && active && !installing) done('');
            else if (performance.now() - start < 15000) setTimeout(look, 50);
            else done(`${{[installing, waiting, active].map((worker) => worker?.state)}}: ${{kept.map(({{ url }}) => url)}}`);
        }};
        look().catch((error) => done(String(error)));"
    );
    let missing: String = page.script_until_done(&is_kept, vec![]).await?;
    anyhow::ensure!(missing.is_empty(), "not all is kept: {missing}");
    Ok(())
}

async fn after_a_first_visit_it_opens_without_a_network(page: Page<'_>) -> Result<()> {
    let mut release = Release::of(page, "kept")?;
    page.driver().enter_default_frame().await?;
    page.driver().goto(release.address()?).await?;
    page.until_alive().await?;
    kept(page, &release.build()?, 3).await?;
    // Whoever begins to work gets the workshop, too.
    page.number(BOBS_QUERY)
        .press_on_slider(Key::Home, 1)
        .await?;
    kept(page, &release.build()?, 6).await?;
    let address = release.address()?;
    release.switch_off();
    reload(page).await?;
    page.expect(&Numbers::walkthrough().with('q', 2, 0, -5.0), &[2])
        .await?;
    // From another document: an address that differs in its fragment alone loads nothing.
    page.driver().goto("about:blank").await?;
    page.driver()
        .goto(format!("{address}?workshop=charts#focus=2"))
        .await?;
    page.until_alive().await?;
    page.until("return !!document.querySelector('[data-weight-cell]')")
        .await
}

async fn a_new_release_is_there_at_once_and_stays(page: Page<'_>) -> Result<()> {
    let mut release = Release::of(page, "released")?;
    page.driver().enter_default_frame().await?;
    page.driver().goto(release.address()?).await?;
    page.until_alive().await?;
    let first = release.build()?;
    kept(page, &first, 3).await?;
    let second = "fedcba9876543210";
    release.change("index.html", "</h1>", ", anew</h1>")?;
    release.change("sw.js", &first, second)?;
    let is_new = "return document.querySelector('h1').textContent.endsWith(', anew')";
    reload(page).await?;
    assert!(page.script::<bool>(is_new, vec![]).await?);
    kept(page, second, 3).await?;
    release.switch_off();
    reload(page).await?;
    assert!(page.script::<bool>(is_new, vec![]).await?);
    Ok(())
}
