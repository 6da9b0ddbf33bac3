//! A visit to the page: what a learner sees and does there.

mod card;
mod keys;
mod messages;
mod number;
mod pointer;
mod readings;
mod role;
mod script;
mod text;
mod theme;
mod visit;

use thirtyfour::WebDriver;

use crate::{Engine, Site};

pub use card::Card;
pub use messages::Messages;
pub use number::{BOBS_QUERY, NumberAt, NumberControl, Standing};
pub use pointer::{Point, Pointer};
pub use readings::{Line, Readings, Readout};
pub use theme::Theme;

/// The page in one browser.
#[derive(Clone, Copy)]
pub struct Page<'a> {
    driver: &'a WebDriver,
    site: &'a Site,
    engine: Engine,
    /// Whether the page is opened by itself, and not with its workshop.
    is_bare: bool,
}

impl<'a> Page<'a> {
    /// The page of a site, in a browser.
    #[must_use]
    pub fn new(driver: &'a WebDriver, site: &'a Site, engine: Engine) -> Self {
        Self {
            driver,
            site,
            engine,
            is_bare: false,
        }
    }

    /// The same, opened as a visitor first sees it: without the workshop.
    #[must_use]
    pub fn at_first(self) -> Self {
        Self {
            is_bare: true,
            ..self
        }
    }

    /// The browser's session, for what only a test does.
    #[must_use]
    pub fn driver(self) -> &'a WebDriver {
        self.driver
    }

    /// Where the page is served.
    #[must_use]
    pub fn site(self) -> &'a Site {
        self.site
    }

    /// Which engine it is in.
    #[must_use]
    pub fn engine(self) -> Engine {
        self.engine
    }
}
