//! The rooms in which a slider is moved.

use anyhow::{Result, ensure};

use crate::{Numbers, Page, Variant};

/// A room, and how much of the page around it is open.
pub(super) struct Subject {
    /// What a row of the report calls it; nothing, for the walkthrough.
    pub(super) name: &'static str,
    link: String,
    /// Whether the workshop is there, with every panel of it open.
    is_open: bool,
}

/// Opens every panel, and what is folded inside them, until nothing more is to be opened.
const OPEN_ALL: &str = r#"
    (async () => {
        const closed = () => [...document.querySelectorAll("details:not([open])")];
        for (let round = 0; round < 5 && closed().length > 0; round += 1) {
            for (const details of closed()) details.open = true;
            for (let frame = 0; frame < 10; frame += 1) await new Promise(requestAnimationFrame);
        }
        done(closed().length);
    })();
"#;

/// Whoever moves a slider looks at it.
const LOOK: &str = r#"
    const slider = document.querySelector('input[type=range][data-vector=q][data-token="2"][data-component="0"]');
    slider.scrollIntoView({ block: "center" });
    requestAnimationFrame(() => requestAnimationFrame(() => done(null)));
"#;

impl Subject {
    /// The page as a visitor first sees it.
    pub(super) fn walkthrough() -> Self {
        Self {
            name: "",
            link: String::new(),
            is_open: false,
        }
    }

    /// As many cards as stand there with all their sliders, and everything that there is on the page.
    pub(super) fn everything() -> Self {
        Self {
            name: ", 12 cards × 8, everything open",
            link: Numbers::of_size(12, 8).link(2),
            is_open: true,
        }
    }

    /// The largest room there is, with its matrix.
    pub(super) fn largest() -> Self {
        Self {
            name: ", 128 guests × 64",
            link: Numbers::of_size(128, 64).link(2),
            is_open: false,
        }
    }

    /// Opens it, or what was published to stand beside it, where Bob's first query is moved.
    pub(super) async fn open(&self, page: Page<'_>, variant: Variant) -> Result<()> {
        if variant == Variant::Published {
            page.open_first_view(variant, "").await?;
        } else if self.is_open {
            page.open_variant(variant, &self.link).await?;
            let closed: usize = page.script_until_done(OPEN_ALL, vec![]).await?;
            ensure!(closed == 0, "{closed} panels stay closed");
        } else {
            page.open_first_view(variant, &self.link).await?;
        }
        page.script_until_done::<()>(LOOK, vec![]).await
    }
}
