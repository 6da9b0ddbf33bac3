//! The page in a frame of somebody else's, from another origin.

use anyhow::Result;
use attention_tests::{Page, Variant, word};
use serde_json::{Value, json};
use thirtyfour::By;

use crate::task::tasks;

tasks![
    its_height_is_told_in_every_form_that_hosts_listen_for,
    its_state_is_set_read_and_followed,
    what_cant_be_taken_is_refused_and_nothing_changes,
    nobody_but_the_page_around_is_listened_to,
    the_one_file_works_in_a_sandbox,
];

const HOST: &str = include_str!("frame/host.html");

/// Opens a page of another origin, with the page in a frame of it.
async fn host(page: Page<'_>, fragment: &str) -> Result<()> {
    host_of(page, "", "", fragment).await
}

/// The same with a file of the page, and with what a sandbox allows, if there is one.
async fn host_of(page: Page<'_>, file: &str, sandbox: &str, fragment: &str) -> Result<()> {
    let site = page.site();
    site.publish("index.html", HOST.to_owned());
    let address = site.address(Variant::Published);
    let address = address.replace("127.0.0.1", "localhost");
    let framed = site.address(Variant::AsBuilt);
    page.driver().enter_default_frame().await?;
    // From another document: an address that differs in its fragment alone loads nothing.
    page.driver().goto("about:blank").await?;
    page.driver()
        .goto(format!(
            "{address}?sandbox={sandbox}&page={framed}{file}#{fragment}"
        ))
        .await?;
    page.until("return window.heard?.some((message) => message.ready)")
        .await
}

/// Asks the page in the frame, and waits for its answer.
async fn ask(page: Page<'_>, request: Value) -> Result<Value> {
    page.script_until_done("ask(arguments[0]).then(done)", vec![request])
        .await
}

async fn its_height_is_told_in_every_form_that_hosts_listen_for(page: Page<'_>) -> Result<()> {
    host(page, "view=embed&theme=light#?secret=Ab12").await?;
    // A height is told in four messages, and each is a task of its own: the page around may have
    // heard of the newest in two forms, and of the one before it in the others.
    page.until(
        "const last = (form) => heard.map(form).filter((height) => height > 0).pop() ?? 0;
        const parsed = (message) => typeof message === 'string' ? JSON.parse(message) : {};
        const forms = [
            last((message) => message['attention-mixer'] === 1 && message.height),
            last((message) => message.sentinel === 'amp' && message.type === 'embed-size' && message.height),
            last((message) => parsed(message).context === 'iframe.resize' && parsed(message).height),
            last((message) => message.message === 'height' && message.secret === 'Ab12' && message.value),
        ];
        return forms[0] > 300 && forms.every((form) => form === forms[0])",
    )
    .await?;
    // In a frame of that height, nothing of it is out of sight.
    page.until("return frame.clientHeight === heard.findLast(({ height }) => height).height")
        .await?;
    page.driver()
        .find(By::Tag("iframe"))
        .await?
        .enter_frame()
        .await?;
    let beyond = "return document.documentElement.scrollHeight - innerHeight";
    page.until(&format!("{beyond} <= 1")).await?;
    assert_eq!(page.messages().await?.alerts, "");
    Ok(())
}

async fn its_state_is_set_read_and_followed(page: Page<'_>) -> Result<()> {
    host(page, "view=embed").await?;
    let steps = "return history.length";
    let before: u32 = page.script(steps, vec![]).await?;
    let state = ask(page, json!({"get": "state"})).await?;
    let says = |answer: &Value, part: &str| {
        let state = answer["state"].as_str().unwrap_or_default();
        state.split('&').any(|one| one == part)
    };
    assert!(says(&state, "q=1,2;0,1;2,3"), "{state}");
    let set = ask(page, json!({"set": "view=embed&q=1,2;0,1;0,3&focus=0"})).await?;
    assert!(
        says(&set, "q=1,2;0,1;0,3") && says(&set, "focus=0"),
        "{set}"
    );
    assert_eq!(set["refused"], json!([]));
    // The same again, once the page's own work has gone on.
    ask(page, json!({"subscribe": true})).await?;
    page.driver()
        .find(By::Tag("iframe"))
        .await?
        .enter_frame()
        .await?;
    // WebKit's driver does not scroll the page around so far that its pointer gets there.
    let undo = "document.querySelector('[data-control=undo]').click()";
    page.script::<()>(undo, vec![]).await?;
    page.driver().enter_default_frame().await?;
    page.until("return heard.some(({ state, id }) => id === undefined && state?.includes('q=1,2;0,1;2,3'))")
        .await?;
    let again = ask(page, json!({"set": "view=embed&q=1,2;0,1;0,3&focus=0"})).await?;
    assert!(says(&again, "q=1,2;0,1;0,3"), "{again}");
    // The host's own back button leads out of the host: no step of the frame's stands before it.
    assert_eq!(page.script::<u32>(steps, vec![]).await?, before);
    Ok(())
}

async fn what_cant_be_taken_is_refused_and_nothing_changes(page: Page<'_>) -> Result<()> {
    host(page, "view=embed&q=1,2;0,1;0,3").await?;
    let before = ask(page, json!({"get": "state"})).await?["state"].clone();
    for (request, code) in [
        (json!({"set": "main"}), "not-a-link"),
        (
            json!({"set": format!("q={}", "1,".repeat(600_000))}),
            "too-long",
        ),
        (json!({"get": "secrets"}), "unknown-request"),
        (json!({"set": ["q=1"]}), "unknown-request"),
        (
            json!({"attention-mixer": 2, "get": "state"}),
            "unknown-version",
        ),
    ] {
        assert_eq!(ask(page, request).await?["refused"], json!([code]));
    }
    // What a link says wrong is said as the page says it.
    let answer = ask(page, json!({"set": "q=NaN,1;2,3;4,5"})).await?;
    let sentences = answer["refused"].as_array().cloned().unwrap_or_default();
    assert_eq!(sentences.len(), 1, "{answer}");
    assert!(sentences[0].as_str().unwrap_or_default().contains("NaN"));
    assert_eq!(answer["state"], before);
    // Nor does anything run that a message carries.
    let hostile = "view=embed&tokens=<img src=x onerror=parent.ran=1>;b;c";
    ask(page, json!({"set": hostile})).await?;
    let ran: bool = page.script("return 'ran' in window", vec![]).await?;
    assert!(!ran);
    page.driver()
        .find(By::Tag("iframe"))
        .await?
        .enter_frame()
        .await?;
    assert!(page.text().await?.contains(&word("open-in-full")?));
    Ok(())
}

async fn nobody_but_the_page_around_is_listened_to(page: Page<'_>) -> Result<()> {
    host(page, "view=embed").await?;
    let before = ask(page, json!({"get": "state"})).await?["state"].clone();
    let from_a_stranger = "
        const stranger = document.createElement('iframe');
        stranger.srcdoc = `<script>
            parent.frames[0].postMessage({ 'attention-mixer': 1, id: 99, set: 'q=0,0;0,0;0,0' }, '*');
            setTimeout(() => parent.postMessage('sent', '*'));
        <\\/script>`;
        addEventListener('message', ({ data }) => data === 'sent' && done(null));
        document.body.append(stranger);
    ";
    page.script_until_done::<()>(from_a_stranger, vec![])
        .await?;
    // Messages arrive in order: what comes after has been answered after it.
    assert_eq!(ask(page, json!({"get": "state"})).await?["state"], before);
    Ok(())
}

async fn the_one_file_works_in_a_sandbox(page: Page<'_>) -> Result<()> {
    // Without an origin of its own, and from a host that allows no other origin its files.
    host_of(
        page,
        "attention-mixer.html",
        "allow-scripts",
        "view=embed&q=1,2;0,1;0,3#?secret=Ab12",
    )
    .await?;
    let answer = ask(page, json!({"set": "view=embed&q=1,2;0,1;0.5,3"})).await?;
    let state = answer["state"].as_str().unwrap_or_default();
    assert!(state.contains("q=1,2;0,1;0.5,3"), "{answer}");
    page.until(
        "return heard.some(({ message, secret }) => message === 'height' && secret === 'Ab12')",
    )
    .await
}
