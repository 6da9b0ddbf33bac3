//! The address of the open page: what is written into it, and what is put there.

use anyhow::Result;
use attention_tests::{BOBS_QUERY, Numbers, Page, say, word};
use thirtyfour::Key;

use crate::task::tasks;

tasks![
    a_link_put_into_the_open_page_is_followed,
    a_bad_link_put_there_is_refused_and_the_work_stays,
    the_skip_link_loses_no_work,
    the_address_is_not_written_at_every_key,
    a_refused_address_is_written_later,
];

async fn visits(page: Page<'_>) -> Result<u32> {
    page.script("return history.length", vec![]).await
}

async fn a_link_put_into_the_open_page_is_followed(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    let visits_before = visits(page).await?;
    page.number(BOBS_QUERY).enter("1.5").await?;
    let worked = Numbers::walkthrough().with('q', 2, 0, 1.5);
    page.paste("q=1,2;0,1;0,3&focus=0").await?;
    let linked = Numbers::walkthrough().with('q', 2, 0, 0.0);
    page.expect(&linked, &[0]).await?;
    assert_eq!(page.messages().await?.alerts, "");
    // The browser has added the link to its way back (up to the longest it keeps), and the page nothing.
    assert!(visits(page).await? <= visits_before + 1);
    assert_eq!(page.fragment().await?, "q=1,2;0,1;0,3&focus=0");
    page.click_control("undo").await?;
    page.expect(&worked, &[2]).await?;
    // Where the last link began is where a reset leads.
    page.click_control("reset").await?;
    page.expect(&linked, &[0]).await?;
    page.number(BOBS_QUERY).enter("3").await?;
    page.until_address_says("q=1,2;0,1;3,3").await?;
    assert!(visits(page).await? <= visits_before + 1);
    Ok(())
}

async fn a_bad_link_put_there_is_refused_and_the_work_stays(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    page.number(BOBS_QUERY).enter("1.5").await?;
    let kept = page.until_address_says("q=1,2;0,1;1.5,3").await?;
    let worked = Numbers::walkthrough().with('q', 2, 0, 1.5);
    let nobody = say("link-nobody", &[("text", "99")])?;
    let unreadable = say("link-unreadable", &[("text", "%")])?;
    for (bad, sentence) in [("focus=99", nobody), ("%", unreadable)] {
        page.paste(bad).await?;
        page.after_frame().await?;
        let alerts = page.messages().await?.alerts;
        assert!(alerts.contains(&sentence), "{bad}: {alerts}");
        page.expect(&worked, &[2]).await?;
        // A reload finds the work.
        assert_eq!(page.fragment().await?, kept, "{bad}");
    }
    // What of a link can be read counts.
    page.paste("scale=big&temperature=2").await?;
    page.expect(&Numbers::walkthrough().times(0.5), &[2])
        .await?;
    assert_ne!(page.messages().await?.alerts, "");
    Ok(())
}

async fn the_skip_link_loses_no_work(page: Page<'_>) -> Result<()> {
    let skip = async || -> Result<()> {
        let link = page.by_role("link", &word("skip-to-stage")?).await?;
        link.focus().await?;
        page.press(Key::Enter, 1).await?;
        page.after_frame().await
    };
    page.open("").await?;
    skip().await?;
    page.number(BOBS_QUERY).enter("1.5").await?;
    page.until_address_says("q=1,2;0,1;1.5,3").await?;
    skip().await?;
    page.until_address_says("q=1,2;0,1;1.5,3").await?;
    // It has led to the guests all the same.
    page.press(Key::Tab, 1).await?;
    let is_inside = "return document.activeElement.closest('#stage') !== null";
    assert!(page.script::<bool>(is_inside, vec![]).await?);
    page.reload().await?;
    let worked = Numbers::walkthrough().with('q', 2, 0, 1.5);
    page.expect(&worked, &[2]).await?;
    // So it is where a link opened the page and nothing was changed.
    page.open("q=1,2;0,1;0,3").await?;
    skip().await?;
    page.until_address_says("q=1,2;0,1;0,3").await?;
    page.reload().await?;
    page.expect(&Numbers::walkthrough().with('q', 2, 0, 0.0), &[2])
        .await
}

/// Counts how often the address is written, and refuses it where it is told to.
const COUNT: &str = "
    const write = history.replaceState;
    window.writings = 0;
    window.start = performance.now();
    history.replaceState = (...what) => {
        window.writings += 1;
        if (window.refuses) throw new DOMException('too often', 'SecurityError');
        return write.apply(history, what);
    };
";

pub(crate) async fn the_address_is_not_written_at_every_key(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    page.script::<()>(COUNT, vec![]).await?;
    page.number(BOBS_QUERY)
        .press_on_slider(Key::Left, 60)
        .await?;
    page.until_address_says("q=1,2;0,1;-4,3").await?;
    let (writings, time): (f64, f64) = page
        .script("return [writings, performance.now() - start]", vec![])
        .await?;
    // Safari allows 100 in 30 seconds: 22 at once, and one in 400 ms, are 97.
    let allowed = 23.0 + time / 400.0;
    assert!(writings <= allowed, "{writings} in {time} ms");
    Ok(())
}

pub(crate) async fn a_refused_address_is_written_later(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    page.script::<()>(COUNT, vec![]).await?;
    page.script::<()>("window.refuses = true", vec![]).await?;
    page.number(BOBS_QUERY).enter("1.5").await?;
    page.until("return writings > 0").await?;
    page.expect(&Numbers::walkthrough().with('q', 2, 0, 1.5), &[2])
        .await?;
    page.script::<()>("window.refuses = false", vec![]).await?;
    page.until_address_says("q=1,2;0,1;1.5,3").await?;
    Ok(())
}
