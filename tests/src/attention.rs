//! Self-attention worked out a second time, in the plainest way, from the formula
//! softmax(Q·Kᵀ · s / T)·V. What the page shows is compared with this.

/// A matrix, a row per token.
type Rows = Vec<Vec<f64>>;

/// What goes into the formula.
#[derive(Clone, Debug)]
pub struct Numbers {
    /// A query per token.
    pub queries: Rows,
    /// A key per token.
    pub keys: Rows,
    /// A value per token.
    pub values: Rows,
    /// What every score is multiplied by before the softmax: s / T.
    pub factor: f64,
    /// Who may not listen to whom: query and key.
    pub masked: Vec<(usize, usize)>,
}

/// What comes out of it. The first index is the token that asks.
#[derive(Clone, Debug)]
pub struct Attention {
    /// query · key.
    pub scores: Rows,
    /// The scores, scaled and divided by the temperature.
    pub scaled: Rows,
    /// Their softmax: each row sums to 1.
    pub weights: Rows,
    /// The values, mixed by the weights.
    pub outputs: Rows,
    /// Who may not listen to whom: query and key.
    pub masked: Vec<(usize, usize)>,
}

impl Numbers {
    /// The post's own: Alice, introduced, Bob.
    #[must_use]
    pub fn walkthrough() -> Self {
        let rows = |rows: [[f64; 2]; 3]| rows.map(Vec::from).to_vec();
        Self {
            queries: rows([[1.0, 2.0], [0.0, 1.0], [2.0, 3.0]]),
            keys: rows([[1.0, 1.0], [1.0, 0.0], [2.0, 1.0]]),
            values: rows([[0.2, 0.8], [0.5, 0.1], [0.9, 0.4]]),
            factor: 1.0,
            masked: Vec::new(),
        }
    }

    /// A room of so many tokens, with vectors of so many numbers that no two places in it have in
    /// common by design.
    #[must_use]
    pub fn of_size(tokens: usize, size: usize) -> Self {
        let rows = |seed: usize| {
            let number = |token: usize, at: usize| (token * size + at) * seed % 23;
            let row = |token| (0..size).map(move |at| number(token, at) as f64 / 10.0 - 1.0);
            (0..tokens).map(|token| row(token).collect()).collect()
        };
        Self {
            queries: rows(7),
            keys: rows(11),
            values: rows(5),
            factor: 1.0,
            masked: Vec::new(),
        }
    }

    /// The link to a room of these numbers, in which this token asks.
    #[must_use]
    pub fn link(&self, focus: usize) -> String {
        let row = |row: &Vec<f64>| row.iter().map(f64::to_string).collect::<Vec<_>>().join(",");
        let [q, k, v] = [&self.queries, &self.keys, &self.values]
            .map(|rows| rows.iter().map(row).collect::<Vec<_>>().join(";"));
        format!("q={q}&k={k}&v={v}&focus={focus}")
    }

    /// The same with one number changed: `vector` is `q`, `k` or `v`, as in the page's attributes.
    #[must_use]
    pub fn with(mut self, vector: char, token: usize, component: usize, number: f64) -> Self {
        let rows = match vector {
            'q' => &mut self.queries,
            'k' => &mut self.keys,
            _ => &mut self.values,
        };
        rows[token][component] = number;
        self
    }

    /// The same with scores multiplied by this.
    #[must_use]
    pub fn times(mut self, factor: f64) -> Self {
        self.factor = factor;
        self
    }

    /// The same where these queries may not listen to these keys.
    #[must_use]
    pub fn masking(mut self, pairs: &[(usize, usize)]) -> Self {
        self.masked = pairs.to_vec();
        self
    }

    /// Works it out.
    #[must_use]
    pub fn attend(&self) -> Attention {
        let dot = |one: &[f64], other: &[f64]| one.iter().zip(other).map(|(a, b)| a * b).sum();
        let scores: Rows = self
            .queries
            .iter()
            .map(|query| self.keys.iter().map(|key| dot(query, key)).collect())
            .collect();
        let scaled: Rows = scores
            .iter()
            .map(|row: &Vec<f64>| row.iter().map(|score| score * self.factor).collect())
            .collect();
        let heard = |query| move |key| !self.masked.contains(&(query, key));
        let rows = scaled.iter().enumerate();
        let weights: Rows = rows.map(|(at, row)| softmax(row, heard(at))).collect();
        let outputs = weights.iter().map(|row| self.mix(row)).collect();
        Attention {
            scores,
            scaled,
            weights,
            outputs,
            masked: self.masked.clone(),
        }
    }

    fn mix(&self, weights: &[f64]) -> Vec<f64> {
        let size = self.values.first().map_or(0, Vec::len);
        let component = |at: usize| {
            weights
                .iter()
                .zip(&self.values)
                .map(|(weight, value)| weight * value[at])
                .sum()
        };
        (0..size).map(component).collect()
    }
}

/// As the formula is written, without the subtraction that keeps large scores from overflowing:
/// the tests' scores are small. Where nobody is heard there is nothing to share out.
fn softmax(row: &[f64], heard: impl Fn(usize) -> bool) -> Vec<f64> {
    let exponential = |(key, score): (usize, &f64)| if heard(key) { score.exp() } else { 0.0 };
    let exponentials: Vec<f64> = row.iter().enumerate().map(exponential).collect();
    let sum: f64 = exponentials.iter().sum();
    let share = |one: &f64| if sum > 0.0 { one / sum } else { 0.0 };
    exponentials.iter().map(share).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_walkthrough_comes_to_what_is_worked_out_by_hand() {
        let attention = Numbers::walkthrough().attend();
        assert_eq!(attention.scores[2], [5.0, 2.0, 7.0]);
        // e⁵ = 148.413, e² = 7.389, e⁷ = 1096.633; together 1252.435.
        for (weight, by_hand) in attention.weights[2]
            .iter()
            .zip([0.118_500, 0.005_900, 0.875_601])
        {
            assert!((weight - by_hand).abs() < 5e-7, "{weight}");
        }
        for (output, by_hand) in attention.outputs[2].iter().zip([0.814_690, 0.445_630]) {
            assert!((output - by_hand).abs() < 5e-7, "{output}");
        }
    }

    #[test]
    fn a_changed_query_changes_its_own_row_alone() {
        let before = Numbers::walkthrough().attend();
        let after = Numbers::walkthrough().with('q', 2, 0, 0.0).attend();
        assert_eq!(after.scores[2], [3.0, 0.0, 3.0]);
        assert_eq!(after.weights[..2], before.weights[..2]);
    }
}
