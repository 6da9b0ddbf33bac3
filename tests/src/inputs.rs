//! Embeddings, positions, projections and heads worked out a second time, in the plainest way.

use crate::Numbers;

/// A matrix, a row per token.
type Rows = Vec<Vec<f64>>;

/// What queries, keys and values are made of.
#[derive(Clone, Debug)]
pub struct Inputs {
    /// What each token is.
    pub embeddings: Rows,
    /// Where each token stands.
    pub positions: Rows,
    /// W_Q, W_K and W_V.
    pub weights: [Rows; 3],
}

impl Inputs {
    /// The room `order`: Alice, thanks, Bob, by sines and cosines.
    #[must_use]
    pub fn order() -> Self {
        let rows = |rows: &[[f64; 2]]| rows.iter().map(|row| row.to_vec()).collect::<Rows>();
        let identity = rows(&[[1.0, 0.0], [0.0, 1.0]]);
        Self {
            embeddings: rows(&[[2.0, 0.0], [0.0, 0.5], [0.5, 2.0]]),
            // One component of each is the sine of the seat, the other its cosine.
            positions: [0f64, 1.0, 2.0]
                .map(|seat| vec![seat.sin(), seat.cos()])
                .to_vec(),
            weights: [rows(&[[0.0, 2.0], [2.0, 0.0]]), identity.clone(), identity],
        }
    }

    /// The same without positions.
    #[must_use]
    pub fn without_positions(mut self) -> Self {
        let none = |row: &mut Vec<f64>| row.fill(0.0);
        self.positions.iter_mut().for_each(none);
        self
    }

    /// Queries, keys and values: (embedding + position) times each matrix; scores divided by √d_k.
    #[must_use]
    pub fn numbers(&self) -> Numbers {
        let both = self.embeddings.iter().zip(&self.positions);
        let add = |(one, other): (&Vec<f64>, &Vec<f64>)| {
            one.iter().zip(other).map(|(a, b)| a + b).collect()
        };
        let inputs: Rows = both.map(add).collect();
        let [queries, keys, values] = self.weights.each_ref().map(|w| times(&inputs, w));
        Numbers {
            factor: 1.0 / (queries[0].len() as f64).sqrt(),
            queries,
            keys,
            values,
            masked: Vec::new(),
        }
    }
}

/// A matrix product, row by column.
#[must_use]
pub fn times(one: &Rows, other: &Rows) -> Rows {
    let cell = |row: &[f64], column: usize| {
        let pairs = row.iter().zip(other);
        pairs.map(|(number, others)| number * others[column]).sum()
    };
    let row = |row: &Vec<f64>| {
        (0..other[0].len())
            .map(|column| cell(row, column))
            .collect()
    };
    one.iter().map(row).collect()
}

impl Numbers {
    /// One of several heads: its share of each vector's components.
    #[must_use]
    pub fn head(&self, head: usize, heads: usize) -> Self {
        let part = |rows: &Rows| -> Rows {
            let size = rows[0].len() / heads;
            let of = |row: &Vec<f64>| row[head * size..][..size].to_vec();
            rows.iter().map(of).collect()
        };
        Self {
            queries: part(&self.queries),
            keys: part(&self.keys),
            values: part(&self.values),
            ..self.clone()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_room_made_of_embeddings_can_be_followed_by_hand() {
        let numbers = Inputs::order().without_positions().numbers();
        // Alice's query: [2, 0] times [[0, 2], [2, 0]].
        assert_eq!(numbers.queries[0], [0.0, 4.0]);
        assert_eq!(numbers.keys[2], [0.5, 2.0]);
        // At the first seat the sine is 0 and the cosine 1: [2, 1] times [[0, 2], [2, 0]].
        assert_eq!(Inputs::order().numbers().queries[0], [2.0, 4.0]);
    }

    #[test]
    fn heads_take_turns_along_the_components() {
        let rows = vec![vec![1.0, 2.0, 3.0, 4.0]];
        let numbers = Numbers {
            queries: rows.clone(),
            keys: rows.clone(),
            values: rows,
            ..Numbers::walkthrough()
        };
        assert_eq!(numbers.head(1, 2).queries, [[3.0, 4.0]]);
    }
}
