use std::fmt;

/// A browser engine that the page must run in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Blink, in Chromium.
    Chromium,
    /// Gecko, in Firefox.
    Firefox,
    /// WebKit, in WebKitGTK's MiniBrowser: the kin of Safari that runs here.
    WebKit,
}

impl Engine {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The engines that `ATTENTION_BROWSER` names: one, or all where it is not set.
    #[must_use]
    pub fn wanted() -> Vec<Self> {
        let one = std::env::var("ATTENTION_BROWSER").unwrap_or_default();
        let is_wanted = |engine: &Self| one.is_empty() || engine.name() == one;
        Self::ALL.into_iter().filter(is_wanted).collect()
    }

    /// Its name in `ATTENTION_BROWSER` and in the names of tests.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}
