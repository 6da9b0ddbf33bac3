//! Any bytes are a file; whatever is made of them is a room, or a refusal.

use attention_files::{Opened, Pick, open, plan, read_json, read_table};
use attention_scene::{Preset, decimal};

/// As they are, whatever kind of file they begin as; JSON, too.
pub(crate) fn files(bytes: &[u8]) {
    opened(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        let _ = read_json(text, decimal);
    }
}

/// As a table: under headings, as an export, or as it is.
pub(crate) fn tables(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let room = Preset::Walkthrough.experiment();
    for heading in [
        "",
        "q,k,v\n",
        "Q\n",
        "what,head,query,key,component,value\n",
    ] {
        if let Ok(read) = read_table(&format!("{heading}{text}"), &room, decimal) {
            assert!((1..=128).contains(&read.token_count()));
        }
    }
}

/// As arrays: after NumPy's magic word, a ZIP's, or the length of a header.
pub(crate) fn arrays(bytes: &[u8]) {
    for beginning in [&b"\x93NUMPY\x01\0"[..], b"PK\x03\x04", b"PK\x05\x06"] {
        opened(&[beginning, bytes].concat());
    }
    let header = (bytes.len() as u64 / 2).to_le_bytes();
    opened(&[&header, &b"{"[..], bytes].concat());
}

/// Opens a file, and picks of its arrays where it has some.
fn opened(file: &[u8]) {
    let size = file.len() as u64;
    let room = Preset::Walkthrough.experiment();
    let _ = plan(&file[..file.len().min(16)], size);
    match open(file, size, (&room, 2), decimal) {
        Ok(Opened::Room(room, focus)) => assert!(focus < room.token_count()),
        Ok(Opened::Arrays(arrays)) => {
            let first = Pick::of(0);
            let far = Pick {
                layer: 1,
                head: 1,
                side_by_side: 2,
                first: 1,
                rows: 2,
                ..first
            };
            for common in [first, far] {
                let picks = arrays.picks(arrays.guess(), common);
                if let Ok(room) = arrays.room_of(&picks, file, &room) {
                    assert!((1..=128).contains(&room.token_count()));
                }
            }
        }
        Err(_) => {}
    }
}
