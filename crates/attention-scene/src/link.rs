//! The room as a link's fragment, readable and writable by hand:
//! `tokens=Alice;Bob&q=1,2;0,1&k=…&v=…&focus=1&scale=none&temperature=1`.

mod page;
mod part;
mod parts;
#[cfg(test)]
mod tests;
mod wishes;
mod write;

pub use page::with_link;
pub use part::{PagePart, PartSet};
pub use wishes::{Language, Theme, View, Wishes};
pub use write::write_link;

use self::parts::Parts;
use crate::{Decimal, Experiment, NameRefusal, NumberRefusal, Selection};

/// What a link describes, and what in it could not be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The room: as far as the link could be read, and the base's where it couldn't.
    pub experiment: Experiment,
    /// Who is looked at.
    pub selection: Selection,
    /// What it wishes of the page besides.
    pub wishes: Wishes,
    /// How many of its parts could be taken. A link of none describes nothing but the base.
    pub taken: usize,
    /// What was refused, in the link's order; the rest of the link counts.
    pub problems: Vec<LinkProblem>,
}

/// One part of a link that could not be taken.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkProblem {
    /// A part that isn't `key=value`, or not decodable text.
    Unreadable(String),
    /// A key this version doesn't know.
    UnknownKey(String),
    /// A key whose value isn't among those it takes.
    UnknownValue(&'static str, String),
    /// A number that was refused, with its key and its text.
    Number(&'static str, String, NumberRefusal),
    /// Vectors or names that don't fit the room, or one another.
    Shape(&'static str),
    /// More guests or components than a room may hold.
    TooMany(&'static str),
    /// A name that was refused, with the index of its guest.
    Name(usize, String, NameRefusal),
    /// A focus on a guest who isn't there.
    NobodyThere(String),
}

/// Reads a fragment, without its `#`. `None` where it is not about a room at all: empty, or one
/// plain name such as a skip link's.
///
/// ```
/// use attention_scene::{LinkProblem, decimal, read_link};
/// let link = read_link("q=1,2;0,1;0,3&focus=9", decimal).ok_or("a link")?;
/// assert_eq!(link.experiment.attention().head(0).score(2, 0), 3.0);
/// assert_eq!(link.problems, [LinkProblem::NobodyThere("9".to_owned())]);
/// assert!(read_link("main", decimal).is_none());
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn read_link(fragment: &str, decimal: Decimal) -> Option<Link> {
    if !is_about_a_room(fragment) {
        return None;
    }
    let fragment = without_tail(fragment);
    let mut parts = Parts::reading(decimal);
    // What is packed, the page has yet to unpack into this place.
    let is_packed = |part: &str| part.len() > 2 && part.starts_with("z=");
    let is_there = |part: &&str| !part.is_empty() && !is_packed(part);
    for part in fragment.split('&').filter(is_there) {
        parts.read(part);
    }
    Some(parts.assemble())
}

/// Whether a fragment, without its `#`, is about a room: neither empty nor one plain name.
///
/// ```
/// use attention_scene::is_about_a_room;
/// assert!(is_about_a_room("q=1,2;0,1;0,3") && is_about_a_room("%"));
/// assert!(!is_about_a_room("main") && !is_about_a_room("") && !is_about_a_room("?secret=abc"));
/// ```
#[must_use]
pub fn is_about_a_room(fragment: &str) -> bool {
    let fragment = without_tail(fragment);
    let plain_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    !fragment.starts_with('?') && !fragment.chars().all(plain_name)
}

/// Some hosts append `#?secret=…` to the address of a page they embed.
fn without_tail(fragment: &str) -> &str {
    fragment.split("#?").next().unwrap_or_default()
}
