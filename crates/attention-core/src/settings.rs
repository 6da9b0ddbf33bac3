use crate::{Error, Mask, Scale};

/// How scores become weights: `weights = softmax(score · s / T)` over the keys that may be heard.
///
/// ```
/// use attention_core::{Mask, Scale, Settings};
///
/// let settings = Settings { temperature: 2.0, ..Settings::default() };
/// assert_eq!(settings.scale, Scale::None);
/// assert_eq!(settings.mask, Mask::None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings<'a> {
    /// `s`, which the scores are multiplied by.
    pub scale: Scale,
    /// `T`, which they are divided by: a finite number above 0. Hot rows are even, cold rows all on
    /// one key.
    pub temperature: f64,
    /// Who may listen to whom.
    pub mask: Mask<'a>,
}

impl Default for Settings<'_> {
    /// Unscaled, at temperature 1, everyone listening to everyone.
    fn default() -> Self {
        Self {
            scale: Scale::None,
            temperature: 1.0,
            mask: Mask::None,
        }
    }
}

impl Settings<'_> {
    /// Refuses what no computation over so many queries and keys can use.
    pub(crate) fn check(&self, n_queries: usize, n_keys: usize) -> Result<(), Error> {
        let temperature = self.temperature;
        if !(temperature.is_finite() && temperature > 0.0) {
            return Err(Error::Temperature { value: temperature });
        }
        self.scale.check()?;
        self.mask.check(n_queries, n_keys)
    }
}
