use std::sync::Arc;

use attention_core::{
    Error, Matrix, MatrixView, Positions, Settings, merge_outputs, trace, trace_inputs,
    trace_projection,
};

use super::{Axis, Experiment, Position, Source};
use crate::{
    RoomTrace, Tensor, Trace,
    room_trace::{Projected, Vectors},
    trace::Head,
};

/// The most terms of products that a room keeps at once: 12 tokens in heads of 64 components have
/// a tenth of them.
const MOST_TERMS: usize = 200_000;

impl Experiment {
    /// The computation, with every intermediate.
    #[must_use]
    pub fn attention(&self) -> RoomTrace {
        self.attention_after(None)
    }

    /// The same numbers, to the bit, sooner where this is a large room that was computed before: asked again are only
    /// the queries that are others now.
    ///
    /// ```
    /// use attention_scene::{Preset, Slot, Tensor};
    /// let before = Preset::Walkthrough.experiment();
    /// let after = before.with_number(Slot { tensor: Tensor::Queries, row: 2, column: 0 }, 0.0);
    /// let now = after.attention_after(Some(&before.attention()));
    /// // Bob's query is [0, 3] now, his key [2, 1]: 0·2 + 3·1.
    /// assert_eq!(now.head(0).score(2, 2), 3.0);
    /// assert_eq!(now, after.attention());
    /// ```
    #[must_use]
    #[expect(
        clippy::expect_used,
        reason = "what the core refuses never gets into a room: whatever makes one tries it, and \
                  every change keeps the shapes and the bounds"
    )]
    pub fn attention_after(&self, earlier: Option<&RoomTrace>) -> RoomTrace {
        self.compute(earlier)
            .expect("a room's attention can be computed")
    }

    pub(super) fn compute(&self, earlier: Option<&RoomTrace>) -> Result<RoomTrace, Error> {
        let vectors = match self.source {
            Source::Given => {
                let sheet = |tensor| Arc::clone(&self.sheets[tensor as usize]);
                Vectors::Given(Tensor::VECTORS.map(sheet))
            }
            Source::Projected => self.project()?,
        };
        let mut heads = Vec::with_capacity(self.heads);
        for head_index in 0..self.heads {
            let earlier = earlier.and_then(|earlier| earlier.heads().get(head_index));
            heads.push(self.head(&vectors, head_index, earlier)?);
        }
        let merge = match self.heads {
            1 => None,
            _ => {
                let outputs: Vec<_> = heads.iter().map(Trace::outputs).collect();
                let w_o = self.matrix(Tensor::OutputWeights).view();
                Some(merge_outputs(&outputs, w_o)?)
            }
        };
        Ok(RoomTrace::new(vectors, heads, merge))
    }

    fn head(
        &self,
        vectors: &Vectors,
        head_index: usize,
        earlier: Option<&Trace>,
    ) -> Result<Trace, Error> {
        let views = vectors.views();
        let part = |view| columns(view, head_index, self.heads);
        if self.keeps_rows_apart() {
            let [queries, keys, values] = views.map(part);
            let head = Head {
                queries: queries?,
                keys: keys?,
                values: values?,
                scale: self.scale,
                temperature: self.temperature,
                hearing: self.hearing.clone(),
            };
            return Trace::by_row(head, earlier);
        }
        let settings = Settings {
            scale: self.scale,
            temperature: self.temperature,
            mask: self.hearing.mask(),
        };
        let whole = match self.heads {
            1 => {
                let [queries, keys, values] = views;
                trace(queries, keys, values, &settings)
            }
            _ => {
                let [queries, keys, values] = views.map(part);
                trace(queries?.view(), keys?.view(), values?.view(), &settings)
            }
        };
        whole.map(Trace::whole)
    }

    /// Whether there are too many terms to keep all of them at every movement of a slider.
    fn keeps_rows_apart(&self) -> bool {
        let tokens = self.token_count();
        let components = self.dimension(Axis::Key) + self.dimension(Axis::Value);
        tokens * tokens * components * self.heads > MOST_TERMS
    }

    fn project(&self) -> Result<Vectors, Error> {
        let positions = match self.position {
            Position::None => Positions::None,
            Position::Sinusoidal => Positions::Sinusoidal,
            Position::Edited => Positions::Edited(self.matrix(Tensor::Positions).view()),
        };
        let inputs = trace_inputs(self.matrix(Tensor::Embeddings).view(), positions)?;
        let project = |tensor| trace_projection(inputs.x(), self.matrix(tensor).view());
        let [queries, keys, values] = Tensor::PROJECTIONS.map(project);
        let projections = [queries?, keys?, values?];
        Ok(Vectors::Projected(Box::new(Projected {
            inputs,
            projections,
        })))
    }
}

/// One head's columns of a matrix.
fn columns(matrix: MatrixView<'_>, head_index: usize, heads: usize) -> Result<Matrix, Error> {
    let size = matrix.cols() / heads;
    let mut part = Matrix::zeros(matrix.rows(), size)?;
    for row in 0..matrix.rows() {
        let from = &matrix.row(row)[head_index * size..][..size];
        part.row_mut(row).copy_from_slice(from);
    }
    Ok(part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{LARGEST, SMALLEST_TEMPERATURE, Slot};

    /// A large room, every number of which is as large as one may be, under the coldest temperature.
    fn extreme(source: Source) -> Experiment {
        let tokens = (0..40).map(|token| token.to_string()).collect();
        let full = |rows| {
            let matrix = Matrix::from_vec(vec![LARGEST; rows * 64], rows, 64);
            matrix.unwrap_or_else(|error| panic!("{error}"))
        };
        let vectors = |rows| [(); 3].map(|()| full(rows));
        let room = match source {
            Source::Given => {
                let [queries, keys, values] = vectors(40);
                Experiment::new(tokens, queries, keys, values)
            }
            Source::Projected => Experiment::projected(tokens, full(40), vectors(64)),
        };
        let room = room.unwrap_or_else(|error| panic!("{error:?}"));
        room.with_scale(attention_core::Scale::None)
            .with_temperature(SMALLEST_TEMPERATURE)
    }

    #[test]
    fn at_its_bounds_a_large_room_is_computed_anew_and_after_another() {
        for (source, tensor) in [
            (Source::Given, Tensor::Queries),
            (Source::Projected, Tensor::Embeddings),
        ] {
            let before = extreme(source);
            assert!(before.keeps_rows_apart());
            let earlier = before.attention();
            for number in [-LARGEST, 0.0, -0.0, f64::MIN_POSITIVE] {
                let (row, column) = (7, 3);
                let after = before.with_number(
                    Slot {
                        tensor,
                        row,
                        column,
                    },
                    number,
                );
                let now = after.attention_after(Some(&earlier));
                let anew = after.attention();
                assert_eq!(now.head(0).outputs(), anew.head(0).outputs());
                for query in 0..40 {
                    assert_eq!(now.head(0).weights(query), anew.head(0).weights(query));
                    assert_eq!(now.head(0).scores(query), anew.head(0).scores(query));
                }
            }
        }
    }
}
