//! What a link wishes of the page: parts hidden or locked, a view.

use anyhow::Result;
use attention_tests::{BOBS_QUERY, NumberAt, Numbers, Page, Variant, word};
use serde_json::json;

use crate::task::tasks;

tasks![
    hidden_parts_are_not_seen_and_the_rest_is,
    locked_parts_can_be_read_and_not_changed,
    every_part_of_the_workshop_can_be_hidden_and_locked,
    an_unknown_part_is_named_and_the_others_count,
    an_embedded_page_leads_to_the_full_one_and_keeps_no_work,
    the_page_is_shown_for_a_projector_and_back,
];

/// Whether anything that a selector finds is drawn.
async fn is_seen(page: Page<'_>, selector: &str) -> Result<bool> {
    let seen = "return [...document.querySelectorAll(arguments[0])]
        .some((element) => element.getClientRects().length > 0)";
    page.script(seen, vec![json!(selector)]).await
}

async fn is_disabled(page: Page<'_>, selector: &str) -> Result<bool> {
    let disabled = "const all = [...document.querySelectorAll(arguments[0])];
        return all.length > 0 && all.every((element) => element.matches(':disabled'))";
    page.script(disabled, vec![json!(selector)]).await
}

async fn hidden_parts_are_not_seen_and_the_rest_is(page: Page<'_>) -> Result<()> {
    let parts = [
        ("presets", "[data-control=preset]"),
        ("walk", "[data-control=step]"),
        ("q", "input[data-vector=q]"),
        ("k", "input[data-vector=k]"),
        ("v", "input[data-vector=v]"),
        ("scale", "[data-control=scale]"),
        ("temperature", "[data-control=temperature]"),
        ("mask", "[data-control=mask]"),
        ("history", "[data-control=undo]"),
        ("pin", "[data-control=pin]"),
        ("bars", ".bars"),
        ("steps", ".steps"),
        ("table", ".everyone"),
        ("stage", "path[data-line]"),
        ("charts", "[data-door=charts], [data-panel=charts]"),
    ];
    page.open_first_view(Variant::AsBuilt, "").await?;
    for (part, selector) in parts {
        assert!(is_seen(page, selector).await?, "{part} at the bare address");
    }
    for hidden in parts {
        page.open_first_view(Variant::AsBuilt, &format!("hide={}", hidden.0))
            .await?;
        assert_eq!(page.messages().await?.alerts, "");
        let is_of_the_stage = |part| ["q", "k", "v"].contains(&part);
        for (part, selector) in parts {
            let expected = part != hidden.0 && !(hidden.0 == "stage" && is_of_the_stage(part));
            assert_eq!(
                is_seen(page, selector).await?,
                expected,
                "{part} where {} is hidden",
                hidden.0
            );
        }
    }
    // What isn't seen stays there for other programs.
    page.open("hide=q,table,steps").await?;
    page.expect(&Numbers::walkthrough(), &[2]).await
}

async fn locked_parts_can_be_read_and_not_changed(page: Page<'_>) -> Result<()> {
    page.open("lock=q,temperature,history").await?;
    assert!(page.text().await?.contains(&word("locked")?));
    for locked in [
        "input[data-vector=q]",
        "input[data-control=temperature]",
        "[data-control=undo]",
        ".published + button",
    ] {
        assert!(is_disabled(page, locked).await?, "{locked}");
    }
    assert!(!is_disabled(page, "input[data-vector=k]").await?);
    // Neither is an arrow's tip a way around it.
    let open = "document.querySelector('details[data-panel=arrows]').open = true";
    page.script::<()>(open, vec![]).await?;
    let handle = "[data-handle][data-vector=q][data-token='2']";
    page.until(&format!("return !!document.querySelector(`{handle}`)"))
        .await?;
    let press = "document.querySelector(arguments[0]).dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }))";
    page.script::<()>(press, vec![json!(handle)]).await?;
    page.expect(&Numbers::walkthrough(), &[2]).await?;
    // What is free moves, and the address keeps the lock.
    let bobs_key = NumberAt {
        vector: 'k',
        ..BOBS_QUERY
    };
    page.number(bobs_key).enter("0").await?;
    page.expect(&Numbers::walkthrough().with('k', 2, 0, 0.0), &[2])
        .await?;
    page.until_address_says("lock=q,temperature,history")
        .await?;
    // A link without locks opens them.
    page.paste("q=1,2;0,1;0,3").await?;
    assert!(!is_disabled(page, "input[data-vector=q]").await?);
    assert!(!page.text().await?.contains(&word("locked")?));
    Ok(())
}

async fn every_part_of_the_workshop_can_be_hidden_and_locked(page: Page<'_>) -> Result<()> {
    let panels = [
        "arrows",
        "source",
        "heads",
        "charts",
        "guests",
        "real-heads",
        "share",
    ];
    page.open(&format!("hide={}", panels.join(","))).await?;
    for panel in panels {
        let panel = format!("[data-panel={panel}]");
        assert!(!is_seen(page, &panel).await?, "{panel}");
    }
    page.open(&format!("preset=heads&lock={}", panels.join(",")))
        .await?;
    let open =
        "for (const panel of document.querySelectorAll('details[data-panel]')) panel.open = true";
    page.script::<()>(open, vec![]).await?;
    page.until("return !!document.querySelector('[data-control=add-guest]')")
        .await?;
    for control in [
        "[data-control=source]",
        "[data-control=heads]",
        "[data-control=name]",
        "[data-control=add-guest]",
        "[data-matrix=wo]",
    ] {
        assert!(is_disabled(page, control).await?, "{control}");
    }
    Ok(())
}

async fn an_unknown_part_is_named_and_the_others_count(page: Page<'_>) -> Result<()> {
    page.open("hide=table,cellar&lock=attic&view=sideways&lang=tlh")
        .await?;
    let alerts = page.messages().await?.alerts;
    for name in ["cellar", "attic", "sideways", "tlh"] {
        assert!(alerts.contains(name), "{name} in {alerts}");
    }
    assert!(!is_seen(page, ".everyone").await?);
    page.expect(&Numbers::walkthrough(), &[2]).await
}

async fn an_embedded_page_leads_to_the_full_one_and_keeps_no_work(page: Page<'_>) -> Result<()> {
    page.open_first_view(Variant::AsBuilt, "view=embed&hide=table&lock=k")
        .await?;
    for frame in [".theme", ".colophon", "[data-panel=charts]", ".everyone"] {
        assert!(!is_seen(page, frame).await?, "{frame}");
    }
    page.number(BOBS_QUERY).enter("-1.5").await?;
    page.until_address_says("q=1,2;0,1;-1.5,3").await?;
    let kept: u32 = page.script("return localStorage.length", vec![]).await?;
    assert_eq!(kept, 0);
    let full = page.by_role("link", &word("open-in-full")?).await?;
    let address = full.prop("href").await?.unwrap_or_default();
    let (_, link) = address.split_once('#').unwrap_or_default();
    assert!(link.contains("q=1,2;0,1;-1.5,3"), "{address}");
    page.open_first_view(Variant::AsBuilt, link).await?;
    assert!(is_seen(page, ".theme").await? && is_seen(page, ".everyone").await?);
    page.expect(&Numbers::walkthrough().with('q', 2, 0, -1.5), &[2])
        .await
}

async fn the_page_is_shown_for_a_projector_and_back(page: Page<'_>) -> Result<()> {
    let size = "return parseFloat(getComputedStyle(document.querySelector('.steps')).fontSize)";
    page.open("").await?;
    let before: f64 = page.script(size, vec![]).await?;
    page.click_control("present").await?;
    page.after_frame().await?;
    let large: f64 = page.script(size, vec![]).await?;
    assert!(large >= before * 1.3, "{large} after {before}");
    page.until_address_says("view=present").await?;
    page.reload().await?;
    assert_eq!(page.script::<f64>(size, vec![]).await?, large);
    page.click_control("present").await?;
    page.after_frame().await?;
    assert_eq!(page.script::<f64>(size, vec![]).await?, before);
    Ok(())
}
