//! What is on the page, as far as files show it.

use attention_files::Palette;
use attention_scene::{Experiment, Selection, read_link};

use crate::dom::decimal;

/// The room as it stands, and who is looked at.
pub(crate) struct Shown {
    pub(crate) room: Experiment,
    pub(crate) selection: Selection,
    pub(crate) is_dark: bool,
}

impl Shown {
    /// As a link and the page around it have it: the head that is looked at counts from 1.
    pub(crate) fn of(link: &str, head: usize, all_rows: bool, is_dark: bool) -> Option<Self> {
        let link = read_link(link, decimal)?;
        Some(Self {
            room: link.experiment,
            selection: Selection {
                head: head.checked_sub(1),
                all_rows,
                ..link.selection
            },
            is_dark,
        })
    }

    pub(crate) fn palette(&self) -> &'static Palette {
        match self.is_dark {
            true => &Palette::DARK,
            false => &Palette::LIGHT,
        }
    }
}
