use crate::{Error, Operand, Quantity, TemperatureLimit, float, target::Target};

/// The temperature at which the softmax of a row's scores comes nearest to a target: the `T > 0` of
/// the least KL(target ‖ softmax(scaled / T)).
///
/// `scaled_at_t1` are the scaled scores at temperature 1, of the keys that may be heard; the target
/// has a share for each and is taken as proportions.
///
/// With `β = 1/T`, the divergence is convex in `β` and its slope is the difference of two averages
/// of the scores, under the softmax and under the target. So the answer is where they are equal,
/// found by bisection to the last bit that the averages can tell.
///
/// # Errors
///
/// [`Error::NoNearestTemperature`] where no finite `T > 0` has the least divergence: [the
/// reason](TemperatureLimit) says where it goes on falling. [`Error::NoTokens`] for no scores,
/// [`Error::Length`] where the target is not as long, [`Error::Number`] for what is not finite or a
/// share below 0, [`Error::EmptyTarget`] for shares that are all 0, [`Error::Overflow`] for scores
/// further apart than an `f64` can say.
///
/// ```
/// use attention_core::{Error, TemperatureLimit, nearest_temperature};
///
/// // exp(2/T) : exp(1/T) = 0.75 : 0.25 is exp(1/T) = 3.
/// let temperature = nearest_temperature(&[1.0, 2.0], &[0.25, 0.75])?;
/// assert!((temperature - 1.0 / 3f64.ln()).abs() < 1e-14);
///
/// // No temperature turns [5, 2, 7] into [0.24, 0.03, 0.73]; this one comes nearest.
/// let temperature = nearest_temperature(&[5.0, 2.0, 7.0], &[0.24, 0.03, 0.73])?;
/// assert!((temperature - 1.67).abs() < 0.005);
///
/// let colder = Error::NoNearestTemperature { towards: TemperatureLimit::Zero };
/// assert_eq!(nearest_temperature(&[1.0, 2.0], &[0.0, 1.0]), Err(colder));
/// # Ok::<(), Error>(())
/// ```
pub fn nearest_temperature(scaled_at_t1: &[f64], target: &[f64]) -> Result<f64, Error> {
    let scores = Gaps::of(scaled_at_t1)?;
    let target = Target::of(target, scaled_at_t1.len())?;
    let none = |towards| Err(Error::NoNearestTemperature { towards });
    if scores.spread == 0.0 {
        return none(TemperatureLimit::Any);
    }
    let wanted: f64 = scores
        .iter()
        .zip(target.shares())
        .map(|(gap, share)| share * gap)
        .sum();
    if wanted <= 0.0 {
        return none(TemperatureLimit::Zero);
    }
    if wanted >= scores.mean_gap(0.0) {
        return none(TemperatureLimit::Infinity);
    }
    let temperature = scores.spread / scores.coldness(wanted);
    if temperature == 0.0 {
        none(TemperatureLimit::Zero)
    } else if temperature.is_infinite() {
        none(TemperatureLimit::Infinity)
    } else {
        Ok(temperature)
    }
}

/// Scores as their distance below the highest, in units of the spread from lowest to highest: all
/// within 0 and 1, so that the search does not depend on the scores' size.
struct Gaps<'a> {
    scores: &'a [f64],
    max: f64,
    spread: f64,
}

impl<'a> Gaps<'a> {
    fn of(scores: &'a [f64]) -> Result<Self, Error> {
        if let Some(key_index) = scores.iter().position(|score| !score.is_finite()) {
            return Err(Error::Number {
                operand: Operand::Scores,
                key_index,
                value: scores[key_index],
            });
        }
        let Some(max) = scores.iter().copied().reduce(f64::max) else {
            return Err(Error::NoTokens {
                operand: Operand::Scores,
            });
        };
        let spread = scores
            .iter()
            .fold(0.0, |spread: f64, score| spread.max(max - score));
        if spread.is_infinite() {
            return Err(Error::Overflow {
                quantity: Quantity::Scaled,
                row: 0,
                column: 0,
            });
        }
        Ok(Self {
            scores,
            max,
            spread,
        })
    }

    fn iter(&self) -> impl Iterator<Item = f64> {
        self.scores
            .iter()
            .map(|score| (self.max - score) / self.spread)
    }

    /// The average gap under the softmax at this coldness, `spread / T`: it falls as it gets
    /// colder.
    fn mean_gap(&self, coldness: f64) -> f64 {
        let (sum, moment) = self.iter().fold((0.0, 0.0), |(sum, moment), gap| {
            let exponential = float::exp(-coldness * gap);
            (sum + exponential, moment + exponential * gap)
        });
        moment / sum
    }

    /// The coldness at which the average gap is `wanted`, which lies between 0 and the average at
    /// coldness 0.
    fn coldness(&self, wanted: f64) -> f64 {
        let (mut warm, mut cold) = (0.0, 1.0);
        // Ends: as it gets colder the exponentials reach 0 and the average gap with them; at the
        // latest where `cold` is infinite, and the average not a number.
        while self.mean_gap(cold) > wanted {
            warm = cold;
            cold *= 2.0;
        }
        loop {
            let middle = warm + (cold - warm) / 2.0;
            if middle <= warm || middle >= cold {
                return cold;
            }
            if self.mean_gap(middle) > wanted {
                warm = middle;
            } else {
                cold = middle;
            }
        }
    }
}
