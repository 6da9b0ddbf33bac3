use std::sync::Arc;

use attention_core::{
    Error, Matrix, MatrixView, Positions, Settings, trace, trace_inputs, trace_merge,
    trace_projection,
};

use super::{Experiment, Position, Source};
use crate::{
    RoomTrace, Tensor,
    room_trace::{Projected, Vectors},
};

impl Experiment {
    /// The computation, with every intermediate.
    #[must_use]
    #[expect(
        clippy::expect_used,
        reason = "what the core refuses never gets into a room: whatever makes one tries it, and \
                  every change keeps the shapes and the bounds"
    )]
    pub fn attention(&self) -> RoomTrace {
        self.compute().expect("a room's attention can be computed")
    }

    pub(super) fn compute(&self) -> Result<RoomTrace, Error> {
        let vectors = match self.source {
            Source::Given => {
                let sheet = |tensor| Arc::clone(&self.sheets[tensor as usize]);
                Vectors::Given(Tensor::VECTORS.map(sheet))
            }
            Source::Projected => self.project()?,
        };
        let [queries, keys, values] = vectors.views();
        let settings = Settings {
            scale: self.scale,
            temperature: self.temperature,
            mask: self.hearing.mask(),
        };
        if self.heads == 1 {
            let head = trace(queries, keys, values, &settings)?;
            return Ok(RoomTrace::new(vectors, vec![head], None));
        }
        let head = |head_index| {
            let part = |matrix| columns(matrix, head_index, self.heads);
            let [queries, keys, values] = [part(queries)?, part(keys)?, part(values)?];
            trace(queries.view(), keys.view(), values.view(), &settings)
        };
        let heads = (0..self.heads).map(head).collect::<Result<Vec<_>, _>>()?;
        let w_o = self.matrix(Tensor::OutputWeights).view();
        let merge = trace_merge(&heads.iter().collect::<Vec<_>>(), w_o)?;
        Ok(RoomTrace::new(vectors, heads, Some(merge)))
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
