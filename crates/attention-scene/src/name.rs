//! What a guest may be called.

/// The longest name that the page takes, in characters.
pub const LONGEST_NAME: usize = 80;

/// Why a text was not taken as a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameRefusal {
    /// Nothing in it can be seen.
    Empty,
    /// It is longer than [`LONGEST_NAME`].
    TooLong,
}

/// Reads a name. It is one line of any text at all: what ends or indents lines, and every other
/// control character, becomes a space; spaces around it are left out, and so are the marks that
/// would turn the text around it (Unicode's embeddings, overrides and isolates).
///
/// # Errors
///
/// A [`NameRefusal`] for a name of which nothing can be seen, and for one that is too long.
///
/// ```
/// use attention_scene::{NameRefusal, parse_name};
/// assert_eq!(parse_name(" Bob\tthe\nBuilder "), Ok("Bob the Builder".to_owned()));
/// assert_eq!(parse_name("<img src=x>"), Ok("<img src=x>".to_owned()));
/// assert_eq!(parse_name(" \u{200b}\n"), Err(NameRefusal::Empty));
/// assert_eq!(parse_name(&"x".repeat(81)), Err(NameRefusal::TooLong));
/// ```
pub fn parse_name(text: &str) -> Result<String, NameRefusal> {
    let plain = |c: char| match c {
        '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => None,
        c if c.is_control() => Some(' '),
        c => Some(c),
    };
    let name: String = text.chars().filter_map(plain).collect();
    let name = name.trim();
    if name.chars().all(is_unseen) {
        return Err(NameRefusal::Empty);
    }
    if name.chars().count() > LONGEST_NAME {
        return Err(NameRefusal::TooLong);
    }
    Ok(name.to_owned())
}

/// A space, or a mark that takes no place of its own.
fn is_unseen(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{206f}')
        || matches!(c, '\u{2800}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}')
        || extends(c)
}

/// A name that fits into so many columns: as it is, or its beginning and an ellipsis. What a
/// reader takes for one character stays whole, as far as a short table of marks knows it; East
/// Asian characters and emoji take two columns.
///
/// ```
/// use attention_scene::shorten;
/// assert_eq!(shorten("introduced", 10), "introduced");
/// assert_eq!(shorten("interviewed", 10), "interview…");
/// // An accent stays with its letter, and a family together.
/// assert_eq!(shorten("e\u{301}e\u{301}e\u{301}", 2), "e\u{301}…");
/// assert_eq!(shorten("👩\u{200d}👧abcd", 4), "👩\u{200d}👧a…");
/// ```
#[must_use]
pub fn shorten(name: &str, columns: usize) -> String {
    let (mut width, mut before) = (0, None);
    let mut flags = 0;
    // Where the name would be cut to leave room for the ellipsis.
    let mut cut = None;
    for (at, c) in name.char_indices() {
        let flag = ('\u{1f1e6}'..='\u{1f1ff}').contains(&c);
        flags = if flag { flags + 1 } else { 0 };
        let joined = before == Some('\u{200d}') || extends(c) || (flag && flags % 2 == 0);
        before = Some(c);
        if joined && at > 0 {
            continue;
        }
        width += if is_wide(c) { 2 } else { 1 };
        if width >= columns && cut.is_none() {
            cut = Some(at);
        }
        if width > columns {
            return format!("{}…", &name[..cut.unwrap_or(at)]);
        }
    }
    name.to_owned()
}

fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}')
        || matches!(c, '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff01}'..='\u{ff60}')
        || matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{20000}'..='\u{3fffd}')
}

/// Whether a character belongs to the one before it.
fn extends(c: char) -> bool {
    // The scripts of India, alike in their places within a block each.
    let indic = ('\u{900}'..'\u{e00}').contains(&c)
        && matches!(u32::from(c) % 0x80, 0..=3 | 0x3c | 0x3e..=0x4d | 0x55..=0x57 | 0x62 | 0x63);
    indic
        || matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'..='\u{5c7}')
        || matches!(c, '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}')
        || matches!(c, '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' | '\u{1160}'..='\u{11ff}')
        || matches!(c, '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{200d}' | '\u{20d0}'..='\u{20ff}')
        || matches!(c, '\u{3099}' | '\u{309a}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}')
        || matches!(c, '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}' | '\u{e0100}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names that somebody will try.
    const HOSTILE: [&str; 8] = [
        "<img src=x onerror=alert(1)>",
        "👩\u{200d}👩\u{200d}👧\u{200d}👦",
        "Z\u{351}\u{36b}a\u{343}l\u{489}go",
        "عمر",
        "abc עברית",
        "हिन्दी",
        "a;b,c&d=e#f%g",
        "\u{1f1e9}\u{1f1ea}\u{1f1eb}\u{1f1f7}",
    ];

    #[test]
    fn any_visible_text_is_a_name_and_stays_it() {
        for name in HOSTILE {
            assert_eq!(parse_name(name).as_deref(), Ok(name));
        }
        assert_eq!(
            parse_name(&"x".repeat(LONGEST_NAME)).map(|name| name.len()),
            Ok(80)
        );
    }

    #[test]
    fn what_would_break_a_line_or_turn_it_is_left_out() {
        assert_eq!(parse_name("a\u{2029}b\0c").as_deref(), Ok("a b c"));
        assert_eq!(parse_name("\u{202e}evil\u{2069}").as_deref(), Ok("evil"));
        for empty in ["", "  ", "\n", "\u{202e}", "\u{feff}\u{200d}", "\u{301}"] {
            assert_eq!(parse_name(empty), Err(NameRefusal::Empty), "{empty:?}");
        }
    }

    #[test]
    fn what_reads_as_one_character_is_not_cut_in_two() {
        assert_eq!(shorten(HOSTILE[7], 4), HOSTILE[7]);
        assert_eq!(shorten(HOSTILE[7], 3), "\u{1f1e9}\u{1f1ea}…");
        assert_eq!(shorten(HOSTILE[1], 2), HOSTILE[1]);
        assert_eq!(shorten(HOSTILE[2], 3), "Z\u{351}\u{36b}a\u{343}…");
        assert_eq!(shorten("漢字漢字漢字", 10), "漢字漢字…");
        assert_eq!(shorten("👍🏽👍🏽👍🏽", 5), "👍🏽👍🏽…");
    }

    proptest::proptest! {
        #[test]
        fn a_name_that_was_taken_is_taken_again(text in ".{0,100}") {
            if let Ok(name) = parse_name(&text) {
                proptest::prop_assert!(parse_name(&name).as_ref() == Ok(&name));
                proptest::prop_assert!(shorten(&name, 10).chars().next() == name.chars().next());
            }
        }
    }
}
