use std::fmt;

use anyhow::{Context, Result};

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

    /// The engines that `ATTENTION_BROWSER` names: one, all where it is not set, or, by `none`, none.
    ///
    /// # Errors
    ///
    /// When it names something else, so that a slip of the pen doesn't pass as success.
    pub fn wanted() -> Result<Vec<Self>> {
        let Some(name) = std::env::var_os("ATTENTION_BROWSER") else {
            return Ok(Self::ALL.to_vec());
        };
        if name == "none" {
            return Ok(Vec::new());
        }
        let named = Self::ALL.into_iter().find(|engine| engine.name() == name);
        let engine = named.with_context(|| format!("ATTENTION_BROWSER: no engine {name:?}"))?;
        Ok(vec![engine])
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
