use anyhow::Result;
use attention_tests::{BOBS_QUERY, Numbers, Page, say, word};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::json;

use super::{choose_file, open, open_panel, until_taken};
use crate::task::tasks;

tasks![
    a_pasted_table_is_one_step,
    a_saved_file_opens_again,
    a_dropped_file_is_taken,
    arrays_are_picked_from_a_model,
    what_cannot_be_read_leaves_the_room_as_it_is,
    it_works_from_disk,
    the_panel_fits_a_phone,
];

const TABLE: &str = "token,q1,q2,k1,k2,v1,v2\nAlice,1,2,1,1,0.2,0.8\nintroduced,0,1,1,0,0.5,0.1\nBob,0,3,2,1,0.9,0.4";

async fn paste(page: Page<'_>, text: &str) -> Result<()> {
    let paste = "document.querySelector('[data-control=import-text]').value = arguments[0];
        document.querySelector('[data-control=import-take]').click()";
    page.script(paste, vec![json!(text)]).await
}

async fn a_pasted_table_is_one_step(page: Page<'_>) -> Result<()> {
    open(page, "").await?;
    paste(page, TABLE).await?;
    until_taken(page, &word("file-pasted")?, "3").await?;
    let numbers = Numbers::walkthrough().with('q', 2, 0, 0.0);
    page.expect(&numbers, &[2]).await?;
    page.until_address_says("q=1,2;0,1;0,3").await?;
    page.click_control("undo").await?;
    page.expect(&Numbers::walkthrough(), &[2]).await?;
    page.click_control("redo").await?;
    page.expect(&numbers, &[2]).await
}

async fn a_saved_file_opens_again(page: Page<'_>) -> Result<()> {
    open(page, "").await?;
    let link = "tokens=a;%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E;c&q=1,2;0,1;0,3&k=1,1;1,0;2,1&v=0.2,0.8;0.5,0.1;0.9,0.4&focus=2&scale=none&temperature=1&mask=none";
    let file = json!({"format": "attention-mixer", "version": 1, "link": link, "__proto__": {"polluted": true}});
    choose_file(page, "mine.json", &STANDARD.encode(file.to_string())).await?;
    until_taken(page, "mine.json", "3").await?;
    page.expect(&Numbers::walkthrough().with('q', 2, 0, 0.0), &[2])
        .await?;
    let name = page.card(1).text().await?;
    assert!(name.contains("<img src=x onerror=alert(1)>"), "{name}");
    let polluted = "return ({}).polluted === true";
    assert!(!page.script::<bool>(polluted, vec![]).await?);
    Ok(())
}

async fn a_dropped_file_is_taken(page: Page<'_>) -> Result<()> {
    open(page, "").await?;
    let drop = "
        const transfer = new DataTransfer();
        transfer.items.add(new File([arguments[0]], 'dropped.csv'));
        const place = document.querySelector('[data-control=import-text]');
        for (const kind of ['dragover', 'drop']) {
            const event = new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: transfer });
            place.dispatchEvent(event);
            if (!event.defaultPrevented) return false;
        }
        return true;
    ";
    assert!(page.script::<bool>(drop, vec![json!(TABLE)]).await?);
    until_taken(page, "dropped.csv", "3").await?;
    page.expect(&Numbers::walkthrough().with('q', 2, 0, 0.0), &[2])
        .await
}

/// A safetensors file of three tensors, of 2 layers, 2 heads, 3 rows and 2 components.
fn model() -> Vec<u8> {
    let walkthrough = [
        ("keys", [1.0_f32, 1.0, 1.0, 0.0, 2.0, 1.0]),
        ("queries", [1.0, 2.0, 0.0, 1.0, 0.0, 3.0]),
        ("values", [0.25, 0.75, 0.5, 0.0, 1.0, 0.5]),
    ];
    let (mut header, mut data) = (Vec::new(), Vec::new());
    for (name, last) in walkthrough {
        let start = data.len();
        // The last head of the last layer; zeros before it.
        data.extend([0; 18 * 4]);
        data.extend(last.iter().flat_map(|number| number.to_le_bytes()));
        header.push(format!(
            "\"{name}\":{{\"dtype\":\"F32\",\"shape\":[2,2,3,2],\"data_offsets\":[{start},{}]}}",
            data.len()
        ));
    }
    let header = format!("{{{}}}", header.join(","));
    let mut file = (header.len() as u64).to_le_bytes().to_vec();
    file.extend(header.as_bytes());
    file.extend(data);
    file
}

async fn arrays_are_picked_from_a_model(page: Page<'_>) -> Result<()> {
    open(page, "").await?;
    choose_file(page, "model.safetensors", &STANDARD.encode(model())).await?;
    page.until("return !!document.querySelector('[data-control=pick-take]')")
        .await?;
    let pick = "
        for (const [control, value] of [['layer', '2'], ['head', '2'], ['rows', '3']])
            document.querySelector(`[data-control=pick-${control}]`).value = value;
        document.querySelector('[data-control=pick-take]').click();
    ";
    page.script::<()>(pick, vec![]).await?;
    until_taken(page, "model.safetensors", "3").await?;
    let mut numbers = Numbers::walkthrough().with('q', 2, 0, 0.0);
    for (token, value) in [[0.25, 0.75], [0.5, 0.0], [1.0, 0.5]].iter().enumerate() {
        for (component, number) in value.iter().enumerate() {
            numbers = numbers.with('v', token, component, *number);
        }
    }
    page.expect(&numbers, &[2]).await?;
    // What is not there is told of, and the picker stays.
    let pick = "document.querySelector('[data-control=pick-head]').value = '3';
        document.querySelector('[data-control=pick-take]').click()";
    page.script::<()>(pick, vec![]).await?;
    let variables = [
        ("name", "model.safetensors"),
        ("array", "queries"),
        ("count", "2"),
    ];
    until_refused(page, &say("file-outside-head", &variables)?).await?;
    page.expect(&numbers, &[2]).await
}

async fn until_refused(page: Page<'_>, sentence: &str) -> Result<()> {
    page.until(&format!(
        "return document.querySelector('#files [data-picker] + [role=alert]').textContent === {}",
        json!(sentence)
    ))
    .await
}

async fn what_cannot_be_read_leaves_the_room_as_it_is(page: Page<'_>) -> Result<()> {
    open(page, "").await?;
    page.number(BOBS_QUERY).enter("0").await?;
    let numbers = Numbers::walkthrough().with('q', 2, 0, 0.0);
    let mut gigabyte = (1_u64 << 30).to_le_bytes().to_vec();
    gigabyte.extend(b"{\"a\":1}");
    let deep = format!("{{\"format\":{}", "[".repeat(100_000));
    for (file, words) in [
        (&b""[..], "file-empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\xff", "file-unknown"),
        (b"<script>alert(1)</script>", "file-no-numbers"),
        (b"{\"__proto__\":{\"polluted\":true}}", "file-not-ours"),
        (b"\x93NUMPY\x01\0", "file-cut-off"),
        (b"PK\x03\x04 and no more", "file-cut-off"),
        (&gigabyte, "file-long-header"),
    ] {
        choose_file(page, "bad.file", &STANDARD.encode(file)).await?;
        until_refused(page, &say(words, &[("name", "bad.file")])?).await?;
    }
    let version = r#"{"format":"attention-mixer","version":99}"#;
    choose_file(page, "new.json", &STANDARD.encode(version)).await?;
    until_refused(
        page,
        &say("file-version", &[("name", "new.json"), ("version", "99")])?,
    )
    .await?;
    let variables = [("name", "deep.json"), ("line", "1"), ("column", "100010")];
    choose_file(page, "deep.json", &STANDARD.encode(&deep)).await?;
    until_refused(page, &say("file-not-json", &variables)?).await?;
    paste(page, "q,k,v\nNaN,1,1").await?;
    let pasted = word("file-pasted")?;
    let variables = [("name", pasted.as_str()), ("line", "2"), ("text", "NaN")];
    until_refused(page, &say("file-number", &variables)?).await?;
    page.expect(&numbers, &[2]).await?;
    page.click_control("undo").await?;
    page.expect(&Numbers::walkthrough(), &[2]).await
}

async fn it_works_from_disk(page: Page<'_>) -> Result<()> {
    crate::one_file::open(page, "").await?;
    open_panel(page).await?;
    paste(page, TABLE).await?;
    until_taken(page, &word("file-pasted")?, "3").await?;
    page.expect(&Numbers::walkthrough().with('q', 2, 0, 0.0), &[2])
        .await
}

/// Opens the panel, and in it a file to pick from, of a long name.
pub(crate) async fn open_picker(page: Page<'_>) -> Result<()> {
    open_panel(page).await?;
    let name = "long name ".repeat(9);
    choose_file(page, &name, &STANDARD.encode(model())).await?;
    page.until("return !!document.querySelector('[data-control=pick-take]')")
        .await
}

async fn the_panel_fits_a_phone(page: Page<'_>) -> Result<()> {
    for width in [768, 360, 320] {
        page.open_framed(width, "").await?;
        open_picker(page).await?;
        let wide = "return document.documentElement.scrollWidth > innerWidth";
        assert!(!page.script::<bool>(wide, vec![]).await?, "{width}");
        let small = "
            return [...document.querySelectorAll('#files :is(button, select, input, textarea)')]
                .map((one) => [one, (one.closest('label') ?? one).getBoundingClientRect()])
                .filter(([, { width, height }]) => Math.min(width, height) < 24)
                .map(([one]) => one.outerHTML);
        ";
        assert_eq!(page.script::<Vec<String>>(small, vec![]).await?, [""; 0]);
    }
    Ok(())
}
