//! What frames the room: the document's head, the header, the footer, and the notices for when
//! the page can't come alive.

mod footer;
mod head;
mod header;
mod notices;
mod theme;

pub(crate) use footer::Footer;
pub use head::head;
pub(crate) use header::Header;
pub(crate) use notices::Notices;
