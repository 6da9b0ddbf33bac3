//! The page at the widths of a desk, a tablet and two phones.

use anyhow::Result;
use attention_tests::{BOBS_QUERY, Page, word};
use serde::Deserialize;

use crate::guests::{hostile_link, open_list};
use crate::task::tasks;

tasks![
    nothing_has_to_be_scrolled_sideways,
    cards_stand_side_by_side_on_a_desk,
    cards_stack_on_a_phone,
    lines_end_at_the_cards_they_join,
    twelve_guests_fit_however_long_their_names_and_vectors,
    the_charts_labels_can_be_read_on_a_phone,
];

/// A rectangle of the viewport.
#[derive(Clone, Copy, Debug, Deserialize)]
struct Place {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

/// A line, and where its ends are.
#[derive(Clone, Copy, Debug, Deserialize)]
struct Ends {
    query: usize,
    key: usize,
    from: (f64, f64),
    to: (f64, f64),
}

async fn cards(page: Page<'_>) -> Result<Vec<Place>> {
    let body = r#"
        return [...document.querySelectorAll("[data-card]")].map((card) => {
            const { left, right, top, bottom } = card.getBoundingClientRect();
            return { left, right, top, bottom };
        });
    "#;
    page.script(body, vec![]).await
}

async fn lines(page: Page<'_>) -> Result<Vec<Ends>> {
    let body = r#"
        return [...document.querySelectorAll("path[data-line]")].map((line) => {
            const onScreen = (point) => {
                const { x, y } = point.matrixTransform(line.getScreenCTM());
                return [x, y];
            };
            return {
                query: Number(line.dataset.query),
                key: Number(line.dataset.key),
                from: onScreen(line.getPointAtLength(0)),
                to: onScreen(line.getPointAtLength(line.getTotalLength())),
            };
        });
    "#;
    page.script(body, vec![]).await
}

/// How wide the content is, how wide the window, and what reaches beyond it.
const OVERFLOW: &str = r#"
    const { scrollWidth, clientWidth } = document.documentElement;
    const widest = [...document.querySelectorAll("body *")]
        .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5)
        .map((element) => element.outerHTML.slice(0, 120));
    return [scrollWidth, clientWidth, widest.slice(0, 4)];
"#;

async fn nothing_has_to_be_scrolled_sideways(page: Page<'_>) -> Result<()> {
    let mut problems = Vec::new();
    for width in [1280, 768, 360, 320] {
        for fragment in ["", "tokens=Alice;an-uncommonly-long-name-for-a-guest;Bob"] {
            page.open_framed(width, fragment).await?;
            page.click("checkbox", &word("all-rows")?).await?;
            page.number(BOBS_QUERY)
                .enter("12345678901234567890")
                .await?;
            page.number(BOBS_QUERY).enter("abc").await?;
            let (content, window, widest): (f64, f64, Vec<String>) =
                page.script(OVERFLOW, vec![]).await?;
            if content > window {
                problems.push(format!(
                    "{width} px, {fragment:?}: {content} px in {window}: {widest:#?}"
                ));
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    Ok(())
}

async fn cards_stand_side_by_side_on_a_desk(page: Page<'_>) -> Result<()> {
    page.open_framed(1280, "").await?;
    let cards = cards(page).await?;
    assert_eq!(cards.len(), 3);
    assert!(
        cards.windows(2).all(|two| two[0].right <= two[1].left),
        "{cards:?}"
    );
    Ok(())
}

async fn cards_stack_on_a_phone(page: Page<'_>) -> Result<()> {
    for width in [360, 320] {
        page.open_framed(width, "").await?;
        let cards = cards(page).await?;
        assert_eq!(cards.len(), 3);
        assert!(
            cards.windows(2).all(|two| two[0].bottom <= two[1].top),
            "{cards:?}"
        );
    }
    Ok(())
}

async fn lines_end_at_the_cards_they_join(page: Page<'_>) -> Result<()> {
    for width in [1280, 768, 360, 320] {
        page.open_framed(width, "").await?;
        page.click("checkbox", &word("all-rows")?).await?;
        let cards = cards(page).await?;
        let stacked = cards[0].bottom <= cards[1].top;
        // Where cards stack, a line ends in its card's row; where they stand side by side, in its column.
        let is_at = |(x, y): (f64, f64), card: Place| {
            if stacked {
                (card.top..=card.bottom).contains(&y)
            } else {
                (card.left..=card.right).contains(&x)
            }
        };
        let lines = lines(page).await?;
        assert_eq!(lines.len(), 9);
        for line in lines {
            let joins = is_at(line.from, cards[line.query]) && is_at(line.to, cards[line.key]);
            assert!(joins, "{line:?} among {cards:?} at {width}");
        }
    }
    Ok(())
}

async fn twelve_guests_fit_however_long_their_names_and_vectors(page: Page<'_>) -> Result<()> {
    let ones = |size: usize| vec![vec!["1"; size].join(","); 12].join(";");
    let names = format!("{};h;i;j;k;l", hostile_link());
    let mut problems = Vec::new();
    for width in [1280, 768, 360, 320] {
        for size in [2, 8] {
            let rows = ones(size);
            page.open_framed(width, &format!("tokens={names}&q={rows}&k={rows}&v={rows}"))
                .await?;
            open_list(page).await?;
            let (content, window, widest): (f64, f64, Vec<String>) =
                page.script(OVERFLOW, vec![]).await?;
            if content > window {
                problems.push(format!(
                    "{width} px, d = {size}: {content} px in {window}: {widest:#?}"
                ));
            }
            let cards = cards(page).await?;
            assert_eq!(cards.len(), 12);
            for line in lines(page).await? {
                for ((_, y), card) in [(line.from, cards[line.query]), (line.to, cards[line.key])] {
                    if !(card.top..=card.bottom).contains(&y) {
                        problems.push(format!("{width} px, d = {size}: {line:?}, {card:?}"));
                    }
                }
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    Ok(())
}

async fn the_charts_labels_can_be_read_on_a_phone(page: Page<'_>) -> Result<()> {
    page.open_framed(360, "").await?;
    let heights: Vec<(String, f64)> = page
        .script(
            r#"
            return [...document.querySelectorAll("[role=img] svg text")].map((label) => {
                const { a, b } = label.getScreenCTM();
                return [label.textContent.trim(), parseFloat(getComputedStyle(label).fontSize) * Math.hypot(a, b)];
            });
            "#,
            vec![],
        )
        .await?;
    for name in ["Alice", "introduced", "Bob"] {
        assert!(
            heights.iter().any(|(label, _)| label == name),
            "no {name} in {heights:?}"
        );
    }
    assert!(
        heights.iter().all(|(_, height)| *height >= 11.0),
        "{heights:?}"
    );
    Ok(())
}
