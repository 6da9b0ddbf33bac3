//! A name inside a sentence.

use std::fmt::{self, Display, Formatter, Write};

/// A text to stand inside a sentence, such as a guest's name. One that is written from right to
/// left stands between Unicode's marks of isolation (FSI and PDI), so that what follows it keeps
/// its place; any other stands as it is.
///
/// ```
/// use attention_scene::Isolated;
/// assert_eq!(Isolated("Bob").to_string(), "Bob");
/// assert_eq!(Isolated("עמית").to_string(), "\u{2068}עמית\u{2069}");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Isolated<'a>(pub &'a str);

impl Display for Isolated<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if !self.0.chars().any(is_right_to_left) {
            return f.write_str(self.0);
        }
        f.write_char('\u{2068}')?;
        f.write_str(self.0)?;
        f.write_char('\u{2069}')
    }
}

/// Whether a character is of a block whose scripts run from right to left, or a mark of theirs.
fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}')
        || matches!(c, '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}
