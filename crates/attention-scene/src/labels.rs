//! Labels beside what they name, none over another.

/// Moves labels apart along a line: in the order of their places, each as near to its own as may
/// be, at least `gap` from the next, and none beyond `end`.
///
/// ```
/// use attention_scene::spread_labels;
/// // The two in the middle want the same place; the last may not stand beyond 10.
/// assert_eq!(spread_labels(&[0.0, 5.0, 5.0, 12.0], 2.0, 10.0), [0.0, 5.0, 7.0, 10.0]);
/// ```
#[must_use]
pub fn spread_labels(places: &[f64], gap: f64, end: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by(|one, other| places[*one].total_cmp(&places[*other]));
    let mut spread = places.to_vec();
    let mut least = f64::NEG_INFINITY;
    for &index in &order {
        spread[index] = spread[index].max(least);
        least = spread[index] + gap;
    }
    let mut most = end;
    for &index in order.iter().rev() {
        spread[index] = spread[index].min(most);
        most = spread[index] - gap;
    }
    spread
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_that_are_apart_stay_where_they_are() {
        let places = [9.0, 1.0, 5.0];
        assert_eq!(spread_labels(&places, 4.0, 10.0), places);
        assert!(spread_labels(&[], 4.0, 10.0).is_empty());
    }

    #[test]
    fn labels_crowded_at_the_end_move_back() {
        assert_eq!(spread_labels(&[10.0; 3], 4.0, 10.0), [2.0, 6.0, 10.0]);
    }
}
