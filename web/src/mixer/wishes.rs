//! What a link wishes of the page around the room, and how the learner changes that.

use attention_scene::{PagePart, Selection, Theme, View, Wishes, write_link};
use leptos::prelude::*;

use super::Mixer;
use crate::reactive;

impl Mixer {
    /// Takes up what a link wishes of the page; colours that it doesn't name stay.
    pub(super) fn take_wishes(self, wanted: Wishes) {
        self.wishes.update(|wishes| {
            let theme = wanted.theme.or(wishes.theme);
            *wishes = wanted;
            wishes.theme = theme;
        });
    }

    /// Whether a link has hidden a part.
    pub(crate) fn hides(self, part: PagePart) -> bool {
        self.wishes.with(|wishes| wishes.hidden.contains(part))
    }

    /// Whether a link has locked a part.
    pub(crate) fn locks(self, part: PagePart) -> bool {
        self.wishes.with(|wishes| wishes.locked.contains(part))
    }

    /// Whether anything is locked: 1, or 0.
    pub(crate) fn locks_any(self) -> Memo<usize> {
        reactive::count(move || usize::from(self.wishes.with(|wishes| !wishes.locked.is_empty())))
    }

    /// All that is wished of the page.
    pub(crate) fn wishes(self) -> Wishes {
        self.wishes.get()
    }

    /// The link to the room as it was settled last, without what is wished of the page, and looked
    /// at otherwise.
    pub(crate) fn settled_room(self, look: impl FnOnce(Selection) -> Selection) -> String {
        self.said.track();
        let selection = look(untrack(|| self.selection()));
        untrack(|| {
            self.room
                .experiment
                .with(|room| write_link(room, selection))
        })
    }

    /// What the page is shown for.
    pub(crate) fn view(self) -> View {
        self.wishes.with(|wishes| wishes.view)
    }

    /// Shows the page for something else.
    pub(crate) fn choose_view(self, view: View) {
        self.wish(|wishes| wishes.view = view);
    }

    /// Stands in another page, from which the whole page has this address.
    #[cfg(feature = "element")]
    pub(crate) fn stand_in(self, page: String) {
        self.page.set_value(page);
    }

    /// The address of the whole page, to which a query or a fragment is added; empty in the page
    /// itself.
    pub(crate) fn page(self) -> String {
        self.page.get_value()
    }

    /// The link to the whole page, with nothing hidden or locked.
    pub(crate) fn link_in_full(self) -> String {
        self.said.track();
        let wishes = Wishes {
            theme: self.wishes.with(|wishes| wishes.theme),
            ..Wishes::default()
        };
        untrack(|| self.room_link()) + &wishes.to_string()
    }

    /// The page's colours, where a link or the learner chose them.
    #[cfg(feature = "csr")]
    pub(crate) fn theme(self) -> Option<Theme> {
        self.wishes.with(|wishes: &Wishes| wishes.theme)
    }

    /// Chooses the page's colours.
    #[cfg(feature = "csr")]
    pub(crate) fn choose_theme(self, theme: Theme) {
        self.wish(|wishes| wishes.theme = Some(theme));
    }

    fn wish(self, change: impl FnOnce(&mut Wishes)) {
        self.wishes.update(change);
        let link = untrack(|| self.link());
        self.said.update(|said| said.address = Some(link));
    }
}
