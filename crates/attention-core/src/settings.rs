use crate::{Error, float};

/// What every score is multiplied by before the softmax.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Scale {
    /// 1: the scores as they are.
    #[default]
    None,
    /// 1/√d_k, which keeps the scores' spread the same whatever the number of components.
    SqrtDk,
    /// Any finite number.
    Factor(f64),
}

impl Scale {
    /// The number itself, for keys of `d_k` components.
    pub fn factor(self, d_k: usize) -> f64 {
        match self {
            Self::None => 1.0,
            Self::SqrtDk => 1.0 / float::sqrt(d_k as f64),
            Self::Factor(factor) => factor,
        }
    }
}

/// Who may listen to whom.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mask<'a> {
    /// Everyone to everyone.
    #[default]
    None,
    /// Each to itself and to those before it: `key_index ≤ query_index`.
    Causal,
    /// A cell for each query and key, a row per query; `true` = may listen.
    Cells(&'a [bool]),
}

/// How the scores become weights.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings<'a> {
    /// What the scores are multiplied by.
    pub scale: Scale,
    /// What they are divided by; above 0.
    pub temperature: f64,
    /// Who may listen to whom.
    pub mask: Mask<'a>,
}

impl Default for Settings<'_> {
    /// Unscaled, temperature 1, everyone listens to everyone.
    fn default() -> Self {
        Self {
            scale: Scale::None,
            temperature: 1.0,
            mask: Mask::None,
        }
    }
}

impl Settings<'_> {
    /// Refuses what no computation can use.
    pub(crate) fn check(&self, n_queries: usize, n_keys: usize) -> Result<(), Error> {
        let temperature = self.temperature;
        if !(temperature.is_finite() && temperature > 0.0) {
            return Err(Error::Temperature { value: temperature });
        }
        if let Scale::Factor(value) = self.scale
            && !value.is_finite()
        {
            return Err(Error::Factor { value });
        }
        if let Mask::Cells(cells) = self.mask
            && cells.len() != n_queries * n_keys
        {
            return Err(Error::MaskSize {
                expected: n_queries * n_keys,
                found: cells.len(),
            });
        }
        Ok(())
    }
}
