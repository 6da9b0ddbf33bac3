use alloc::vec;

use super::{Allowed, Layout, Trace};
use crate::{Error, Mask, MatrixView, Quantity, Settings, shape::Shape, softmax::softmax_row};

/// Attention with every intermediate kept: softmax(Q · Kᵀ · s / T) · V.
///
/// # Errors
///
/// Whatever is empty, not finite, does not fit, is too large, or overflows on the way.
pub fn trace(
    q: MatrixView<'_>,
    k: MatrixView<'_>,
    v: MatrixView<'_>,
    settings: &Settings<'_>,
) -> Result<Trace, Error> {
    let shape = Shape::of(q, k, v)?;
    settings.check(shape.n_queries, shape.n_keys)?;
    let layout = Layout::of(shape)?;
    let allowed = match settings.mask {
        Mask::None => Allowed::Everyone,
        Mask::Causal => Allowed::Causal,
        Mask::Cells(cells) => Allowed::Cells(cells.into()),
    };
    let mut trace = Trace {
        layout,
        numbers: vec![0.0; layout.len()],
        allowed,
    };
    let factor = settings.scale.factor(shape.d_k);
    for query_index in 0..shape.n_queries {
        trace.fill_scores(query_index, q, k, factor, settings.temperature)?;
        trace.fill_weights(query_index);
        trace.fill_output(query_index, v)?;
    }
    Ok(trace)
}

impl Trace {
    fn fill_scores(
        &mut self,
        query_index: usize,
        q: MatrixView<'_>,
        k: MatrixView<'_>,
        factor: f64,
        temperature: f64,
    ) -> Result<(), Error> {
        let Shape { n_keys, d_k, .. } = self.layout.shape;
        let query = q.row(query_index);
        for key_index in 0..n_keys {
            let cell = query_index * n_keys + key_index;
            let overflow = |quantity| Error::Overflow {
                quantity,
                row: query_index,
                column: key_index,
            };
            let products = &mut self.numbers[self.layout.products()][cell * d_k..][..d_k];
            let mut score = 0.0;
            for (product, (q, k)) in products.iter_mut().zip(query.iter().zip(k.row(key_index))) {
                *product = q * k;
                score += *product;
            }
            let scaled = score * factor / temperature;
            if !score.is_finite() {
                return Err(overflow(Quantity::Score));
            }
            if !scaled.is_finite() {
                return Err(overflow(Quantity::Scaled));
            }
            self.numbers[self.layout.scores()][cell] = score;
            self.numbers[self.layout.scaled()][cell] = scaled;
        }
        Ok(())
    }

    fn fill_weights(&mut self, query_index: usize) {
        let n_keys = self.layout.shape.n_keys;
        let row = query_index * n_keys;
        let (before, rest) = self.numbers.split_at_mut(self.layout.exponentials().start);
        let scaled = &before[self.layout.scaled()][row..][..n_keys];
        let (exponentials, rest) = rest.split_at_mut(self.layout.exponentials().len());
        let allowed = &self.allowed;
        let softmax = softmax_row(
            scaled,
            |key_index| allowed.is_allowed(n_keys, query_index, key_index),
            &mut exponentials[row..][..n_keys],
            &mut rest[row..][..n_keys],
        );
        // A silent row's maximum is never shown: its sum, 0, says that it is silent.
        self.numbers[self.layout.row_max()][query_index] = softmax.max.unwrap_or(0.0);
        self.numbers[self.layout.row_sum()][query_index] = softmax.sum;
    }

    fn fill_output(&mut self, query_index: usize, v: MatrixView<'_>) -> Result<(), Error> {
        let Shape { n_keys, d_v, .. } = self.layout.shape;
        for key_index in 0..n_keys {
            let weight = self.weight(query_index, key_index);
            let cell = query_index * n_keys + key_index;
            for (column, value) in v.row(key_index).iter().enumerate() {
                let weighted = weight * value;
                self.numbers[self.layout.weighted_values()][cell * d_v + column] = weighted;
                self.numbers[self.layout.output()][query_index * d_v + column] += weighted;
            }
        }
        match self
            .output(query_index)
            .iter()
            .position(|component| !component.is_finite())
        {
            None => Ok(()),
            Some(column) => Err(Error::Overflow {
                quantity: Quantity::Output,
                row: query_index,
                column,
            }),
        }
    }
}
