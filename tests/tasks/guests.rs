//! Who is in the room: names, seats, comings and goings, and how long vectors are.

use anyhow::Result;
use attention_tests::{NumberAt, Numbers, Page, Point, Pointer, say, word};
use serde_json::json;
use thirtyfour::{By, Key, WebElement};

use crate::task::tasks;

tasks![
    a_guest_is_renamed_and_the_link_keeps_it,
    what_is_no_name_is_refused_in_words,
    names_may_be_anything_and_run_nothing,
    up_to_twelve_guests_are_invited_and_the_thirteenth_is_refused,
    guests_leave_until_one_is_left,
    guests_change_seats_by_keyboard,
    a_guest_is_carried_by_pointer_in_one_step,
    what_was_typed_comes_back_with_the_dimension,
    a_link_is_held_to_the_same_names,
];

/// A guest's row and everything else in the list.
struct List<'a>(Page<'a>);

impl<'a> List<'a> {
    /// Opens the list, on what a link describes.
    async fn open(page: Page<'a>, fragment: &str) -> Result<Self> {
        page.open(fragment).await?;
        open_list(page).await?;
        Ok(Self(page))
    }

    async fn control(&self, name: &str, token: usize) -> Result<WebElement> {
        let selector = format!("[data-control={name}][data-token='{token}']");
        Ok(self.0.driver().find(By::Css(selector)).await?)
    }

    async fn rename(&self, token: usize, name: &str) -> Result<()> {
        self.control("name", token).await?.focus().await?;
        self.0.chord(Key::Control, 'a').await?;
        match name {
            "" => self.0.press(Key::Delete, 1).await?,
            _ => self.0.type_text(name).await?,
        }
        self.0.press(Key::Enter, 1).await?;
        self.0.after_frame().await
    }

    /// The names on the cards.
    async fn names(&self) -> Result<Vec<String>> {
        let body = r#"return [...document.querySelectorAll("[data-card] .name-text")].map((name) => name.textContent.trim())"#;
        self.0.script(body, vec![]).await
    }

    /// What stands in a guest's field, and the reason beside it.
    async fn field(&self, token: usize) -> Result<(String, String)> {
        let body = r#"
            const field = document.querySelector(`[data-control=name][data-token="${arguments[0]}"]`);
            const reason = document.getElementById(field.getAttribute("aria-describedby"));
            return [field.value, reason?.innerText ?? ""];
        "#;
        self.0.script(body, vec![json!(token)]).await
    }

    /// Presses what has the focus, and says what has it then: the control's name and its guest.
    async fn press_focused(&self) -> Result<(String, Option<String>)> {
        self.0.press(Key::Enter, 1).await?;
        self.focused().await
    }

    async fn focused(&self) -> Result<(String, Option<String>)> {
        self.0.after_frame().await?;
        self.0.after_frame().await?;
        let body = "const { control, token } = document.activeElement.dataset; return [control ?? '', token ?? null]";
        self.0.script(body, vec![]).await
    }

    async fn middle(&self, control: &str, token: usize) -> Result<Point> {
        let body = r#"
            const one = document.querySelector(`[data-control="${arguments[0]}"][data-token="${arguments[1]}"]`);
            one.scrollIntoView({ block: "center" });
            const { left, top, width, height } = one.getBoundingClientRect();
            return [left + width / 2, top + height / 2];
        "#;
        let arguments = vec![json!(control), json!(token)];
        self.0.script(body, arguments).await
    }
}

/// Waits until the address says this, too, whatever its bytes: it is written in time, not at once.
async fn kept(page: Page<'_>, text: &str) -> Result<()> {
    let keeps = format!("return decodeURIComponent(location.hash).includes({text:?})");
    page.until(&keeps).await
}

/// Chooses a dimension.
async fn choose_size(page: Page<'_>, control: &str, size: usize) -> Result<()> {
    page.choose(control, &size.to_string()).await
}

pub(crate) async fn open_list(page: Page<'_>) -> Result<()> {
    let summary = By::Css("[data-panel=guests] > summary");
    page.driver().find(summary).await?.click().await?;
    page.after_frame().await?;
    page.after_frame().await
}

async fn a_guest_is_renamed_and_the_link_keeps_it(page: Page<'_>) -> Result<()> {
    let list = List::open(page, "").await?;
    list.rename(2, "  Zoë ").await?;
    assert_eq!(list.names().await?, ["Alice", "introduced", "Zoë"]);
    assert_eq!(list.field(2).await?.0, "Zoë");
    let said = say("status-renamed", &[("before", "Bob"), ("token", "Zoë")])?;
    assert_eq!(page.messages().await?.status, said);
    page.by_role("slider", "Zoë query 1").await?;
    page.by_role("button", &say("move-earlier", &[("token", "Zoë")])?)
        .await?;
    page.expect(&Numbers::walkthrough(), &[2]).await?;
    page.click_control("undo").await?;
    assert_eq!(list.names().await?, ["Alice", "introduced", "Bob"]);
    assert_eq!(list.field(2).await?.0, "Bob");
    page.click_control("redo").await?;
    kept(page, "Zoë").await?;
    page.reload().await?;
    assert_eq!(list.names().await?, ["Alice", "introduced", "Zoë"]);
    page.expect(&Numbers::walkthrough(), &[2]).await
}

async fn what_is_no_name_is_refused_in_words(page: Page<'_>) -> Result<()> {
    let list = List::open(page, "").await?;
    let long = "n".repeat(81);
    for (typed, quoted, why) in [
        ("", "", "refused-name-empty"),
        ("   ", "   ", "refused-name-empty"),
        (
            long.as_str(),
            "nnnnnnnnnnnnnnnnnnn…",
            "refused-name-too-long",
        ),
    ] {
        list.rename(0, typed).await?;
        assert_eq!(list.field(0).await?, (typed.to_owned(), word(why)?));
        let sentence = say(
            "refused",
            &[
                ("name", &say("guest-name", &[("number", "1")])?),
                ("text", quoted),
                ("why", &word(why)?),
                ("kept", "Alice"),
            ],
        )?;
        let sentence = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
        let alerts = page.messages().await?.alerts;
        assert!(alerts.contains(&sentence), "{alerts}, not {sentence}");
        assert_eq!(list.names().await?, ["Alice", "introduced", "Bob"]);
    }
    list.control("name", 0).await?.focus().await?;
    page.press(Key::Escape, 1).await?;
    page.after_frame().await?;
    assert_eq!(list.field(0).await?, ("Alice".to_owned(), String::new()));
    assert_eq!(page.messages().await?.alerts, "");
    page.expect(&Numbers::walkthrough(), &[2]).await
}

/// Names that somebody will try.
pub(crate) const HOSTILE: [&str; 7] = [
    "<img src=x onerror=alert(1)>",
    "👩\u{200d}👩\u{200d}👧\u{200d}👦👩\u{200d}👩\u{200d}👧\u{200d}👦👩\u{200d}👩\u{200d}👧\u{200d}👦",
    "Z\u{351}\u{36b}a\u{343}\u{33f}l\u{489}g\u{35b}o\u{322}",
    "عمر بن عبد العزيز",
    "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn",
    "a;b,c&d=e#f%g",
    "Bob",
];

/// A link's key with these names.
pub(crate) fn hostile_link() -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    let encoded = |name: &str| name.bytes().map(byte).collect::<String>();
    HOSTILE.map(encoded).join(";")
}

async fn names_may_be_anything_and_run_nothing(page: Page<'_>) -> Result<()> {
    let list = List::open(page, "").await?;
    let mut before = "introduced";
    for name in HOSTILE {
        // Drivers type what lies beyond the first plane each in a way of its own.
        let body = r#"
            const field = document.querySelector("[data-control=name][data-token='1']");
            field.value = arguments[0];
            field.dispatchEvent(new Event("change", { bubbles: true }));
        "#;
        page.script::<()>(body, vec![json!(name)]).await?;
        page.after_frame().await?;
        assert_eq!(list.names().await?, ["Alice", name, "Bob"]);
        assert_eq!(page.messages().await?.alerts, "");
        page.expect(&Numbers::walkthrough(), &[2]).await?;
        let said = say("status-renamed", &[("before", before), ("token", name)])?;
        // Firefox's innerText leaves the marks of isolation out.
        let status = "return document.querySelector('[role=status]').textContent.trim()";
        assert_eq!(page.script::<String>(status, vec![]).await?, said);
        before = name;
        let ran: bool = page
            .script("return document.querySelector('#app img') !== null", vec![])
            .await?;
        assert!(!ran, "{name}");
        kept(page, name).await?;
        page.reload().await?;
        assert_eq!(list.names().await?, ["Alice", name, "Bob"]);
        assert_eq!(page.messages().await?.alerts, "");
        open_list(page).await?;
    }
    Ok(())
}

async fn up_to_twelve_guests_are_invited_and_the_thirteenth_is_refused(
    page: Page<'_>,
) -> Result<()> {
    let list = List::open(page, "").await?;
    let add = By::Css("[data-control=add-guest]");
    page.driver().find(add.clone()).await?.focus().await?;
    for seat in 4..=12 {
        let focused = list.press_focused().await?;
        assert_eq!(focused, ("add-guest".to_owned(), None));
        let number = seat.to_string();
        let name = say("new-guest", &[("number", &number)])?;
        let said = say("status-joined", &[("token", &name), ("seat", &number)])?;
        assert_eq!(page.messages().await?.status, said);
    }
    assert_eq!(list.names().await?.len(), 12);
    let full = say("room-full", &[("count", "12")])?;
    assert!(page.text().await?.contains(&full));
    list.press_focused().await?;
    assert_eq!(list.names().await?.len(), 12);
    assert_eq!(page.messages().await?.status, full);
    let button = page.driver().find(add).await?;
    assert_eq!(button.attr("aria-disabled").await?.as_deref(), Some("true"));
    // Nine guests who say nothing in particular: each of their scores is 0.
    let mut numbers = Numbers::walkthrough();
    for rows in [&mut numbers.queries, &mut numbers.keys, &mut numbers.values] {
        rows.extend((0..9).map(|_| vec![0.0, 0.0]));
    }
    page.expect(&numbers, &[2]).await?;
    kept(page, &say("new-guest", &[("number", "12")])?).await?;
    page.reload().await?;
    page.expect(&numbers, &[2]).await
}

async fn guests_leave_until_one_is_left(page: Page<'_>) -> Result<()> {
    let list = List::open(page, "").await?;
    page.by_role("button", &say("remove-guest", &[("token", "introduced")])?)
        .await?
        .focus()
        .await?;
    let focused = list.press_focused().await?;
    assert_eq!(focused, ("remove-guest".to_owned(), Some("1".to_owned())));
    assert_eq!(list.names().await?, ["Alice", "Bob"]);
    assert_eq!(page.in_focus().await?, [1], "Bob is asked still");
    let said = say("status-left", &[("token", "introduced")])?;
    assert_eq!(page.messages().await?.status, said);
    let focused = list.press_focused().await?;
    assert_eq!(focused, ("remove-guest".to_owned(), Some("0".to_owned())));
    assert_eq!(page.in_focus().await?, [0]);
    let reason = word("room-needs-a-guest")?;
    assert!(page.text().await?.contains(&reason));
    list.press_focused().await?;
    assert_eq!(list.names().await?, ["Alice"]);
    assert_eq!(page.messages().await?.status, reason);
    // Alone, one gives all to oneself.
    let alone = Numbers {
        queries: vec![vec![1.0, 2.0]],
        keys: vec![vec![1.0, 1.0]],
        values: vec![vec![0.2, 0.8]],
        ..Numbers::walkthrough()
    };
    page.expect(&alone, &[0]).await?;
    // Each step taken back asks again who was asked before it.
    page.click_control("undo").await?;
    assert_eq!(list.names().await?, ["Alice", "Bob"]);
    assert_eq!(page.in_focus().await?, [1]);
    page.click_control("undo").await?;
    assert_eq!(list.names().await?, ["Alice", "introduced", "Bob"]);
    page.expect(&Numbers::walkthrough(), &[2]).await
}

/// The walkthrough's guests in another order.
fn seated(order: [usize; 3]) -> Numbers {
    let numbers = Numbers::walkthrough();
    let rows = |rows: &Vec<Vec<f64>>| order.map(|guest| rows[guest].clone()).to_vec();
    Numbers {
        queries: rows(&numbers.queries),
        keys: rows(&numbers.keys),
        values: rows(&numbers.values),
        ..numbers
    }
}

async fn guests_change_seats_by_keyboard(page: Page<'_>) -> Result<()> {
    let list = List::open(page, "mask=111;011;110").await?;
    page.by_role("button", &say("move-earlier", &[("token", "Bob")])?)
        .await?
        .focus()
        .await?;
    let focused = list.press_focused().await?;
    assert_eq!(focused, ("earlier".to_owned(), Some("1".to_owned())));
    assert_eq!(list.names().await?, ["Alice", "Bob", "introduced"]);
    let said = say(
        "status-moved",
        &[("token", "Bob"), ("seat", "2"), ("count", "3")],
    )?;
    assert_eq!(page.messages().await?.status, said);
    // Bob may not listen to himself, and “introduced” not to Alice, wherever they sit.
    let masked = seated([0, 2, 1]).masking(&[(1, 1), (2, 0)]);
    page.expect(&masked, &[1]).await?;
    let focused = list.press_focused().await?;
    assert_eq!(focused, ("earlier".to_owned(), Some("0".to_owned())));
    let masked = seated([2, 0, 1]).masking(&[(0, 0), (2, 1)]);
    page.expect(&masked, &[0]).await?;
    // There is no earlier seat.
    list.press_focused().await?;
    page.expect(&masked, &[0]).await?;
    kept(page, "mask=011;111;101").await?;
    page.reload().await?;
    page.expect(&masked, &[0]).await
}

async fn a_guest_is_carried_by_pointer_in_one_step(page: Page<'_>) -> Result<()> {
    for pointer in [Pointer::Mouse, Pointer::Touch] {
        let list = List::open(page, "").await?;
        let from = list.middle("grip", 2).await?;
        let to = (from.0, from.1 - 200.0);
        page.drag(pointer, from, to).await?;
        page.after_frame().await?;
        assert_eq!(list.names().await?, ["Bob", "Alice", "introduced"]);
        page.expect(&seated([2, 0, 1]), &[0]).await?;
        page.click_control("undo").await?;
        page.expect(&Numbers::walkthrough(), &[2]).await?;
        let undo = page.driver().find(By::Css("[data-control=undo]")).await?;
        assert_eq!(undo.attr("aria-disabled").await?.as_deref(), Some("true"));
        // Back in its own seat, it has not moved. The page may have scrolled to the button.
        let from = list.middle("grip", 2).await?;
        page.drag(pointer, from, (from.0 + 30.0, from.1 + 2.0))
            .await?;
        page.after_frame().await?;
        page.expect(&Numbers::walkthrough(), &[2]).await?;
        assert_eq!(undo.attr("aria-disabled").await?.as_deref(), Some("true"));
    }
    Ok(())
}

async fn what_was_typed_comes_back_with_the_dimension(page: Page<'_>) -> Result<()> {
    List::open(page, "").await?;
    let second = NumberAt {
        vector: 'q',
        token: 2,
        component: 1,
    };
    page.number(second).enter("-1.25").await?;
    let typed = Numbers::walkthrough().with('q', 2, 1, -1.25);
    choose_size(page, "d_k", 1).await?;
    let first = |rows: &Vec<Vec<f64>>| rows.iter().map(|row| vec![row[0]]).collect();
    let short = Numbers {
        queries: first(&typed.queries),
        keys: first(&typed.keys),
        ..typed.clone()
    };
    page.expect(&short, &[2]).await?;
    choose_size(page, "d_k", 8).await?;
    page.expect(&typed, &[2]).await?;
    assert_eq!(page.number(second).standing().await?.field, "-1.25");
    choose_size(page, "d_v", 1).await?;
    choose_size(page, "d_v", 2).await?;
    choose_size(page, "d_k", 2).await?;
    page.expect(&typed, &[2]).await?;
    page.click_control("undo").await?;
    page.number(NumberAt {
        component: 7,
        ..second
    })
    .enter("0.5")
    .await?;
    kept(page, "0,0.5").await?;
    page.reload().await?;
    let last = NumberAt {
        component: 7,
        ..second
    };
    assert_eq!(page.number(last).standing().await?.field, "0.5");
    assert_eq!(page.messages().await?.alerts, "");
    Ok(())
}

async fn a_link_is_held_to_the_same_names(page: Page<'_>) -> Result<()> {
    let list = List::open(page, &format!("tokens=%20;{};Zoe", "x".repeat(81))).await?;
    assert_eq!(list.names().await?, ["Alice", "introduced", "Zoe"]);
    let alerts = page.messages().await?.alerts;
    for (number, why) in [("1", "refused-name-empty"), ("2", "refused-name-too-long")] {
        let text = match number {
            "1" => " ".to_owned(),
            _ => format!("{}…", "x".repeat(39)),
        };
        let why = word(why)?;
        let sentence = say(
            "link-name",
            &[("number", number), ("text", &text), ("why", &why)],
        )?;
        assert!(alerts.contains(&sentence), "{alerts}, not {sentence}");
    }
    page.expect(&Numbers::walkthrough(), &[2]).await
}
