//! The whole state in the address.

use anyhow::Result;
use attention_tests::{BOBS_QUERY, Numbers, Page, say, word};
use thirtyfour::Key;

use crate::task::tasks;

tasks![
    packed_links_are_unpacked_into_the_address,
    what_cant_be_unpacked_is_told_of,
    a_link_sets_numbers_focus_scale_and_temperature,
    names_may_hold_anything,
    a_bare_name_is_not_about_the_room,
    what_cant_be_read_is_said_and_the_rest_counts,
    the_address_keeps_the_work_over_a_reload,
    a_link_runs_nothing,
    the_documented_example_opens_in_silence,
    what_a_link_says_stands_until_dismissed,
    a_link_with_many_mistakes_is_told_in_a_few_sentences,
];

async fn a_link_sets_numbers_focus_scale_and_temperature(page: Page<'_>) -> Result<()> {
    page.open(
        "q=1,2;0,1;0,3&k=1,1;1,0;2,1&v=0.2,0.8;0.5,0.1;0.9,0.4&focus=0&scale=sqrt_dk&temperature=2",
    )
    .await?;
    assert_eq!(page.in_focus().await?, [0]);
    let numbers = Numbers::walkthrough()
        .with('q', 2, 0, 0.0)
        .times(0.5_f64.sqrt() / 2.0);
    page.expect(&numbers, &[0]).await?;
    assert_eq!(page.temperature().standing().await?.field, "2");
    assert_eq!(page.messages().await?.alerts, "");
    Ok(())
}

async fn names_may_hold_anything(page: Page<'_>) -> Result<()> {
    page.open("tokens=a%3Bb%2C;c+d;%3Cb%3Ex").await?;
    for (token, name) in ["a;b,", "c+d", "<b>x"].into_iter().enumerate() {
        let text = page.card(token).text().await?;
        assert!(text.contains(name), "card {token} says {text}");
    }
    page.expect(&Numbers::walkthrough(), &[2]).await
}

async fn a_bare_name_is_not_about_the_room(page: Page<'_>) -> Result<()> {
    for fragment in ["main", "stage", "?secret=abc123"] {
        page.open(fragment).await?;
        assert_eq!(page.messages().await?.alerts, "", "{fragment}");
        page.expect(&Numbers::walkthrough(), &[2]).await?;
    }
    page.open("q=1,2;0,1;0,3#?secret=abc123").await?;
    assert_eq!(page.messages().await?.alerts, "");
    page.expect(&Numbers::walkthrough().with('q', 2, 0, 0.0), &[2])
        .await
}

async fn what_cant_be_read_is_said_and_the_rest_counts(page: Page<'_>) -> Result<()> {
    let of_text = |id: &str, text: &str| say(id, &[("text", text)]);
    let unknown_value =
        |key: &str, text: &str| say("link-unknown-value", &[("key", key), ("text", text)]);
    let shape = |key: &str| say("link-shape", &[("key", key)]);
    let number = |key: &str, text: &str, why: &str| -> Result<String> {
        say(
            "link-number",
            &[("key", key), ("text", text), ("why", &say(why, &[])?)],
        )
    };
    for (bad, sentence) in [
        ("%", of_text("link-unreadable", "%")?),
        ("colour=red", of_text("link-unknown-key", "colour")?),
        ("scale=big", unknown_value("scale", "big")?),
        (
            "q=NaN,2;0,1;2,3",
            number("q", "NaN", "refused-not-a-number")?,
        ),
        (
            "k=1e999,1;1,0;2,1",
            number("k", "1e999", "refused-too-large")?,
        ),
        (
            "temperature=0",
            number("temperature", "0", "refused-too-cold")?,
        ),
        ("v=1;2;3", shape("v")?),
        ("tokens=Alice;Bob", shape("tokens")?),
        ("preset=nobody", unknown_value("preset", "nobody")?),
    ] {
        page.open(&format!("{bad}&focus=1")).await?;
        let alerts = page.messages().await?.alerts;
        assert!(
            alerts.contains(&sentence),
            "{bad}: {alerts}, not {sentence}"
        );
        assert_eq!(page.in_focus().await?, [1], "{bad}");
        page.expect(&Numbers::walkthrough(), &[1]).await?;
    }
    page.open("focus=99&temperature=2").await?;
    let alerts = page.messages().await?.alerts;
    assert!(alerts.contains(&of_text("link-nobody", "99")?), "{alerts}");
    page.expect(&Numbers::walkthrough().times(0.5), &[2]).await
}

async fn the_address_keeps_the_work_over_a_reload(page: Page<'_>) -> Result<()> {
    page.open("").await?;
    assert_eq!(
        page.fragment().await?,
        "",
        "the bare address stays bare until something is done"
    );
    page.number(BOBS_QUERY)
        .press_on_slider(Key::Left, 20)
        .await?;
    page.temperature().enter("1.67").await?;
    page.card(1).button().await?.click().await?;
    let expected = Numbers::walkthrough()
        .with('q', 2, 0, 0.0)
        .times(1.0 / 1.67);
    page.expect(&expected, &[1]).await?;
    let fragment = page.until_address_says("focus=1").await?;
    assert!(fragment.contains("q=1,2;0,1;0,3"), "{fragment}");
    page.reload().await?;
    assert_eq!(page.in_focus().await?, [1]);
    page.expect(&expected, &[1]).await?;
    // Somebody else's browser, by the same link.
    page.open(&fragment).await?;
    page.expect(&expected, &[1]).await
}

async fn a_link_runs_nothing(page: Page<'_>) -> Result<()> {
    let script = "%3Cimg%20src=x%20onerror=%22window.ran=true%22%3E";
    page.open(&format!(
        "tokens={script};b;c&nonsense={script}&theme={script}"
    ))
    .await?;
    page.after_frame().await?;
    let ran: bool = page
        .script(
            "return window.ran === true || document.querySelector('#app img') !== null",
            vec![],
        )
        .await?;
    assert!(!ran);
    page.expect(&Numbers::walkthrough(), &[2]).await
}

async fn the_documented_example_opens_in_silence(page: Page<'_>) -> Result<()> {
    let example = "tokens=Alice;introduced;Bob&q=1,2;0,1;2,3&k=1,1;1,0;2,1&v=0.2,0.8;0.5,0.1;0.9,0.4\
                   &focus=2&step=softmax&scale=none&temperature=1&mask=none";
    for wishes in ["", "&view=full", "&hide=steps&lock=q&lang=en&theme=auto"] {
        page.open(&format!("{example}{wishes}")).await?;
        assert_eq!(page.messages().await?.alerts, "", "{wishes}");
        page.expect(&Numbers::walkthrough(), &[2]).await?;
    }
    // What the link wishes of the page is not lost when the page writes its address anew.
    page.open("hide=steps&lock=q&lang=en&theme=auto").await?;
    page.temperature().enter("2").await?;
    let fragment = page.until_address_says("temperature=2").await?;
    assert!(
        fragment.ends_with("&hide=steps&lock=q&lang=en"),
        "{fragment}"
    );
    Ok(())
}

async fn what_a_link_says_stands_until_dismissed(page: Page<'_>) -> Result<()> {
    page.open("colour=red").await?;
    let sentence = say("link-unknown-key", &[("text", "colour")])?;
    let bob = page.number(BOBS_QUERY);
    bob.enter("1.5").await?;
    bob.enter("abc").await?;
    page.press(Key::Escape, 1).await?;
    page.click_control("reset").await?;
    let alerts = page.messages().await?.alerts;
    assert!(alerts.contains(&sentence), "{alerts}");
    page.click("button", &word("dismiss")?).await?;
    assert_eq!(page.messages().await?.alerts, "");
    Ok(())
}

async fn a_link_with_many_mistakes_is_told_in_a_few_sentences(page: Page<'_>) -> Result<()> {
    let mistakes: Vec<String> = (1..=30).map(|key| format!("key{key}=1")).collect();
    page.open(&mistakes.join("&")).await?;
    let alerts = page.messages().await?.alerts;
    for (key, said) in [("key1", true), ("key5", true), ("key6", false)] {
        let sentence = say("link-unknown-key", &[("text", key)])?;
        assert_eq!(alerts.contains(&sentence), said, "{key} in {alerts}");
    }
    assert!(
        alerts.contains(&say("link-more", &[("count", "25")])?),
        "{alerts}"
    );
    Ok(())
}

async fn packed_links_are_unpacked_into_the_address(page: Page<'_>) -> Result<()> {
    // By the Python in docs/links.md.
    page.open("view=embed&z=K7Q11DGyNtAxBGJjtbT85NJiW0MA")
        .await?;
    page.until("return document.querySelector('[data-card=\"1\"]')?.getAttribute('aria-current') === 'true'")
        .await?;
    page.expect(&Numbers::walkthrough().with('q', 2, 0, 0.0), &[1])
        .await?;
    let address = page.fragment().await?;
    assert!(
        address.contains("q=1,2;0,1;0,3&focus=1") && address.starts_with("view=embed&"),
        "{address}"
    );
    assert_eq!(page.messages().await?.alerts, "");
    let visible =
        "return getComputedStyle(document.querySelector('#app')).visibility === 'visible'";
    page.until(visible).await?;
    // What the page packs itself, in an address that comes later.
    let again =
        "window.packed('q=1,2;0,1;2,3&focus=0').then((z) => { location.hash = z; done(null) })";
    page.script_until_done::<()>(again, vec![]).await?;
    page.until("return document.querySelector('[data-card=\"0\"]')?.getAttribute('aria-current') === 'true'")
        .await?;
    page.expect(&Numbers::walkthrough(), &[0]).await
}

async fn what_cant_be_unpacked_is_told_of(page: Page<'_>) -> Result<()> {
    // Cut off, no base64, a link within a link, and two million zeros.
    let bomb = "new Response(new Blob(['q=' + '0'.repeat(2e6)]).stream().pipeThrough(new CompressionStream('deflate-raw')))
        .arrayBuffer().then((bytes) => done(btoa(String.fromCharCode(...new Uint8Array(bytes)))))";
    page.open("").await?;
    let bomb: String = page.script_until_done(bomb, vec![]).await?;
    let bomb = bomb.replace('+', "-").replace('/', "_").replace('=', "");
    let twice = "window.packed('q=1').then((z) => window.packed(z)).then((z) => done(z.slice(2)))";
    let twice: String = page.script_until_done(twice, vec![]).await?;
    for packed in ["K7Q11DHSMb", "***", &twice, &bomb] {
        page.open(&format!("focus=1&z={packed}")).await?;
        page.until(
            "return document.querySelector('[role=alert] li')?.textContent.includes('“z=”')",
        )
        .await?;
        page.expect(&Numbers::walkthrough(), &[1]).await?;
    }
    Ok(())
}
