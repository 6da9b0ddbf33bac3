/// The number that so great a part of them lies at or below, from 0 to 1: the nearest rank.
pub(super) fn quantile(numbers: &[f64], part: f64) -> f64 {
    let mut sorted = numbers.to_vec();
    sorted.sort_by(f64::total_cmp);
    let rank = (part * sorted.len() as f64).ceil() as usize;
    sorted
        .get(rank.saturating_sub(1))
        .copied()
        .unwrap_or(f64::NAN)
}

/// The middle one.
pub(super) fn median(numbers: &[f64]) -> f64 {
    quantile(numbers, 0.5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_numbers_of_the_sample() {
        let numbers = [5.0, 1.0, 4.0, 2.0, 3.0];
        assert_eq!(median(&numbers), 3.0);
        assert_eq!(quantile(&numbers, 0.99), 5.0);
        assert_eq!(quantile(&numbers, 0.0), 1.0);
        assert!(median(&[]).is_nan());
    }
}
