//! One tidy table: a number a row.

use std::fmt::Write as _;

use attention_scene::{Experiment, Tensor, Trace, print_exact};

/// What stands above the columns.
pub(crate) const HEADING: [&str; 6] = ["what", "head", "query", "key", "component", "value"];

/// Writes every intermediate as comma-separated values, a number a row, under the heading
/// `what,head,query,key,component,value`. Indices count from 0; a column that says nothing about a
/// number is empty. Of Q, K, V and matrices, `query` is the row. `scale` is
/// the factor that scores are multiplied by. `row_max` is left out where nobody
/// may be heard; `allowed` is 1 or 0.
///
/// ```
/// use attention_scene::Preset;
/// let table = attention_files::write_csv(&Preset::Walkthrough.experiment());
/// // Bob's query meets Alice's key.
/// assert!(table.contains("\nscore,0,2,0,,5\n"));
/// ```
#[must_use]
pub fn write_csv(experiment: &Experiment) -> String {
    let trace = experiment.attention();
    let mut table = Table(HEADING.join(",") + "\n");
    let nowhere = [None; 3];
    table.number("scale", nowhere, None, trace.head(0).scale_factor());
    table.number("temperature", nowhere, None, experiment.temperature());
    for tensor in Tensor::ALL {
        let edited = experiment
            .uses(tensor)
            .then(|| experiment.matrix(tensor).view());
        let Some(view) = trace.vectors(tensor).or(edited) else {
            continue;
        };
        for row in 0..view.rows() {
            table.vector(tensor.letter(), [None, Some(row), None], view.row(row));
        }
    }
    for index in 0..trace.head_count() {
        table.head(index, trace.head(index));
    }
    if trace.merge().is_some() {
        for query in 0..trace.token_count() {
            table.vector("merged", [None, Some(query), None], trace.output(query));
        }
    }
    table.0
}

struct Table(String);

impl Table {
    fn head(&mut self, index: usize, head: &Trace) {
        for query in 0..head.n_queries() {
            let row = [Some(index), Some(query), None];
            for key in 0..head.n_keys() {
                let at = [Some(index), Some(query), Some(key)];
                let allowed = f64::from(u8::from(head.is_allowed(query, key)));
                self.vector("product", at, head.product(query, key));
                self.number("score", at, None, head.score(query, key));
                self.number("scaled", at, None, head.scaled(query, key));
                self.number("allowed", at, None, allowed);
                self.number("exponential", at, None, head.exponential(query, key));
                self.number("weight", at, None, head.weight(query, key));
                self.vector("weighted_value", at, head.weighted_value(query, key));
            }
            if let Some(max) = head.row_max(query) {
                self.number("row_max", row, None, max);
            }
            self.number("row_sum", row, None, head.row_sum(query));
            self.vector("output", row, head.output(query));
        }
    }

    fn vector(&mut self, what: &str, at: [Option<usize>; 3], numbers: &[f64]) {
        for (component, number) in numbers.iter().enumerate() {
            self.number(what, at, Some(component), *number);
        }
    }

    fn number(
        &mut self,
        what: &str,
        [head, query, key]: [Option<usize>; 3],
        component: Option<usize>,
        number: f64,
    ) {
        let index = |index: Option<usize>| index.map(|index| index.to_string()).unwrap_or_default();
        let [head, query, key, component] = [head, query, key, component].map(index);
        let value = print_exact(number);
        // Writing to a String can't fail, and nothing in it needs quotes.
        let _ = writeln!(self.0, "{what},{head},{query},{key},{component},{value}");
    }
}
