//! A large head: its weights and outputs, and the rows that were asked for.

use std::sync::OnceLock;

use attention_core::{Error, Mask, Matrix, MatrixView, Scale, Settings, Trace, forward, trace};

use crate::Hearing;

/// What one head's attention follows from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Head {
    pub(crate) queries: Matrix,
    pub(crate) keys: Matrix,
    pub(crate) values: Matrix,
    pub(crate) scale: Scale,
    pub(crate) temperature: f64,
    pub(crate) hearing: Hearing,
}

/// Every weight and output, and what was asked of single rows.
#[derive(Clone, Debug)]
pub(super) struct ByRow {
    head: Head,
    weights: Vec<f64>,
    output: Matrix,
    rows: Box<[OnceLock<Trace>]>,
}

/// All of it follows from the head; which rows were asked for makes no difference.
impl PartialEq for ByRow {
    fn eq(&self, other: &Self) -> bool {
        self.head == other.head
    }
}

impl Head {
    fn settings<'a>(&self, mask: Mask<'a>) -> Settings<'a> {
        Settings {
            scale: self.scale,
            temperature: self.temperature,
            mask,
        }
    }

    /// Every weight, and every output.
    fn forward(&self) -> Result<(Vec<f64>, Vec<f64>), Error> {
        let mut weights = vec![0.0; self.queries.rows() * self.keys.rows()];
        let mut output = vec![0.0; self.queries.rows() * self.values.cols()];
        forward(
            self.queries.view(),
            self.keys.view(),
            self.values.view(),
            &self.settings(self.hearing.mask()),
            &mut weights,
            &mut output,
        )?;
        Ok((weights, output))
    }

    fn trace_row(&self, query_index: usize) -> Result<Trace, Error> {
        let query = self.queries.row(query_index);
        let heard: Vec<bool> = (0..self.keys.rows())
            .map(|key_index| self.is_allowed(query_index, key_index))
            .collect();
        trace(
            MatrixView::new(query, 1, query.len())?,
            self.keys.view(),
            self.values.view(),
            &self.settings(Mask::Cells(&heard)),
        )
    }

    /// Whether each query is answered as it would be in the other.
    fn differs_in_queries_alone(&self, other: &Self) -> bool {
        self.queries.rows() == other.queries.rows()
            && self.keys == other.keys
            && self.values == other.values
            && self.scale == other.scale
            && self.temperature == other.temperature
            && self.hearing == other.hearing
    }

    fn is_allowed(&self, query_index: usize, key_index: usize) -> bool {
        match &self.hearing {
            Hearing::Everyone => true,
            Hearing::Causal => key_index <= query_index,
            Hearing::Cells(cells) => cells[query_index * self.keys.rows() + key_index],
        }
    }
}

impl ByRow {
    /// Asks every query; of a head that differs from an earlier one in queries alone, those that are others now.
    pub(super) fn new(head: Head, earlier: Option<&Self>) -> Result<Self, Error> {
        let (queries, keys, size) = (head.queries.rows(), head.keys.rows(), head.values.cols());
        let (weights, output) =
            match earlier.filter(|earlier| earlier.head.differs_in_queries_alone(&head)) {
                Some(earlier) => {
                    let mut weights = earlier.weights.clone();
                    let mut output = earlier.output.data().to_vec();
                    for at in 0..queries {
                        if head.queries.row(at) != earlier.head.queries.row(at) {
                            let row = head.trace_row(at)?;
                            weights[at * keys..][..keys].copy_from_slice(row.weights(0));
                            output[at * size..][..size].copy_from_slice(row.output(0));
                        }
                    }
                    (weights, output)
                }
                None => head.forward()?,
            };
        Ok(Self {
            rows: (0..queries).map(|_| OnceLock::new()).collect(),
            output: Matrix::from_vec(output, queries, size)?,
            head,
            weights,
        })
    }

    pub(super) fn head(&self) -> &Head {
        &self.head
    }

    #[expect(
        clippy::expect_used,
        reason = "the same numbers have been through `forward`, which refuses what `trace` refuses"
    )]
    pub(super) fn row(&self, query_index: usize) -> &Trace {
        let row = || self.head.trace_row(query_index);
        self.rows[query_index].get_or_init(|| row().expect("a row of what was computed"))
    }

    pub(super) fn is_allowed(&self, query_index: usize, key_index: usize) -> bool {
        self.head.is_allowed(query_index, key_index)
    }

    pub(super) fn weights(&self, query_index: usize) -> &[f64] {
        let count = self.head.keys.rows();
        &self.weights[query_index * count..][..count]
    }

    pub(super) fn outputs(&self) -> MatrixView<'_> {
        self.output.view()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Trace as Kept;

    /// A room of its own for each size and mask, of numbers that no two places share.
    fn head(tokens: usize, size: usize, hearing: Hearing) -> Head {
        let matrix = |seed: f64| {
            let number = |at: usize| ((at as f64 + 1.0) * seed).sin();
            let numbers = (0..tokens * size).map(number).collect();
            Matrix::from_vec(numbers, tokens, size).unwrap_or_else(|error| panic!("{error}"))
        };
        Head {
            queries: matrix(1.3),
            keys: matrix(0.7),
            values: matrix(2.1),
            scale: Scale::SqrtDk,
            temperature: 0.8,
            hearing,
        }
    }

    fn hearings(tokens: usize) -> [Hearing; 3] {
        // A third of the cells masked, and one guest who hears nobody.
        let cell = |at: usize| !at.is_multiple_of(3) && at / tokens != 5;
        let cells = (0..tokens * tokens).map(cell).collect();
        [Hearing::Everyone, Hearing::Causal, Hearing::Cells(cells)]
    }

    #[test]
    fn every_number_is_the_whole_trace_s_to_the_bit() {
        for hearing in hearings(20) {
            let head = head(20, 6, hearing);
            let settings = head.settings(head.hearing.mask());
            let views = [&head.queries, &head.keys, &head.values].map(Matrix::view);
            let whole = trace(views[0], views[1], views[2], &settings);
            let whole = Kept::whole(whole.unwrap_or_else(|error| panic!("{error}")));
            let rows = Kept::by_row(head, None).unwrap_or_else(|error| panic!("{error}"));
            assert_eq!(rows.outputs(), whole.outputs());
            for query in 0..20 {
                assert_eq!(rows.weights(query), whole.weights(query));
                assert_eq!(rows.scores(query), whole.scores(query));
                assert_eq!(rows.scaled_scores(query), whole.scaled_scores(query));
                assert_eq!(rows.is_silent(query), whole.is_silent(query));
                assert_eq!(rows.row_max(query), whole.row_max(query));
                assert_eq!(rows.row_sum(query), whole.row_sum(query));
                for key in 0..20 {
                    assert_eq!(rows.is_allowed(query, key), whole.is_allowed(query, key));
                    assert_eq!(rows.exponential(query, key), whole.exponential(query, key));
                    assert_eq!(rows.product(query, key), whole.product(query, key));
                    let heard = rows.weighted_value(query, key);
                    assert_eq!(heard, whole.weighted_value(query, key));
                }
            }
        }
    }

    #[test]
    fn a_row_that_was_asked_for_makes_no_difference() {
        let rows = ByRow::new(head(20, 6, Hearing::Everyone), None);
        let rows = rows.unwrap_or_else(|error| panic!("{error}"));
        let asked = rows.clone();
        assert_eq!(asked.row(3).n_queries(), 1);
        assert_eq!(rows, asked);
    }

    #[test]
    fn after_another_head_every_number_is_as_it_is_without_it() {
        let of = |head: Head, earlier: Option<&ByRow>| {
            ByRow::new(head, earlier).unwrap_or_else(|error| panic!("{error}"))
        };
        let before = head(20, 6, Hearing::Causal);
        let (mut query, mut key, mut hot) = (before.clone(), before.clone(), before.clone());
        query.queries.set(7, 2, 3.5);
        key.keys.set(7, 2, 3.5);
        hot.temperature = 3.5;
        let earlier = of(before, None);
        assert_eq!(earlier.row(7).n_queries(), 1);
        for head in [query, key, hot] {
            let (after, anew) = (of(head.clone(), Some(&earlier)), of(head, None));
            assert_ne!(after.weights, earlier.weights);
            assert_eq!(after.weights, anew.weights);
            assert_eq!(after.output, anew.output);
            for query in 0..20 {
                assert_eq!(after.row(query), anew.row(query));
            }
        }
    }
}
