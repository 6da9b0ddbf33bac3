use core::ops::Range;

use super::Trace;
use crate::MatrixView;

impl Trace {
    /// The number of queries: the rows of Q.
    pub fn n_queries(&self) -> usize {
        self.layout.shape.n_queries
    }

    /// The number of keys: the rows of K and of V.
    pub fn n_keys(&self) -> usize {
        self.layout.shape.n_keys
    }

    /// The number of components of a query, and of a key.
    pub fn d_k(&self) -> usize {
        self.layout.shape.d_k
    }

    /// The number of components of a value, and of an output.
    pub fn d_v(&self) -> usize {
        self.layout.shape.d_v
    }

    /// `s`, which every score was multiplied by.
    pub fn scale_factor(&self) -> f64 {
        self.scaling.factor
    }

    /// `T`, which every score was divided by.
    pub fn temperature(&self) -> f64 {
        self.scaling.temperature
    }

    /// The terms of a score: `q[c] · k[c]` for each of the `d_k` components.
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

    /// `score · s / T`. It is there for a key that may not be heard, too, and takes no part in the
    /// weights.
    pub fn scaled(&self, query_index: usize, key_index: usize) -> f64 {
        self.scaled_scores(query_index)[key_index]
    }

    /// One query's scaled scores, a number per key.
    pub fn scaled_scores(&self, query_index: usize) -> &[f64] {
        self.row(self.layout.scaled(), self.n_keys(), query_index)
    }

    /// Whether the query may listen to the key.
    pub fn is_allowed(&self, query_index: usize, key_index: usize) -> bool {
        // The causal mask would answer for any two indices.
        assert!(
            query_index < self.n_queries() && key_index < self.n_keys(),
            "no such query or key"
        );
        self.allowed
            .mask()
            .allows(self.n_keys(), query_index, key_index)
    }

    /// Whether the query may listen to nobody. There is then no maximum, and exponentials, sum,
    /// weights and output are 0.
    pub fn is_silent(&self, query_index: usize) -> bool {
        self.row_sum(query_index) == 0.0
    }

    /// The highest scaled score among the keys that may be heard; none where the row [is
    /// silent](Self::is_silent).
    pub fn row_max(&self, query_index: usize) -> Option<f64> {
        (!self.is_silent(query_index)).then(|| self.numbers[self.layout.row_max()][query_index])
    }

    /// `exp(scaled − row_max)`, between 0 and 1; 0 for a key that may not be heard.
    pub fn exponential(&self, query_index: usize, key_index: usize) -> f64 {
        self.row(self.layout.exponentials(), self.n_keys(), query_index)[key_index]
    }

    /// The sum of the row's exponentials: at least 1, or 0 where the row [is
    /// silent](Self::is_silent).
    pub fn row_sum(&self, query_index: usize) -> f64 {
        self.numbers[self.layout.row_sum()][query_index]
    }

    /// The share of its attention that the query gives to the key: `exponential / row_sum`.
    pub fn weight(&self, query_index: usize, key_index: usize) -> f64 {
        self.weights(query_index)[key_index]
    }

    /// One query's weights, a number per key. They sum to 1, but for rounding, or to 0 where the
    /// row [is silent](Self::is_silent).
    pub fn weights(&self, query_index: usize) -> &[f64] {
        self.row(self.layout.weights(), self.n_keys(), query_index)
    }

    /// What the query hears from the key: the weight times each of the value's `d_v` components.
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

    /// What every query takes away: a row per query.
    pub fn outputs(&self) -> MatrixView<'_> {
        let numbers = &self.numbers[self.layout.output()];
        MatrixView::of_parts(numbers, self.n_queries(), self.d_v())
    }

    fn row(&self, part: Range<usize>, len: usize, query_index: usize) -> &[f64] {
        &self.numbers[part][query_index * len..][..len]
    }

    fn cell(&self, part: Range<usize>, len: usize, query_index: usize, key_index: usize) -> &[f64] {
        &self.row(part, len * self.n_keys(), query_index)[key_index * len..][..len]
    }
}
