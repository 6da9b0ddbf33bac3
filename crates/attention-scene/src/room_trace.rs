//! The computation of one room, with every intermediate.

use std::sync::Arc;

use attention_core::{InputTrace, MatrixView, MergeTrace, ProjectionTrace};

use crate::{Tensor, Trace, sheet::Sheet};

/// What a room's attention came to: where vectors are projected, how; each head; and, of several
/// heads, what they come to together. Views look numbers up here, and never compute.
#[derive(Clone, Debug, PartialEq)]
pub struct RoomTrace {
    vectors: Vectors,
    heads: Vec<Trace>,
    merge: Option<MergeTrace>,
}

/// Queries, keys and values, of all heads side by side.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Vectors {
    /// As they are edited.
    Given([Arc<Sheet>; 3]),
    /// As inputs are projected to them.
    Projected(Box<Projected>),
}

/// Inputs, and the queries, keys and values that they are projected to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Projected {
    pub(crate) inputs: InputTrace,
    pub(crate) projections: [ProjectionTrace; 3],
}

impl Vectors {
    pub(crate) fn views(&self) -> [MatrixView<'_>; 3] {
        match self {
            Self::Given(sheets) => sheets.each_ref().map(|sheet| sheet.matrix().view()),
            Self::Projected(projected) => {
                projected.projections.each_ref().map(ProjectionTrace::view)
            }
        }
    }
}

impl RoomTrace {
    pub(crate) fn new(vectors: Vectors, heads: Vec<Trace>, merge: Option<MergeTrace>) -> Self {
        Self {
            vectors,
            heads,
            merge,
        }
    }

    /// How many heads there are, at least one.
    #[must_use]
    pub fn head_count(&self) -> usize {
        self.heads.len()
    }

    pub(crate) fn heads(&self) -> &[Trace] {
        &self.heads
    }

    /// One head.
    ///
    /// # Panics
    ///
    /// Where there is no such head, as indexing a slice does.
    #[must_use]
    pub fn head(&self, head_index: usize) -> &Trace {
        &self.heads[head_index]
    }

    /// How many guests there are.
    #[must_use]
    pub fn token_count(&self) -> usize {
        self.head(0).n_queries()
    }

    /// What a guest becomes: the head's output, or, of several, what they come to together.
    ///
    /// # Panics
    ///
    /// Where there is no such guest, as indexing a slice does.
    #[must_use]
    pub fn output(&self, query_index: usize) -> &[f64] {
        match &self.merge {
            Some(merge) => merge.output(query_index),
            None => self.head(0).output(query_index),
        }
    }

    /// Embeddings and positions, where vectors are projected from them.
    #[must_use]
    pub fn inputs(&self) -> Option<&InputTrace> {
        match &self.vectors {
            Vectors::Projected(projected) => Some(&projected.inputs),
            Vectors::Given(_) => None,
        }
    }

    /// How queries, keys or values come from the inputs, where they do.
    #[must_use]
    pub fn projection(&self, tensor: Tensor) -> Option<&ProjectionTrace> {
        let at = Tensor::VECTORS.into_iter().position(|one| one == tensor)?;
        match &self.vectors {
            Vectors::Projected(projected) => Some(&projected.projections[at]),
            Vectors::Given(_) => None,
        }
    }

    /// Queries, keys or values, given or projected, of all heads side by side; or the positions in
    /// force; none for anything else.
    #[must_use]
    pub fn vectors(&self, tensor: Tensor) -> Option<MatrixView<'_>> {
        if tensor == Tensor::Positions {
            return self.positions();
        }
        let at = Tensor::VECTORS.into_iter().position(|one| one == tensor)?;
        Some(self.vectors.views()[at])
    }

    /// One number of a guest's queries, keys, values or position; none where there is no such number.
    #[must_use]
    pub fn vector_number(&self, tensor: Tensor, row: usize, column: usize) -> Option<f64> {
        let view = self.vectors(tensor)?;
        let inside = row < view.rows() && column < view.cols();
        inside.then(|| view.row(row)[column])
    }

    /// The positions in force, also those nobody typed, where vectors are projected.
    #[must_use]
    pub fn positions(&self) -> Option<MatrixView<'_>> {
        self.inputs().map(InputTrace::positions)
    }

    /// What several heads come to together; none where there is one.
    #[must_use]
    pub fn merge(&self) -> Option<&MergeTrace> {
        self.merge.as_ref()
    }
}
