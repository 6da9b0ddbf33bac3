//! Any text is a link; what it describes is a room, which its own link describes again.

use attention_scene::{Experiment, PagePart, decimal, read_link, write_link};

pub(crate) fn links(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for before in [
        "",
        "q=",
        "tokens=a;b&",
        "mask=",
        "hide=q&lock=",
        "heads=2&wo=",
        "preset=order&x=",
    ] {
        described(&format!("{before}{text}"));
    }
}

fn described(fragment: &str) {
    let Some(link) = read_link(fragment, decimal) else {
        return;
    };
    let room = &link.experiment;
    assert!(
        (1..=Experiment::MOST_TOKENS).contains(&room.token_count()),
        "{fragment}"
    );
    assert!(link.selection.focus < room.token_count(), "{fragment}");
    let written = write_link(room, link.selection) + &link.wishes.to_string();
    let Some(again) = read_link(&written, decimal) else {
        unreachable!("{fragment}: {written} is no link");
    };
    assert_eq!(again.problems, [], "{fragment}: {written}");
    assert_eq!(again.experiment, *room, "{fragment}: {written}");
    assert_eq!(again.selection, link.selection, "{fragment}: {written}");
    assert_eq!(again.wishes, link.wishes, "{fragment}: {written}");
    for part in PagePart::ALL {
        assert_eq!(
            again.wishes.hidden.contains(part),
            link.wishes.hidden.contains(part)
        );
    }
}
