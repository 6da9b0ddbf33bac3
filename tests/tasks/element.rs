//! `<attention-mixer>` in somebody else's page: from another origin, under a strict policy, among
//! styles that mean it no good.

use anyhow::Result;
use attention_tests::{Page, Variant, word};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::axe::violations;
use crate::task::tasks;

tasks![
    the_example_post_shows_both_ways_and_its_links_drive_the_element,
    it_stands_in_a_hostile_page_of_another_origin,
    the_keyboard_moves_its_sliders_and_the_page_around_hears_of_it,
    keys_that_it_takes_are_not_the_pages_around,
    several_share_one_module_and_nothing_else,
    its_state_is_set_by_script_and_by_attribute,
    what_cant_be_read_is_said_inside_it,
    one_far_below_waits_and_shows_its_fallback,
    it_follows_the_size_and_the_colours_around_it,
    one_that_leaves_takes_everything_along,
    a_pinned_copy_beside_another_is_taken_and_does_no_harm,
    the_tag_that_the_page_gives_shows_the_same,
    axe_finds_nothing_in_it,
];

const HOST: &str = include_str!("element/host.html");

/// Opens a page of another origin that embeds what `body` says, with a second script or without.
async fn host(page: Page<'_>, body: &str, second: &str) -> Result<()> {
    let site = page.site();
    let shared = site.address(Variant::Shared);
    let html = HOST
        .replace("SITEPATH", &shared)
        .replace("SITE", &site.origin())
        .replace("SECOND", second)
        .replace("BODY", body);
    site.publish("index.html", html);
    let address = site.address(Variant::Published);
    go(page, &address.replace("127.0.0.1", "localhost")).await
}

/// From another document: an address that differs in its fragment alone loads nothing.
async fn go(page: Page<'_>, address: &str) -> Result<()> {
    page.driver().enter_default_frame().await?;
    page.driver().goto("about:blank").await?;
    page.driver().goto(address).await?;
    Ok(())
}

async fn alive(page: Page<'_>, id: &str) -> Result<()> {
    page.until(&format!(
        "return document.getElementById('{id}')?.dataset.ready === 'true'"
    ))
    .await
}

/// The weight of a query and a key, as the element shows it.
fn weight(id: &str, query: usize, key: usize) -> String {
    format!(
        "Number(document.getElementById('{id}').shadowRoot\
         .querySelector('[data-readout=weight][data-query=\"{query}\"][data-key=\"{key}\"]').dataset.value)"
    )
}

async fn shows(page: Page<'_>, id: &str, weights: [f64; 3]) -> Result<()> {
    for (key, expected) in weights.into_iter().enumerate() {
        let is_there = format!(
            "return Math.abs({} - {expected}) < 1e-6",
            weight(id, 2, key)
        );
        page.until(&is_there).await?;
    }
    Ok(())
}

/// Bob's weights: the softmax of 5, 2 and 7.
const BOBS: [f64; 3] = [0.118_499_65, 0.005_899_75, 0.875_600_60];

async fn the_example_post_shows_both_ways_and_its_links_drive_the_element(
    page: Page<'_>,
) -> Result<()> {
    let address = page.site().address(Variant::AsBuilt);
    go(page, &format!("{address}embed/example.html")).await?;
    alive(page, "mixer").await?;
    shows(page, "mixer", BOBS).await?;
    let weights = "return document.getElementById('weights').textContent";
    page.until("return document.getElementById('weights').textContent.includes('88')")
        .await?;
    page.click("link", "let him look for nothing at all")
        .await?;
    shows(page, "mixer", [1.0 / 3.0; 3]).await?;
    page.until("return document.getElementById('weights').textContent === '33 %, 33 %, 33 %'")
        .await?;
    let after: String = page.script(weights, vec![]).await?;
    assert_eq!(after, "33 %, 33 %, 33 %");
    page.click("link", "ask as Alice").await?;
    page.until(
        "return document.getElementById('mixer').shadowRoot\
         .querySelector('[data-card=\"0\"]').getAttribute('aria-current') === 'true'",
    )
    .await?;
    // The post stayed where it was.
    let here = page.driver().current_url().await?;
    assert!(here.path().ends_with("embed/example.html"), "{here}");
    // And the frame has told how high it is.
    page.script::<()>("document.querySelector('iframe').scrollIntoView()", vec![])
        .await?;
    page.until("return document.querySelector('iframe').style.height.endsWith('px')")
        .await
}

async fn it_stands_in_a_hostile_page_of_another_origin(page: Page<'_>) -> Result<()> {
    let body = "<attention-mixer id=a>Fallback</attention-mixer>";
    host(page, body, "").await?;
    alive(page, "a").await?;
    shows(page, "a", BOBS).await?;
    let seen: Value = page
        .script(
            "const root = document.getElementById('a').shadowRoot;
            const place = root.querySelector('.attention-mixer');
            const name = root.querySelector('[data-card=\"2\"]');
            const line = root.querySelector('path[data-line]');
            const { width, height } = name.getBoundingClientRect();
            const { letterSpacing, textTransform, fontFamily, fontSize } = getComputedStyle(place);
            return {
                isThere: width > 50 && height > 50,
                letterSpacing, textTransform, fontFamily, fontSize,
                isDrawn: getComputedStyle(line).stroke !== 'none',
                lines: root.querySelectorAll('path[data-line]').length,
                sliders: root.querySelectorAll('input[type=range][data-vector]').length,
                leaked: getComputedStyle(document.body).backgroundColor,
                violations,
            };",
            vec![],
        )
        .await?;
    assert_eq!(
        seen,
        json!({
            "isThere": true,
            "letterSpacing": "normal",
            "textTransform": "none",
            "fontFamily": "system-ui, sans-serif",
            "fontSize": "18px",
            "isDrawn": true,
            "lines": 3,
            "sliders": 18,
            "leaked": "rgba(0, 0, 0, 0)",
            "violations": [],
        })
    );
    Ok(())
}

async fn the_keyboard_moves_its_sliders_and_the_page_around_hears_of_it(
    page: Page<'_>,
) -> Result<()> {
    host(page, "<attention-mixer id=a></attention-mixer>", "").await?;
    alive(page, "a").await?;
    let focus = "heard.length = 0;
        document.getElementById('a').shadowRoot\
        .querySelector('input[type=range][data-vector=q][data-token=\"2\"][data-component=\"0\"]').focus()";
    page.script::<()>(focus, vec![]).await?;
    page.press(Key::Home, 1).await?;
    // Bob looks for [-5, 3]: the scores are -2, -5 and -7.
    shows(page, "a", [0.946_499_12, 0.047_123_42, 0.006_377_46]).await?;
    let last: Value = page.script("return heard.at(-1)", vec![]).await?;
    let state = last["state"].as_str().unwrap_or_default();
    assert!(state.contains("q=1,2;0,1;-5,3"), "{last}");
    let told = last["weights"][2][0].as_f64().unwrap_or_default();
    assert!((told - 0.946_499_12).abs() < 1e-6, "{last}");
    Ok(())
}

async fn keys_that_it_takes_are_not_the_pages_around(page: Page<'_>) -> Result<()> {
    let body = "<attention-mixer id=a></attention-mixer><script nonce=host>
        window.pages = 0;
        addEventListener('keydown', ({ key }) => { if (key === 'ArrowRight') pages += 1 });
        addEventListener('beforeinput', (event) => {
            if (event.inputType === 'insertLineBreak') event.preventDefault();
        }, true);
        </script>";
    host(page, body, "").await?;
    alive(page, "a").await?;
    let focus = "document.getElementById('a').shadowRoot.querySelector(arguments[0]).focus()";
    page.script::<()>(focus, vec![json!(".scroller")]).await?;
    page.press(Key::Right, 2).await?;
    page.script::<()>(focus, vec![json!("button.name")]).await?;
    page.press(Key::Right, 1).await?;
    let pages: u32 = page.script("return pages", vec![]).await?;
    assert_eq!(pages, 0);
    // A field takes what was typed on Enter, whatever the page around makes of that key.
    let field = "input[data-field][data-vector=q][data-token='2'][data-component='0']";
    page.script::<()>(focus, vec![json!(field)]).await?;
    let select = "document.getElementById('a').shadowRoot.activeElement.select()";
    page.script::<()>(select, vec![]).await?;
    page.type_text("-5").await?;
    page.press(Key::Enter, 1).await?;
    shows(page, "a", [0.946_499_12, 0.047_123_42, 0.006_377_46]).await?;
    // And stays where it is.
    let here = "return document.getElementById('a').shadowRoot.activeElement.matches(arguments[0])";
    assert!(page.script::<bool>(here, vec![json!(field)]).await?);
    Ok(())
}

async fn several_share_one_module_and_nothing_else(page: Page<'_>) -> Result<()> {
    let body = "<attention-mixer id=a></attention-mixer><attention-mixer id=b q=\"1,2;0,1;0,0\"></attention-mixer>";
    drop(page.site().take_requests());
    host(page, body, "").await?;
    alive(page, "a").await?;
    page.script::<()>("document.getElementById('b').scrollIntoView()", vec![])
        .await?;
    alive(page, "b").await?;
    shows(page, "a", BOBS).await?;
    shows(page, "b", [1.0 / 3.0; 3]).await?;
    let set = "document.getElementById('b').state = 'q=1,2;0,1;2,3&k=0,0;0,0;0,0'";
    page.script::<()>(set, vec![]).await?;
    shows(page, "b", [1.0 / 3.0; 3]).await?;
    shows(page, "a", BOBS).await?;
    let requests = page.site().take_requests();
    let modules = requests.iter().filter(|one| one.path.ends_with(".wasm"));
    assert_eq!(modules.count(), 1);
    Ok(())
}

async fn its_state_is_set_by_script_and_by_attribute(page: Page<'_>) -> Result<()> {
    // Set before the element is known, it is what it opens on.
    host(
        page,
        "<attention-mixer id=a scale=none focus=1></attention-mixer>",
        "",
    )
    .await?;
    alive(page, "a").await?;
    let state = "return document.getElementById('a').state";
    let opened: String = page.script(state, vec![]).await?;
    assert!(
        opened.contains("focus=1") && opened.contains("view=embed"),
        "{opened}"
    );
    let set = "const a = document.getElementById('a');
        a.state = '#q=1,2;0,1;0,0&view=embed';
        a.setAttribute('focus', '2'); a.setAttribute('lock', 'k');";
    page.script::<()>(set, vec![]).await?;
    page.until("return document.getElementById('a').state.includes('lock=k')")
        .await?;
    let both: String = page.script(state, vec![]).await?;
    // What the attributes don't name has stayed.
    assert!(
        both.contains("q=1,2;0,1;0,0") && both.contains("focus=2"),
        "{both}"
    );
    shows(page, "a", [1.0 / 3.0; 3]).await?;
    let locked = "return document.getElementById('a').shadowRoot\
        .querySelector('input[data-vector=k]').matches(':disabled')";
    assert!(page.script::<bool>(locked, vec![]).await?);
    // Another room brings its own numbers.
    let preset = "document.getElementById('a').setAttribute('preset', 'walkthrough')";
    page.script::<()>(preset, vec![]).await?;
    shows(page, "a", BOBS).await
}

async fn what_cant_be_read_is_said_inside_it(page: Page<'_>) -> Result<()> {
    let body = "<attention-mixer id=a focus=99 tokens=\"<img src=x onerror=ran=1>;b;c\"></attention-mixer>";
    host(page, body, "").await?;
    alive(page, "a").await?;
    let alert = "document.getElementById('a').shadowRoot.querySelector('[role=alert]').textContent";
    page.until(&format!("return {alert}.includes('99')"))
        .await?;
    let set = "document.getElementById('a').state = 'q=NaN,1;2,3;4,5'";
    page.script::<()>(set, vec![]).await?;
    page.until(&format!("return {alert}.includes('NaN')"))
        .await?;
    shows(page, "a", BOBS).await?;
    let ran: bool = page.script("return 'ran' in window", vec![]).await?;
    assert!(!ran);
    Ok(())
}

async fn one_far_below_waits_and_shows_its_fallback(page: Page<'_>) -> Result<()> {
    let body = "<attention-mixer id=a></attention-mixer><hr>
        <attention-mixer id=b>Not yet</attention-mixer>
        <style nonce=host>hr { height: 9000px }</style>";
    host(page, body, "").await?;
    alive(page, "a").await?;
    let fallback = "const b = document.getElementById('b');
        return [b.dataset.ready ?? null, !!b.shadowRoot.querySelector('slot'), b.textContent]";
    let waits: Value = page.script(fallback, vec![]).await?;
    assert_eq!(waits, json!([null, true, "Not yet"]));
    page.script::<()>("document.getElementById('b').scrollIntoView()", vec![])
        .await?;
    alive(page, "b").await?;
    let there: Value = page.script(fallback, vec![]).await?;
    assert_eq!(there[1], json!(false));
    // One whose module can't be had keeps what stands between its tags.
    let body = "<attention-mixer id=c>Instead</attention-mixer>";
    let site = page.site();
    let html = HOST
        .replace("SITEPATH", &site.address(Variant::WithoutModule))
        .replace("SITE", &site.origin())
        .replace("SECOND", "")
        .replace("BODY", &format!("{body}<script nonce=host>c.addEventListener('error', () => window.failed = true)</script>"));
    site.publish("index.html", html);
    let address = site.address(Variant::Published);
    go(page, &address).await?;
    page.until("return window.failed === true").await?;
    let text =
        "const slot = c.shadowRoot.querySelector('slot'); return slot.assignedNodes()[0].data";
    assert_eq!(page.script::<String>(text, vec![]).await?, "Instead");
    Ok(())
}

async fn it_follows_the_size_and_the_colours_around_it(page: Page<'_>) -> Result<()> {
    host(page, "<attention-mixer id=a></attention-mixer>", "").await?;
    alive(page, "a").await?;
    let dressed = "const { dataset, style } = document.getElementById('a').shadowRoot.querySelector('.attention-mixer');
        return [dataset.theme, style.getPropertyValue('--rem')]";
    let before: Value = page.script(dressed, vec![]).await?;
    assert_eq!(before, json!(["light", "18px"]));
    let evening = "const sheet = document.styleSheets[0];
        sheet.insertRule('* { color: rgb(240, 240, 230) }', sheet.cssRules.length);
        sheet.insertRule('body { font-size: 20px }', sheet.cssRules.length);
        document.body.className = 'evening'";
    page.script::<()>(evening, vec![]).await?;
    page.until(&format!(
        "const [theme, size] = (() => {{ {dressed} }})(); return theme === 'dark' && size === '20px'"
    ))
    .await?;
    // What the author names holds against what stands around.
    let named = "document.getElementById('a').setAttribute('theme', 'light')";
    page.script::<()>(named, vec![]).await?;
    page.until(&format!("return (() => {{ {dressed} }})()[0] === 'light'"))
        .await
}

async fn one_that_leaves_takes_everything_along(page: Page<'_>) -> Result<()> {
    host(page, "<attention-mixer id=a></attention-mixer>", "").await?;
    alive(page, "a").await?;
    let set = "document.getElementById('a').state = 'q=1,2;0,1;0,0'";
    page.script::<()>(set, vec![]).await?;
    // Taken out and put back, it goes on where it was.
    page.script_until_done::<()>(
        "const a = document.getElementById('a');
        window.kept = a;
        a.remove();
        setTimeout(() => { document.body.append(a); done(null) })",
        vec![],
    )
    .await?;
    alive(page, "a").await?;
    shows(page, "a", [1.0 / 3.0; 3]).await?;
    // The module's memory has room for any number of them, one after the other.
    let rounds = "const live = (a) => new Promise((resolve) => {
            const look = () => (a.dataset.ready ? resolve() : setTimeout(look));
            look();
        });
        const gone = (a) => new Promise((resolve) => {
            const look = () => (a.dataset.ready ? setTimeout(look) : resolve());
            look();
        });
        const round = async () => {
            const a = document.createElement('attention-mixer');
            document.body.prepend(a);
            await live(a);
            a.remove();
            await gone(a);
            return [a.shadowRoot.querySelectorAll('*').length, a.weights ?? null];
        };
        (async () => {
            const left = [];
            for (let count = 0; count < 30; count += 1) left.push(String(await round()));
            done([...new Set(left)]);
        })()";
    let left: Vec<String> = page.script_until_done(rounds, vec![]).await?;
    // The slot of the fallback, and no weights.
    assert_eq!(left, ["1,"]);
    let violations: Vec<String> = page.script("return violations", vec![]).await?;
    assert_eq!(violations, [""; 0]);
    Ok(())
}

async fn a_pinned_copy_beside_another_is_taken_and_does_no_harm(page: Page<'_>) -> Result<()> {
    let site = page.site();
    let pins = site.on_disk("embed/integrity.json")?;
    let pins = std::fs::read_to_string(pins.trim_start_matches("file://"))?;
    let pins: Value = serde_json::from_str(&pins)?;
    let (script, integrity) = (&pins["script"], &pins["integrity"]);
    let pinned = format!(
        "crossorigin></script><script nonce=host src=\"{}embed/{}\" integrity=\"{}\" crossorigin",
        site.address(Variant::Shared),
        script.as_str().unwrap_or_default(),
        integrity.as_str().unwrap_or_default(),
    );
    host(page, "<attention-mixer id=a></attention-mixer>", &pinned).await?;
    alive(page, "a").await?;
    shows(page, "a", BOBS).await?;
    let violations: Vec<String> = page.script("return violations", vec![]).await?;
    assert_eq!(violations, [""; 0]);
    // As a module, it finds its own files, too.
    host(
        page,
        "<attention-mixer id=a></attention-mixer>",
        "type=module",
    )
    .await?;
    alive(page, "a").await?;
    shows(page, "a", BOBS).await
}

async fn the_tag_that_the_page_gives_shows_the_same(page: Page<'_>) -> Result<()> {
    page.open("tokens=%22A%22;B%26%3BC;D&q=1,2;0,1;0,0").await?;
    let open = "document.querySelector('[data-panel=share]').open = true";
    page.script::<()>(open, vec![]).await?;
    page.until("return !!document.querySelector('[data-control=share-tag]')")
        .await?;
    let tag = "return document.querySelector('[data-control=share-tag]').value";
    let tag: String = page.script(tag, vec![]).await?;
    let (script, element) = tag.split_once('\n').unwrap_or_default();
    let address = page.site().address(Variant::AsBuilt);
    assert!(
        script.contains(&format!("\"{address}embed/attention-mixer.js\"")),
        "{tag}"
    );
    host(
        page,
        &element.replace("<attention-mixer", "<attention-mixer id=a"),
        "",
    )
    .await?;
    alive(page, "a").await?;
    shows(page, "a", [1.0 / 3.0; 3]).await?;
    let names = "return [...document.getElementById('a').shadowRoot.querySelectorAll('[data-card] .name-text')]
        .map((name) => name.textContent)";
    let names: Vec<String> = page.script(names, vec![]).await?;
    assert_eq!(names, ["\"A\"", "B&;C", "D"]);
    Ok(())
}

async fn axe_finds_nothing_in_it(page: Page<'_>) -> Result<()> {
    let address = page.site().address(Variant::AsBuilt);
    go(page, &format!("{address}embed/example.html")).await?;
    alive(page, "mixer").await?;
    let found = violations(page).await?;
    assert!(found.is_empty(), "{found:#?}");
    let open = word("open-in-full")?;
    let text = "return document.getElementById('mixer').shadowRoot.textContent";
    assert!(page.script::<String>(text, vec![]).await?.contains(&open));
    Ok(())
}
