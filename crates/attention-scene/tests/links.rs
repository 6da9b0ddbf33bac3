//! Links that nobody wrote on purpose: the fuzz target's body on a fixed set of them.

#[path = "fuzz/body.rs"]
mod body;

use attention_scene::{Preset, Selection, write_link};
use proptest::{collection::vec, prelude::*};

/// What links are made of, and what doesn't belong into them.
const PIECES: [&str; 56] = [
    "tokens=",
    "q=",
    "k=",
    "v=",
    "x=",
    "wq=",
    "wk=",
    "wv=",
    "wo=",
    "position=",
    "heads=",
    "mask=",
    "scale=",
    "temperature=",
    "focus=",
    "step=",
    "preset=",
    "view=",
    "hide=",
    "lock=",
    "lang=",
    "theme=",
    "&",
    "&",
    "&",
    ";",
    ";",
    ",",
    ",",
    "1",
    "2",
    "-3.5",
    "0",
    "1e9",
    "NaN",
    "1e999",
    "−1",
    "%3B",
    "%",
    "%ff",
    "none",
    "causal",
    "sqrt_dk",
    "walkthrough",
    "order",
    "sinusoidal",
    "101;110;011",
    "table,q",
    "__proto__",
    "<script>",
    "Bob",
    "=",
    "#?secret=a",
    "softmax",
    "present",
    "dark",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn pieces_of_links_describe_rooms(pieces in vec(prop::sample::select(PIECES.to_vec()), 0..40)) {
        body::links(pieces.concat().as_bytes());
    }

    #[test]
    fn bytes_describe_rooms(bytes in vec(any::<u8>(), 0..200)) {
        body::links(&bytes);
    }
}

#[test]
fn the_walkthroughs_link_is_short() {
    let room = Preset::Walkthrough.experiment();
    let link = write_link(&room, Selection::of(2));
    assert!(link.len() < 250, "{}: {link}", link.len());
}
