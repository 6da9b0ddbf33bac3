//! What a saved page carries, as a browser reads it.

#[path = "support/any_room.rs"]
mod any_room;

use any_room::any_room;
use attention_scene::{Selection, decimal, read_link, with_link, write_link};
use html5gum::{Token, Tokenizer};
use proptest::prelude::*;

/// What a browser finds in the file's first tag.
fn carried(page: &str) -> Option<String> {
    let Token::StartTag(tag) = Tokenizer::new(page).flatten().next()? else {
        return None;
    };
    let content = tag.attributes.get(b"content".as_slice())?;
    String::from_utf8(content.value.to_vec()).ok()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn a_saved_file_opens_on_the_room_that_was_saved(
        mut room in any_room(),
        names in prop::collection::vec("[ -~àß中😀]{1,20}", 3),
        focus in 0..3_usize,
    ) {
        for (index, name) in names.iter().enumerate() {
            room = room.with_name(index, name);
        }
        let link = write_link(&room, Selection::of(focus));
        let before = "<meta name=\"attention-mixer-link\" content=\"focus=0&amp;q=1\"><p>";
        let saved = with_link(before, &link).unwrap_or_default();
        prop_assert!(saved.ends_with("\"><p>"));
        let carried = carried(&saved).unwrap_or_default();
        prop_assert_eq!(&carried, &link);
        let opened = read_link(&carried, decimal);
        let opened = opened.map(|link| (link.problems, link.experiment, link.selection.focus));
        prop_assert_eq!(opened, Some((Vec::new(), room, focus)));
    }
}
