use core::ops::Range;

use super::{Allowed, Trace};

impl Trace {
    /// The number of queries: rows of Q.
    pub fn n_queries(&self) -> usize {
        self.layout.shape.n_queries
    }

    /// The number of keys: rows of K and of V.
    pub fn n_keys(&self) -> usize {
        self.layout.shape.n_keys
    }

    /// The number of components of a query and of a key.
    pub fn d_k(&self) -> usize {
        self.layout.shape.d_k
    }

    /// The number of components of a value and of an output.
    pub fn d_v(&self) -> usize {
        self.layout.shape.d_v
    }

    /// The terms of the score, `q[c] · k[c]` for each of the `d_k` components.
    pub fn product(&self, query_index: usize, key_index: usize) -> &[f64] {
        self.cell(self.layout.products(), self.d_k(), query_index, key_index)
    }

    /// How well the key answers the query: `q · k`, the sum of [`product`](Self::product).
    pub fn score(&self, query_index: usize, key_index: usize) -> f64 {
        self.scores(query_index)[key_index]
    }

    /// One query's scores, a number per key.
    pub fn scores(&self, query_index: usize) -> &[f64] {
        self.row(self.layout.scores(), self.n_keys(), query_index)
    }

    /// The score times the scale, divided by the temperature.
    pub fn scaled(&self, query_index: usize, key_index: usize) -> f64 {
        self.row(self.layout.scaled(), self.n_keys(), query_index)[key_index]
    }

    /// Whether the query may listen to the key.
    pub fn is_allowed(&self, query_index: usize, key_index: usize) -> bool {
        self.allowed
            .is_allowed(self.n_keys(), query_index, key_index)
    }

    /// The highest scaled score among the allowed; none where nobody may be heard.
    pub fn row_max(&self, query_index: usize) -> Option<f64> {
        (!self.is_silent(query_index)).then(|| self.numbers[self.layout.row_max()][query_index])
    }

    /// `exp(scaled − row_max)`; 0 for a key that may not be heard.
    pub fn exponential(&self, query_index: usize, key_index: usize) -> f64 {
        self.row(self.layout.exponentials(), self.n_keys(), query_index)[key_index]
    }

    /// The sum of the row's exponentials; 0 where nobody may be heard.
    pub fn row_sum(&self, query_index: usize) -> f64 {
        self.numbers[self.layout.row_sum()][query_index]
    }

    /// The share of attention: the exponential over the row's sum.
    pub fn weight(&self, query_index: usize, key_index: usize) -> f64 {
        self.weights(query_index)[key_index]
    }

    /// One query's weights, a number per key.
    pub fn weights(&self, query_index: usize) -> &[f64] {
        self.row(self.layout.weights(), self.n_keys(), query_index)
    }

    /// The weight times each of the value's `d_v` components.
    pub fn weighted_value(&self, query_index: usize, key_index: usize) -> &[f64] {
        self.cell(
            self.layout.weighted_values(),
            self.d_v(),
            query_index,
            key_index,
        )
    }

    /// What the query takes away: the sum of its weighted values, `d_v` components.
    pub fn output(&self, query_index: usize) -> &[f64] {
        self.row(self.layout.output(), self.d_v(), query_index)
    }

    /// Whether the query may listen to nobody: no maximum, and weights and output zero.
    pub fn is_silent(&self, query_index: usize) -> bool {
        self.row_sum(query_index) == 0.0
    }

    fn row(&self, region: Range<usize>, len: usize, query_index: usize) -> &[f64] {
        &self.numbers[region][query_index * len..][..len]
    }

    fn cell(
        &self,
        region: Range<usize>,
        len: usize,
        query_index: usize,
        key_index: usize,
    ) -> &[f64] {
        &self.row(region, len * self.n_keys(), query_index)[key_index * len..][..len]
    }
}

impl Allowed {
    pub(super) fn is_allowed(&self, n_keys: usize, query_index: usize, key_index: usize) -> bool {
        match self {
            Self::Everyone => true,
            Self::Causal => key_index <= query_index,
            Self::Cells(cells) => cells[query_index * n_keys + key_index],
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Matrix, Settings, trace};

    #[test]
    fn bob_at_the_mixer() {
        let q = Matrix::from_rows(&[[1.0, 2.0], [0.0, 1.0], [2.0, 3.0]]).unwrap();
        let k = Matrix::from_rows(&[[1.0, 1.0], [1.0, 0.0], [2.0, 1.0]]).unwrap();
        let v = Matrix::from_rows(&[[0.2, 0.8], [0.5, 0.1], [0.9, 0.4]]).unwrap();
        let trace = trace(q.view(), k.view(), v.view(), &Settings::default()).unwrap();
        assert_eq!(trace.scores(2), [5.0, 2.0, 7.0]);
        for (found, wanted) in trace.weights(2).iter().zip([0.118500, 0.005900, 0.875601]) {
            assert!((found - wanted).abs() < 5e-7);
        }
        for (found, wanted) in trace.output(2).iter().zip([0.814690, 0.445630]) {
            assert!((found - wanted).abs() < 5e-7);
        }
    }
}
