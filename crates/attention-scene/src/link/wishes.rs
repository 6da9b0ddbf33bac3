//! What a link wishes of the page around the room.

use std::fmt;

use super::{PagePart, PartSet};

/// The page's colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
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

/// What the page is shown for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// A page of its own.
    #[default]
    Full,
    /// PagePart of somebody else's page.
    Embed,
    /// A projector.
    Present,
}

impl View {
    /// The name that links use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Embed => "embed",
            Self::Present => "present",
        }
    }

    /// The view of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let all = [Self::Full, Self::Embed, Self::Present];
        all.into_iter().find(|view| view.name() == name)
    }
}

/// A language that the page speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
}

impl Language {
    /// Its code, as links name it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
        }
    }

    /// The language of that code.
    #[must_use]
    pub fn coded(code: &str) -> Option<Self> {
        (code == Self::English.code()).then_some(Self::English)
    }
}

/// What a link wishes of the page besides its room.
///
/// ```
/// use attention_scene::{PagePart, View, decimal, read_link};
/// let wishes = read_link("view=embed&hide=table,steps&lock=q&theme=dark", decimal)
///     .ok_or("a link")?
///     .wishes;
/// assert_eq!(wishes.view, View::Embed);
/// assert!(wishes.hidden.contains(PagePart::Steps) && wishes.locked.contains(PagePart::Queries));
/// assert_eq!(wishes.to_string(), "&view=embed&hide=steps,table&lock=q&theme=dark");
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// What the page is shown for.
    pub view: View,
    /// What isn't shown.
    pub hidden: PartSet,
    /// What is shown, and can't be changed.
    pub locked: PartSet,
    /// The language, where the link names one.
    pub language: Option<Language>,
    /// The page's colours, where the link names them.
    pub theme: Option<Theme>,
}

/// Reads the names of parts, and returns those that are none.
pub(super) fn read_parts(text: &str) -> (PartSet, Vec<&str>) {
    let mut parts = PartSet::default();
    let names = text
        .split(',')
        .map(str::trim)
        .filter(|name| !name.is_empty());
    let unknown = names.filter(|name| match PagePart::named(name) {
        Some(part) => {
            parts.insert(part);
            false
        }
        None => true,
    });
    let unknown = unknown.collect();
    (parts, unknown)
}

/// As a link goes on after its room.
impl fmt::Display for Wishes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.view != View::Full {
            write!(formatter, "&view={}", self.view.name())?;
        }
        for (key, parts) in [("hide", self.hidden), ("lock", self.locked)] {
            if !parts.is_empty() {
                write!(formatter, "&{key}={parts}")?;
            }
        }
        if let Some(language) = self.language {
            write!(formatter, "&lang={}", language.code())?;
        }
        match self.theme {
            None | Some(Theme::Auto) => Ok(()),
            Some(theme) => write!(formatter, "&theme={}", theme.name()),
        }
    }
}
