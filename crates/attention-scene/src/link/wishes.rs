//! What a link wishes of the page around the room.

use std::fmt;

/// The page's colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// The name that links use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let all = [Self::Auto, Self::Light, Self::Dark];
        all.into_iter().find(|theme| theme.name() == name)
    }
}

/// What a link wishes of the page besides its room. Some of it this page takes up; all of it is
/// kept, so that a link written anew still says it.
///
/// ```
/// use attention_scene::{decimal, read_link};
/// let link = read_link("view=full&lock=q&theme=dark", decimal).ok_or("a link")?;
/// assert_eq!(link.wishes.to_string(), "&view=full&lock=q&theme=dark");
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// The page's colours, where the link names them.
    pub theme: Option<Theme>,
    /// Key and text of the others, as they stand in the link.
    kept: Vec<(&'static str, String)>,
}

impl Wishes {
    /// The keys whose text is kept as it is.
    const KEPT: [&'static str; 4] = ["hide", "lock", "view", "lang"];

    /// The key as this page knows it, if it is one of those whose text is kept.
    pub(super) fn key(name: &str) -> Option<&'static str> {
        Self::KEPT.into_iter().find(|key| *key == name)
    }

    /// Keeps a text, in place of another under the same key.
    pub(super) fn keep(&mut self, key: &'static str, text: &str) {
        self.kept.retain(|(kept, _)| *kept != key);
        self.kept.push((key, text.to_owned()));
    }
}

/// As a link goes on after its room.
impl fmt::Display for Wishes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (key, text) in &self.kept {
            write!(formatter, "&{key}={text}")?;
        }
        match self.theme {
            None | Some(Theme::Auto) => Ok(()),
            Some(theme) => write!(formatter, "&theme={}", theme.name()),
        }
    }
}
