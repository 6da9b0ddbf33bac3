use crate::{Error, Operand, Quantity, TemperatureLimit, float, shape, target};

/// The temperature at which the softmax of these scores comes nearest to a target: argmin over T > 0 of
/// KL(target ‖ softmax(scaled / T)).
///
/// # Errors
///
/// [`Error::NoNearestTemperature`] where the divergence has no least at a finite T above 0.
pub fn nearest_temperature(scaled_at_t1: &[f64], target: &[f64]) -> Result<f64, Error> {
    if scaled_at_t1.is_empty() {
        return Err(Error::NoTokens {
            operand: Operand::Scores,
        });
    }
    shape::check_finite(scaled_at_t1, scaled_at_t1.len(), Operand::Scores)?;
    let target_sum = target::check_target(target, scaled_at_t1.len())?;

    let max = scaled_at_t1
        .iter()
        .copied()
        .fold(f64::NEG_INFINITY, f64::max);
    let min = scaled_at_t1.iter().copied().fold(f64::INFINITY, f64::min);
    let spread = max - min;
    if !spread.is_finite() {
        return Err(Error::Overflow {
            quantity: Quantity::Scaled,
            row: 0,
            column: 0,
        });
    }
    let none = |towards| Err(Error::NoNearestTemperature { towards });
    if spread == 0.0 {
        return none(TemperatureLimit::Any);
    }

    // In units of the spread: how far below the highest a score lies, 0 to 1, and how cold it is, `spread / T`.
    let gap = |score: f64| (max - score) / spread;
    let wanted = scaled_at_t1
        .iter()
        .zip(target)
        .map(|(score, share)| share / target_sum * gap(*score))
        .sum::<f64>();
    let mean_gap = |coldness: f64| {
        let (sum, moment) = scaled_at_t1
            .iter()
            .fold((0.0, 0.0), |(sum, moment), score| {
                let exponential = float::exp(-coldness * gap(*score));
                (sum + exponential, moment + exponential * gap(*score))
            });
        moment / sum
    };

    // The divergence's slope is 0 where the mean gap is the wanted one, and the mean gap falls as it gets colder.
    if wanted <= 0.0 {
        return none(TemperatureLimit::Zero);
    }
    if wanted >= mean_gap(0.0) {
        return none(TemperatureLimit::Infinity);
    }
    let mut warm = 0.0;
    let mut cold = 1.0;
    while mean_gap(cold) > wanted {
        warm = cold;
        cold *= 2.0;
    }
    loop {
        let middle = warm + (cold - warm) / 2.0;
        if middle <= warm || middle >= cold {
            break;
        }
        if mean_gap(middle) > wanted {
            warm = middle;
        } else {
            cold = middle;
        }
    }
    let temperature = spread / cold;
    if temperature > 0.0 && temperature.is_finite() {
        Ok(temperature)
    } else if temperature == 0.0 {
        none(TemperatureLimit::Zero)
    } else {
        none(TemperatureLimit::Infinity)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_posts_figures_are_nearest_at_1_67() {
        let temperature = nearest_temperature(&[5.0, 2.0, 7.0], &[0.24, 0.03, 0.73]).unwrap();
        assert!((temperature - 1.67).abs() < 0.005, "{temperature}");
    }
}
