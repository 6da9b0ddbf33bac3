use crate::{Error, Quantity, Settings, float};

/// What every score is multiplied by before the softmax.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Scale {
    /// 1: the scores as they are.
    #[default]
    None,
    /// `1/√d_k`. Where the components of queries and keys vary by 1, their product over `d_k`
    /// components varies by `√d_k`; this takes that back, so that long vectors do not make the
    /// softmax all or nothing (Vaswani et al., "Attention Is All You Need", 2017, §3.2.1).
    SqrtDk,
    /// Any finite number. 0 makes every row even; a number below 0 favours low scores.
    Factor(f64),
}

impl Scale {
    /// The number itself, for queries and keys of `d_k` components.
    ///
    /// ```
    /// use attention_core::Scale;
    ///
    /// assert_eq!(Scale::None.factor(4), 1.0);
    /// assert_eq!(Scale::SqrtDk.factor(4), 0.5);
    /// assert_eq!(Scale::Factor(3.0).factor(4), 3.0);
    /// ```
    ///
    /// `1/√d_k` has no finite value at `d_k = 0`; no computation here takes vectors of no
    /// components.
    pub fn factor(self, d_k: usize) -> f64 {
        match self {
            Self::None => 1.0,
            Self::SqrtDk => 1.0 / float::sqrt(d_k as f64),
            Self::Factor(factor) => factor,
        }
    }

    pub(crate) fn check(self) -> Result<(), Error> {
        match self {
            Self::Factor(value) if !value.is_finite() => Err(Error::Factor { value }),
            _ => Ok(()),
        }
    }
}

/// From a score to a scaled score: `score · s / T`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Scaling {
    pub(crate) factor: f64,
    pub(crate) temperature: f64,
}

impl Scaling {
    pub(crate) fn of(settings: &Settings<'_>, d_k: usize) -> Self {
        Self {
            factor: settings.scale.factor(d_k),
            temperature: settings.temperature,
        }
    }

    /// Refuses a score, or what becomes of it, that has left the range of an `f64`.
    pub(crate) fn scaled(
        self,
        score: f64,
        query_index: usize,
        key_index: usize,
    ) -> Result<f64, Error> {
        let scaled = score * self.factor / self.temperature;
        // A score out of range stays so, whatever the scale.
        if scaled.is_finite() {
            return Ok(scaled);
        }
        let quantity = if score.is_finite() {
            Quantity::Scaled
        } else {
            Quantity::Score
        };
        Err(Error::Overflow {
            quantity,
            row: query_index,
            column: key_index,
        })
    }
}
