//! One head's computation, as views look it up.

mod by_row;

use attention_core::{Error, MatrixView};

use self::by_row::ByRow;
pub(crate) use self::by_row::Head;

/// One head's computation, with every intermediate a learner may ask about.
///
/// A small room keeps all of it. A large one keeps every weight and output, and works out a row's
/// other intermediates when they are first asked for: they are the same, to the bit.
///
/// # Panics
///
/// Methods that take a `query_index` or a `key_index` panic where there is no such query or key, as
/// indexing a slice does.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace(Kept);

#[derive(Clone, Debug, PartialEq)]
enum Kept {
    Whole(attention_core::Trace),
    ByRow(Box<ByRow>),
}

impl Trace {
    pub(crate) fn whole(trace: attention_core::Trace) -> Self {
        Self(Kept::Whole(trace))
    }

    pub(crate) fn by_row(head: Head, earlier: Option<&Self>) -> Result<Self, Error> {
        let earlier = earlier.and_then(|earlier| match &earlier.0 {
            Kept::ByRow(rows) => Some(&**rows),
            Kept::Whole(_) => None,
        });
        Ok(Self(Kept::ByRow(Box::new(ByRow::new(head, earlier)?))))
    }

    /// The trace that holds a query's row, and which of its rows that is.
    fn row(&self, query_index: usize) -> (&attention_core::Trace, usize) {
        match &self.0 {
            Kept::Whole(trace) => (trace, query_index),
            Kept::ByRow(rows) => (rows.row(query_index), 0),
        }
    }

    /// Any trace of this head, for what is the same in all its rows.
    fn any(&self) -> &attention_core::Trace {
        self.row(0).0
    }

    /// The number of queries.
    #[must_use]
    pub fn n_queries(&self) -> usize {
        self.outputs().rows()
    }

    /// The number of keys.
    #[must_use]
    pub fn n_keys(&self) -> usize {
        match &self.0 {
            Kept::Whole(trace) => trace.n_keys(),
            Kept::ByRow(rows) => rows.head().keys.rows(),
        }
    }

    /// The number of components of a query, and of a key.
    #[must_use]
    pub fn d_k(&self) -> usize {
        self.any().d_k()
    }

    /// The number of components of a value, and of an output.
    #[must_use]
    pub fn d_v(&self) -> usize {
        self.outputs().cols()
    }

    /// `s`, which every score was multiplied by.
    #[must_use]
    pub fn scale_factor(&self) -> f64 {
        self.any().scale_factor()
    }

    /// `T`, which every score was divided by.
    #[must_use]
    pub fn temperature(&self) -> f64 {
        self.any().temperature()
    }

    /// The terms of a score: `q[c] · k[c]` for each component.
    #[must_use]
    pub fn product(&self, query_index: usize, key_index: usize) -> &[f64] {
        let (trace, row) = self.row(query_index);
        trace.product(row, key_index)
    }

    /// How well the key answers the query: `q · k`.
    #[must_use]
    pub fn score(&self, query_index: usize, key_index: usize) -> f64 {
        self.scores(query_index)[key_index]
    }

    /// One query's scores, a number per key.
    #[must_use]
    pub fn scores(&self, query_index: usize) -> &[f64] {
        let (trace, row) = self.row(query_index);
        trace.scores(row)
    }

    /// `score · s / T`, also for a key that may not be heard.
    #[must_use]
    pub fn scaled(&self, query_index: usize, key_index: usize) -> f64 {
        self.scaled_scores(query_index)[key_index]
    }

    /// One query's scaled scores, a number per key.
    #[must_use]
    pub fn scaled_scores(&self, query_index: usize) -> &[f64] {
        let (trace, row) = self.row(query_index);
        trace.scaled_scores(row)
    }

    /// Whether the query may listen to the key.
    #[must_use]
    pub fn is_allowed(&self, query_index: usize, key_index: usize) -> bool {
        match &self.0 {
            Kept::Whole(trace) => trace.is_allowed(query_index, key_index),
            Kept::ByRow(rows) => rows.is_allowed(query_index, key_index),
        }
    }

    /// Whether the query may listen to nobody: its weights and output are then 0.
    #[must_use]
    pub fn is_silent(&self, query_index: usize) -> bool {
        match &self.0 {
            Kept::Whole(trace) => trace.is_silent(query_index),
            Kept::ByRow(rows) => rows.weights(query_index).iter().sum::<f64>() == 0.0,
        }
    }

    /// The highest scaled score among the keys that may be heard; none where the row [is
    /// silent](Self::is_silent).
    #[must_use]
    pub fn row_max(&self, query_index: usize) -> Option<f64> {
        let (trace, row) = self.row(query_index);
        trace.row_max(row)
    }

    /// `exp(scaled − row_max)`; 0 for a key that may not be heard.
    #[must_use]
    pub fn exponential(&self, query_index: usize, key_index: usize) -> f64 {
        let (trace, row) = self.row(query_index);
        trace.exponential(row, key_index)
    }

    /// The sum of the row's exponentials; 0 where the row [is silent](Self::is_silent).
    #[must_use]
    pub fn row_sum(&self, query_index: usize) -> f64 {
        let (trace, row) = self.row(query_index);
        trace.row_sum(row)
    }

    /// The share of its attention that the query gives to the key.
    #[must_use]
    pub fn weight(&self, query_index: usize, key_index: usize) -> f64 {
        self.weights(query_index)[key_index]
    }

    /// One query's weights, a number per key.
    #[must_use]
    pub fn weights(&self, query_index: usize) -> &[f64] {
        match &self.0 {
            Kept::Whole(trace) => trace.weights(query_index),
            Kept::ByRow(rows) => rows.weights(query_index),
        }
    }

    /// What the query hears from the key: the weight times each component of the value.
    #[must_use]
    pub fn weighted_value(&self, query_index: usize, key_index: usize) -> &[f64] {
        let (trace, row) = self.row(query_index);
        trace.weighted_value(row, key_index)
    }

    /// What the query takes away: the sum of its weighted values.
    #[must_use]
    pub fn output(&self, query_index: usize) -> &[f64] {
        self.outputs().row(query_index)
    }

    /// What every query takes away: a row per query.
    #[must_use]
    pub fn outputs(&self) -> MatrixView<'_> {
        match &self.0 {
            Kept::Whole(trace) => trace.outputs(),
            Kept::ByRow(rows) => rows.outputs(),
        }
    }
}
